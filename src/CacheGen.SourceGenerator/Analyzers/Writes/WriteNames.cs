using System.Text.RegularExpressions;

namespace CacheGen.SourceGenerator.Analyzers.Writes;

/// <summary>Methods that write, by their names.</summary>
internal static class WriteNames
{
    private static readonly string[] s_verbs =
    [
        "Update", "Save", "Delete", "Remove", "Rename", "Set", "Upsert", "Replace", "Edit", "Change", "Patch", "Store", "Write", "Clear", "Move", "Archive",
        "Add", "Insert", "Create",
    ];

    private static readonly string[] s_reads = ["Get", "TryGet", "Find", "Load", "Fetch", "Read", "List", "Query", "Search", "Lookup", "Count"];

    /// <summary>The verb that a name begins with; null for any other name: <c>Settle</c> does not begin with Set.</summary>
    public static string? VerbOf(string name) => s_verbs.FirstOrDefault(verb => BeginsWith(name, verb));

    /// <summary>Whether a verb says that there is something new, and what was there is as it was.</summary>
    public static bool IsNew(string verb) => verb is "Add" or "Insert" or "Create";

    /// <summary>What a method reads or writes, in the singular: <c>Release</c> of UpdateReleaseAsync and of GetReleasesByArtistAsync.</summary>
    public static string NounOf(string name)
    {
        var verb = s_verbs.Concat(s_reads).FirstOrDefault(verb => BeginsWith(name, verb));
        if (verb is null)
            return "";
        var words = Regex.Matches(name.Substring(verb.Length), "\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[^\\p{Lu}]+").Cast<Match>().Select(match => match.Value)
            .SkipWhile(word => word is "All" or "Many").TakeWhile(word => word is not ("By" or "For" or "Of" or "With" or "Async"));
        var noun = string.Concat(words);
        return noun.EndsWith("ies", StringComparison.Ordinal) ? noun.Substring(0, noun.Length - 3) + "y"
            : noun.EndsWith("s", StringComparison.Ordinal) && !noun.EndsWith("ss", StringComparison.Ordinal) ? noun.Substring(0, noun.Length - 1)
            : noun;
    }

    private static bool BeginsWith(string name, string verb) =>
        name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || !char.IsLower(name[verb.Length]));
}
