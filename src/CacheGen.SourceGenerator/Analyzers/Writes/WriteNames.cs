namespace CacheGen.SourceGenerator.Analyzers.Writes;

/// <summary>Methods that write, by their names.</summary>
internal static class WriteNames
{
    private static readonly string[] s_verbs =
    [
        "Update", "Save", "Delete", "Remove", "Rename", "Set", "Upsert", "Replace", "Edit", "Change", "Patch", "Store", "Write", "Clear", "Move", "Archive",
        "Add", "Insert", "Create",
    ];

    /// <summary>The verb that a name begins with; null for any other name: <c>Settle</c> does not begin with Set.</summary>
    public static string? VerbOf(string name) => s_verbs.FirstOrDefault(verb =>
        name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || !char.IsLower(name[verb.Length])));

    /// <summary>Whether a verb says that there is something new, and what was there is as it was.</summary>
    public static bool IsNew(string verb) => verb is "Add" or "Insert" or "Create";
}
