namespace CacheGen.SourceGenerator.Model;

/// <summary>A user's type with cached methods: one generated file.</summary>
internal sealed record TypeModel
{
    public required TypeIdentity Identity { get; init; }

    /// <summary>The generated file's; unique in the compilation, also where case does not count.</summary>
    public required string FileName { get; init; }

    public required EquatableArray<NamedMethod> Methods { get; init; }

    /// <summary>Methods about which something is wrong.</summary>
    public required EquatableArray<RefusedMethod> Refused { get; init; }

    /// <summary>Methods that change what others cache.</summary>
    public EquatableArray<WriteMethodModel> Writes { get; init; }

    /// <summary>Null where the type is no decorator.</summary>
    public required DecoratorModel? Decorator { get; init; }
}

/// <summary>What all methods of a type say alike; they are grouped by it.</summary>
internal sealed record TypeIdentity
{
    /// <summary>Empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Outermost first: <c>partial class Outer</c>, <c>partial record struct Inner&lt;T&gt;</c>.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>The type's full name as a file may be called. Types that differ in case alone share one; see TypeModel.FileName.</summary>
    public required string HintName { get; init; }

    /// <summary>The nested class of the descriptors: <c>Methods</c>, where the type has no member of that name.</summary>
    public required string MethodsClass { get; init; }

    /// <summary>The nested class of the typed handles: <c>Cache</c>, where the type has no member of that name.</summary>
    public required string HandlesClass { get; init; }
}
