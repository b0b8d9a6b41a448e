using System.Globalization;

namespace Samples;

/// <summary>Reads options off a command line, and says what to do when one is wrong.</summary>
public sealed class CommandLine(IReadOnlyList<string> args)
{
    private int _next;

    public bool TryReadOption(out string name)
    {
        var found = _next < args.Count;
        name = found ? args[_next++] : "";
        return found;
    }

    public string ReadValue(string option) =>
        _next < args.Count ? args[_next++] : throw new UsageException($"{option} needs a value.");

    public int ReadInteger(string option, int least, int most)
    {
        var value = ReadValue(option);
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"{option} is '{value}': give a whole number from {least} to {most}.");
    }

    public string ReadUrl(string option)
    {
        var value = ReadValue(option);
        return Uri.TryCreate(value, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", AbsolutePath: "/" }
            ? value
            : throw new UsageException($"{option} is '{value}': give an address such as http://127.0.0.1:5080.");
    }
}

/// <summary>The program was called in a way it does not understand; the message says how to call it.</summary>
public sealed class UsageException(string message) : Exception(message)
{
    public static UsageException Unknown(string argument) => new($"'{argument}' is not known here. Run with --help to see what is.");
}
