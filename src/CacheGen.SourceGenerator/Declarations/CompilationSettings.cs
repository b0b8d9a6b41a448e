using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Declarations;

/// <summary>What a compilation is compiled with: its name, its options, and what it references.</summary>
internal sealed class CompilationSettings : IEquatable<CompilationSettings>
{
    private readonly string? _assembly;
    private readonly CompilationOptions _options;
    private readonly MetadataReference[] _references;
    private readonly (DeclaredCompilation, MetadataReferenceProperties)[] _projects;

    public CompilationSettings(Compilation compilation, CancellationToken cancellationToken)
    {
        _assembly = compilation.AssemblyName;
        // Editors make it anew now and then; what it says of files is compared with them, what it says of warnings concerns no model.
        _options = compilation.Options.WithSyntaxTreeOptionsProvider(null);
        // One object, as long as its file stays as it is.
        _references = [.. compilation.References.Where(reference => reference is not CompilationReference)];
        // A project that is open in the editor too is what it declares.
        _projects = [.. compilation.References.OfType<CompilationReference>().Select(reference => (DeclaredCompilation.Of(reference.Compilation, cancellationToken), reference.Properties))];
    }

    public bool Equals(CompilationSettings? other) => ReferenceEquals(this, other)
        || (other is not null && _assembly == other._assembly && _references.SequenceEqual(other._references) && _projects.SequenceEqual(other._projects)
            && _options.Equals(other._options));

    public override bool Equals(object? obj) => Equals(obj as CompilationSettings);

    public override int GetHashCode() => _references.Length + _projects.Length;
}
