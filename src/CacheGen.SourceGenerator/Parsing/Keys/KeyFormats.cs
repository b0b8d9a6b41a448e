using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What a hole with a .NET format can write, where that is known more precisely than "some text".</summary>
internal static class KeyFormats
{
    private const string Digits = "-?[0-9]*";

    /// <summary>Standard formats of dates and times, in the invariant culture, as custom ones.</summary>
    private static readonly Dictionary<(string Type, string Format), string> s_standard = new()
    {
        [("System.DateOnly", "o")] = "yyyy-MM-dd",
        [("System.DateOnly", "d")] = "MM/dd/yyyy",
        [("System.DateTime", "d")] = "MM/dd/yyyy",
        [("System.DateTime", "s")] = "yyyy-MM-ddTHH:mm:ss",
        [("System.DateTime", "u")] = "yyyy-MM-dd HH:mm:ssZ",
        [("System.DateTimeOffset", "d")] = "MM/dd/yyyy",
        [("System.DateTimeOffset", "s")] = "yyyy-MM-ddTHH:mm:ss",
        [("System.DateTimeOffset", "u")] = "yyyy-MM-dd HH:mm:ssZ",
        [("System.DateTimeOffset", "o")] = "yyyy-MM-ddTHH:mm:ss.fffffffzzz",
        [("System.TimeOnly", "o")] = "HH:mm:ss.fffffff",
    };

    public static string Of(ITypeSymbol type, string format) => type switch
    {
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } when Regex.IsMatch(format, "^([Dd][0-9]*|[0#]+)$") => Digits,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } when Regex.IsMatch(format, "^[Xx][0-9]*$") => "[0-9A-Fa-f]+",
        { SpecialType: SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single } when Regex.IsMatch(format, @"^([Ff][0-9]*|[0#]+(\.[0#]+)?)$") =>
            $@"({Digits}(\.[0-9]+)?|NaN|-?Infinity)",
        { TypeKind: TypeKind.Enum } when format is "D" or "d" => "-?[0-9]+",
        { TypeKind: TypeKind.Enum } when format is "G" or "g" or "F" or "f" => KeyForms.Of(type),
        _ => type.FullName() switch
        {
            "System.Guid" when format is "N" or "n" => KeyForms.Hash,
            "System.Guid" when format is "D" or "d" => KeyForms.Of(type),
            "System.DateTime" or "System.DateTimeOffset" or "System.DateOnly" or "System.TimeOnly" => Date(type.FullName(), format),
            _ => KeyForms.Text,
        },
    };

    private static string Date(string type, string format)
    {
        if (s_standard.TryGetValue((type, format is "O" ? "o" : format), out var custom))
            format = custom;
        else if (format.Length == 1)
            return KeyForms.Text;

        var form = new StringBuilder();
        for (var i = 0; i < format.Length;)
        {
            var c = format[i];
            var end = i;
            while (end < format.Length && format[end] == c)
                end++;
            var length = end - i;
            switch (c)
            {
                case 'y' or 'd' or 'M' or 'H' or 'h' or 'm' or 's' when length <= 2 || c == 'y':
                    form.Append($"[0-9]{{{(c == 'y' && length == 1 ? 1 : length)},{Math.Max(length, c == 'y' ? 4 : 2)}}}");
                    break;
                case 'f':
                    form.Append($"[0-9]{{{length}}}");
                    break;
                case 'T' or 'Z' or '-' or '_' or '.' or ' ' or ',' or ':' or '/':
                    form.Append(KeyForms.Written(new string(c, length)));
                    break;
                default:
                    // Names of months, quoted text and the like.
                    return KeyForms.Text;
            }

            i = end;
        }

        return form.ToString();
    }
}
