namespace CacheGen.SourceGenerator.Model;

/// <summary>A method with the names of what is generated beside it; overloads are numbered.</summary>
internal sealed record NamedMethod(MethodModel Model, string Descriptor, string Handle)
{
    private const string CompilerServices = "global::CacheGen.CompilerServices";

    /// <summary>The generated key struct, for keys of several parts.</summary>
    public string KeyStruct => Descriptor.TrimStart('@') + "Key";

    /// <summary>TKey: the part itself where there is one that is never null, else a struct.</summary>
    public string KeyType => Model.Key switch
    {
        { Parts.Count: 0 } => $"{CompilerServices}.NoArguments",
        { IsSinglePart: true } key => key.Parts[0].Type,
        _ => $"{Model.Type.MethodsClass}.{KeyStruct}",
    };

    public bool HasKeyStruct => Model.Key is { Parts.Count: > 0, IsSinglePart: false };

    /// <summary>How the method's descriptor is reached from the type.</summary>
    public string DescriptorAccess => Model.Signature.TypeParameters.Count == 0
        ? $"{Model.Type.MethodsClass}.{Descriptor}"
        : $"{Model.Type.MethodsClass}.{Descriptor}{Model.Signature.TypeParameterList}.{GenericField}";

    /// <summary>A generic method's descriptor is a static field of a generic class, which has the method's type parameters.</summary>
    public string GenericField => Parsing.Names.Free(["Method", "CachedMethod"], name => Model.Signature.TypeParameters.Contains(name) || Descriptor == name);

    /// <summary>The key, out of the method's parameters.</summary>
    public string KeyExpression => Model.Key switch
    {
        { Parts.Count: 0 } => $"default({CompilerServices}.NoArguments)",
        { IsSinglePart: true } key => key.Parts[0].Expression,
        { } key => $"new {KeyType}({string.Join(", ", key.Parts.Select(part => part.Expression))})",
    };

    /// <summary>Lines that refuse null where the key reads what must not be null, and scopes that nobody knows.</summary>
    public IEnumerable<string> NullChecks => NullChecksOf(static _ => true);

    /// <inheritdoc cref="NullChecks"/>
    public IEnumerable<string> NullChecksOf(Func<string, bool> isChecked) => Model.Key.NeverNull.Where(isChecked)
        .Select(expression => $"global::System.ArgumentNullException.ThrowIfNull({expression});")
        .Concat(Model.Key.Scopes.Where(scope => scope is { Service: null, IsText: true }).Select(NotEmpty));

    /// <summary>The locals of the generated method that the key reads: the scopes for which a service is asked.</summary>
    public IEnumerable<string> KeyLocals => Asked.Select(scope => scope.Local(Model.Id));

    /// <summary>In a handle they are parameters.</summary>
    public IEnumerable<string> HandleScopes => Asked.Select(scope => scope.Argument);

    /// <summary>The lines of a handle that refuse what the key must not read.</summary>
    public IEnumerable<string> HandleChecks => NullChecks.Concat(Asked.Select(NotEmpty));

    private IEnumerable<ScopeModel> Asked => Model.Key.Scopes.Where(scope => scope.Service is not null);

    private static string NotEmpty(ScopeModel scope) => $"global::System.ArgumentException.ThrowIfNullOrEmpty({scope.Argument});";
}
