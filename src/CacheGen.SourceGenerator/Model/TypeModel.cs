namespace CacheGen.SourceGenerator.Model;

/// <summary>A user's type with cached methods: one generated file.</summary>
internal sealed record TypeModel
{
    public required TypeIdentity Identity { get; init; }

    /// <summary>The generated file's; unique in the compilation, also where case does not count.</summary>
    public required string FileName { get; init; }

    /// <summary>All that have a descriptor, the items of batches among them.</summary>
    public required EquatableArray<NamedMethod> Methods { get; init; }

    public EquatableArray<BatchMethod> Batches { get; init; }

    /// <summary>The single-item methods, which are written as such.</summary>
    public IEnumerable<NamedMethod> Singles => Methods.Where(method => !Batches.Any(batch => batch.OwnsItem && batch.Item.Id == method.Model.Id));

    /// <summary>The batches, each with the method whose entries its items are.</summary>
    public IEnumerable<NamedBatch> NamedBatches => Batches.Select(batch => new NamedBatch(batch, Methods.First(method => method.Model.Id == batch.Item.Id)));

    /// <summary>Methods about which something is wrong.</summary>
    public required EquatableArray<RefusedMethod> Refused { get; init; }

    /// <summary>Methods that change what others cache.</summary>
    public EquatableArray<WriteMethodModel> Writes { get; init; }

    /// <summary>Of all methods that are written.</summary>
    public IEnumerable<SignatureModel> Signatures => Singles.Select(method => method.Model.Signature)
        .Concat(Batches.Concat<ParsedMethod>(Writes).Concat(Refused).Select(method => method.Signature));

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
