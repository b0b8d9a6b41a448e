using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Declarations;

/// <summary>
/// What a compilation declares: its files without their bodies, and what it is compiled with. Two that are equal give equal models, so an edit in a body
/// ends here.
/// </summary>
internal sealed class DeclaredCompilation : IEquatable<DeclaredCompilation>
{
    private static readonly ConditionalWeakTable<Compilation, DeclaredCompilation> s_known = new();

    private DeclaredCompilation(Compilation compilation, CancellationToken cancellationToken)
    {
        Compilation = new(compilation);
        Settings = new(compilation, cancellationToken);
        var options = compilation.Options.SyntaxTreeOptionsProvider;
        Files = [.. compilation.SyntaxTrees.Select(tree => DeclaredFile.Of(tree, cancellationToken))];
        // In generated files nullability is off where they do not turn it on, and .editorconfig may say which files are.
        IsGenerated = options is null ? [] : [.. compilation.SyntaxTrees.Select(tree => options.IsGenerated(tree, cancellationToken))];
    }

    /// <summary>
    /// Where the symbols are, as long as this run of the generator lasts. The pipeline keeps what it compares, and must not keep a compilation
    /// alive until the next edit of a declaration.
    /// </summary>
    public WeakReference<Compilation> Compilation { get; }

    public CompilationSettings Settings { get; }

    /// <summary>In the order of the compilation's.</summary>
    public IReadOnlyList<DeclaredFile> Files { get; }

    /// <summary>What .editorconfig says of each file; empty where there is none.</summary>
    public IReadOnlyList<GeneratedKind> IsGenerated { get; }

    public static DeclaredCompilation Of(Compilation compilation, CancellationToken cancellationToken) =>
        s_known.TryGetValue(compilation, out var known) ? known : s_known.GetValue(compilation, compilation => new(compilation, cancellationToken));

    public bool Equals(DeclaredCompilation? other) => ReferenceEquals(this, other)
        || (other is not null && Files.SequenceEqual(other.Files) && IsGenerated.SequenceEqual(other.IsGenerated) && Settings.Equals(other.Settings));

    public override bool Equals(object? obj) => Equals(obj as DeclaredCompilation);

    public override int GetHashCode() => Files.Count;
}
