using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Emission;

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
        : $"{Model.Type.MethodsClass}.{Descriptor}{Model.Signature.TypeParameterList}.Method";

    /// <summary>The key, out of the method's parameters.</summary>
    public string KeyExpression => Model.Key switch
    {
        { Parts.Count: 0 } => $"default({CompilerServices}.NoArguments)",
        { IsSinglePart: true } key => key.Parts[0].Expression,
        { } key => $"new {KeyType}({string.Join(", ", key.Parts.Select(part => part.Expression))})",
    };

    /// <summary>Lines that refuse null where the key reads what must not be null.</summary>
    public IEnumerable<string> NullChecks => Model.Key.NeverNull
        .Select(expression => $"global::System.ArgumentNullException.ThrowIfNull({expression});");

    public static IReadOnlyList<NamedMethod> NameAll(TypeModel type)
    {
        var named = new List<NamedMethod>();
        foreach (var method in type.Methods.OfType<MethodModel>())
        {
            var plain = method.Signature.Name.TrimStart('@');
            var shortName = plain.EndsWith("Async", StringComparison.Ordinal) && plain.Length > 5 ? plain.Substring(0, plain.Length - 5) : plain;
            var descriptor = Unique(plain, name => IsMemberOfObject(name) || named.Any(other => other.Descriptor == name || other.KeyStruct == name || other.Descriptor == name + "Key"));
            // Overloads of handles may share a name as their methods do, unless only a token or Async told those apart.
            var handle = new[] { shortName, plain }.FirstOrDefault(name => !named.Any(other => other.Handle == name && SameSignature(other.Model, method)))
                ?? Unique(plain, name => IsMemberOfObject(name) || named.Any(other => other.Handle == name));
            named.Add(new NamedMethod(method, Escape(descriptor), Escape(handle)));
        }

        return named;
    }

    /// <summary>The parameters that a handle takes: those that tell one entry from another.</summary>
    public static IEnumerable<ParameterModel> HandleParameters(MethodModel method) =>
        method.Signature.Parameters.Where(parameter => method.Key.Reads.Contains(parameter.Name));

    private static bool SameSignature(MethodModel a, MethodModel b) =>
        a.Signature.TypeParameters.Count == b.Signature.TypeParameters.Count
        && HandleParameters(a).Select(parameter => parameter.Type.TrimEnd('?')).SequenceEqual(HandleParameters(b).Select(parameter => parameter.Type.TrimEnd('?')));

    private static bool IsMemberOfObject(string name) =>
        name is "Equals" or "Finalize" or "GetHashCode" or "GetType" or "MemberwiseClone" or "ReferenceEquals" or "ToString";

    private static string Unique(string name, Func<string, bool> isTaken) => Parsing.Names.Free([name, name + "_"], isTaken);

    private static string Escape(string name) => Parsing.Names.Identifier(name);
}
