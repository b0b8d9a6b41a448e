using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Declarations;

/// <summary>
/// A file that may have methods of ours, by its syntax. It equals another where all that its models can depend on is equal: so an edit of a declaration
/// is followed by a parse of the files that could see it, and of no others.
/// </summary>
/// <param name="compilation">Where it is.</param>
/// <param name="index">Which of the compilation's files it is.</param>
/// <param name="key">Of it and of all that it depends on.</param>
internal sealed class AnnotatedFile(DeclaredCompilation compilation, int index, string key) : IEquatable<AnnotatedFile>
{
    private readonly WeakReference<Compilation> _compilation = compilation.Compilation;
    private readonly CompilationSettings _settings = compilation.Settings;
    private readonly string _key = key;

    public static IEnumerable<AnnotatedFile> In(DeclaredCompilation compilation)
    {
        var names = new AnnotationNames(compilation.Files);
        var dependencies = new Dependencies(compilation);
        return Enumerable.Range(0, compilation.Files.Count).Where(index => names.AreIn(compilation.Files[index]))
            // Files that depend on one another have one key: each has its own text beside it, or one could pass for another.
            .Select(index => new AnnotatedFile(compilation, index, $"{dependencies.KeyOf(index)} {compilation.Files[index].Text}"));
    }

    /// <summary>The compilation and the file in it.</summary>
    public (Compilation Compilation, SyntaxTree Tree) Open() => _compilation.TryGetTarget(out var compilation)
        ? (compilation, compilation.SyntaxTrees.ElementAt(index))
        // The driver holds it as long as it runs.
        : throw new InvalidOperationException("The compilation is gone.");

    public bool Equals(AnnotatedFile? other) => other is not null && _key == other._key && _settings.Equals(other._settings);

    public override bool Equals(object? obj) => Equals(obj as AnnotatedFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_key);
}
