using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Declarations;

/// <summary>
/// What a file declares, without what its bodies do: all of it that another file, or a model, can depend on. It holds no syntax, and is known as
/// long as the file stays as it is.
/// </summary>
internal sealed class DeclaredFile : IEquatable<DeclaredFile>
{
    private static readonly ConditionalWeakTable<SyntaxTree, DeclaredFile> s_known = new();

    /// <summary>A hash of the declarations.</summary>
    public required string Text { get; init; }

    /// <summary>The names of its types; of attributes both.</summary>
    public required IReadOnlyCollection<string> Types { get; init; }

    /// <summary>The full names of its namespaces, and of those around them.</summary>
    public required IReadOnlyCollection<string> Namespaces { get; init; }

    /// <summary>All names that its declarations mention.</summary>
    public required IReadOnlyCollection<string> Mentioned { get; init; }

    /// <summary>The names that its global usings and its attributes of the assembly mention; null where it has none of them.</summary>
    public required IReadOnlyCollection<string>? MentionedForAll { get; init; }

    /// <summary>The names by which methods have attributes, the part after the last dot.</summary>
    public required IReadOnlyCollection<string> AttributesOfMethods { get; init; }

    /// <summary>Aliases that hold in this file.</summary>
    public required IReadOnlyCollection<string> Aliases { get; init; }

    /// <summary>Aliases that hold in all files.</summary>
    public required IReadOnlyCollection<string> AliasesForAll { get; init; }

    /// <summary>It declares something that files can depend on without a word of it: what the compiler, or we, look up by name.</summary>
    public required bool IsKnownToCompiler { get; init; }

    public static DeclaredFile Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_known.TryGetValue(tree, out var known) ? known : s_known.GetValue(tree, tree => DeclarationReader.Read(tree, cancellationToken));

    // All else follows from the text.
    public bool Equals(DeclaredFile? other) => ReferenceEquals(this, other) || other?.Text == Text;

    public override bool Equals(object? obj) => Equals(obj as DeclaredFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
