using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What a method that writes calls, if anything, and of which limiter it takes a lease before. Any of its attributes may say it, for the method.</summary>
internal sealed class WriteCall
{
    private const string SourceProperty = "Source";

    private readonly ParseContext[] _attributes;

    /// <param name="attributes">Those of one method.</param>
    public WriteCall(ParseContext[] attributes)
    {
        _attributes = attributes;
        Main = Stated(SourceProperty).FirstOrDefault().Attribute ?? attributes[0];
    }

    /// <summary>The attribute that speaks for the method.</summary>
    public ParseContext Main { get; }

    /// <summary>The method only changes the cache.</summary>
    public bool IsOfNothing => CallsNothing(Main);

    /// <summary>Whether the attribute says <c>Source = null</c>. Of what is cached, that says nothing.</summary>
    public static bool CallsNothing(ParseContext attribute) =>
        WriteMethodParser.Attributes.Contains(attribute.Attribute.AttributeClass!.Name) && attribute.Says(SourceProperty, out var source) && source is null;

    /// <summary>What to add to the advice for a method without a source.</summary>
    public static string OrNothing(ParseContext attribute)
    {
        var method = attribute.Method;
        return method.FindAttribute(WriteMethodParser.InvalidatesAttribute) is not null && method.FindAttribute(WriteMethodParser.UpdatesAttribute) is null
            && (method.ReturnsVoid || method.ReturnType.IsNoResultTask())
            ? "; where nothing is to be called, say so with Source = null"
            : "";
    }

    /// <summary>The source; null where there is none to call, and, after a report, where none was found.</summary>
    public SourceModel? Source(ITypeSymbol? value, ReturnKind returns)
    {
        var name = Main.Method.Name;
        foreach (var (other, source) in Stated(SourceProperty).Skip(1).Where(other => other.Text != Main.Argument<string>(SourceProperty)))
            other.ReportArgument(Rules.AmbiguousSource, SourceProperty, null, name, $"{Text(Main.Argument<string>(SourceProperty))} or {Text(source)}", "let one of the attributes say which");
        if (!IsOfNothing)
            return SourceFinder.Find(Main, value, returns);
        // That it stores what is returned is told, too, and then that is what is wrong.
        if (value is not null && !_attributes.Any(attribute => attribute.Attribute.AttributeClass!.Name == WriteMethodParser.UpdatesAttribute))
            Main.Report(Rules.NotCacheable, name, "nothing is called (Source = null) that could return something; return void, Task or ValueTask, or name a source");
        if (SourceFinder.Unwanted(Main, returns) is { } unwanted)
            Main.ReportArgument(Rules.AmbiguousSource, SourceProperty, null, name, $"'{unwanted}' or, as Source = null says, nothing", $"leave Source out, or rename '{unwanted}'");
        return null;

        static string Text(string? source) => source is null ? "nothing" : $"'{source}'";
    }

    /// <summary>The name of the limiter; null for none.</summary>
    public string? RateLimit()
    {
        // A default of the type is not asked: it speaks of loads, and what is written may go elsewhere.
        var stated = Stated(LoadParser.RateLimitProperty).Where(said => LoadParser.RateLimit(said.Attribute, said.Text) is not null).ToArray();
        if (stated.Length == 0)
            return null;
        var (first, name) = stated[0];
        foreach (var other in stated.Skip(1).Where(other => other.Text != name))
            Conflict(other.Attribute, $"would take a lease of '{name}' and of '{other.Text}': let one of the attributes say which");
        if (IsOfNothing)
            Conflict(first, "calls nothing (Source = null), so there is nothing that RateLimit could hold back: leave one of them out");
        return name;

        static void Conflict(ParseContext attribute, string problem) =>
            attribute.ReportArgument(Rules.ConflictingAttributes, LoadParser.RateLimitProperty, null, attribute.Method.Name, problem);
    }

    private IEnumerable<(ParseContext Attribute, string? Text)> Stated(string property)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.Says(property, out var text))
                yield return (attribute, text);
        }
    }
}
