using CacheGen.SourceGenerator.Parsing;

namespace CacheGen.SourceGenerator.Declarations;

/// <summary>
/// The names by which a file could mean an attribute of ours: with or without "Attribute", or any alias. What they mean is for the parser to say.
/// </summary>
internal sealed class AnnotationNames(IEnumerable<DeclaredFile> files)
{
    private const string Suffix = "Attribute";

    private static readonly string[] s_ours = [.. MethodParsers.Attributes.SelectMany(name => new[] { name, name.Substring(0, name.Length - Suffix.Length) })];

    private readonly HashSet<string> _everywhere = new(s_ours.Concat(files.SelectMany(file => file.AliasesForAll)), StringComparer.Ordinal);

    // An alias may end with "Attribute" too, and be used without it.
    public bool AreIn(DeclaredFile file) => file.AttributesOfMethods.SelectMany(name => new[] { name, name + Suffix })
        .Any(name => _everywhere.Contains(name) || file.Aliases.Contains(name));
}
