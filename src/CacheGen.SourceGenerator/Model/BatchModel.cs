namespace CacheGen.SourceGenerator.Model;

/// <summary>A method with [CachedBatch], decided.</summary>
internal sealed record BatchMethod : ParsedMethod
{
    /// <summary>The single-item method whose entries the items are; or what such a method would be, where the batch has its own.</summary>
    public required MethodModel Item { get; init; }

    /// <summary>The items' descriptor and handle come with this batch: there is no Of.</summary>
    public required bool OwnsItem { get; init; }

    public required ReturnKind Returns { get; init; }

    public required CacheModel Cache { get; init; }

    /// <summary>The parameter that holds the ids.</summary>
    public required string Ids { get; init; }

    /// <summary>What the key calls one of them.</summary>
    public required string Id { get; init; }

    public required BatchSourceModel Source { get; init; }

    /// <summary>What becomes of what was found: C# of an expression of <c>found</c>.</summary>
    public required string Result { get; init; }

    /// <summary>It is said that the result may be null, which it never is: to the compiler, Task&lt;T&gt; is no Task&lt;T?&gt;.</summary>
    public required bool NeedsSuppression { get; init; }

    public required int MaxBatch { get; init; }

    public required int MaxParallel { get; init; }
}

/// <summary>The uncached method that loads many: of a batch, or behind a single-item method with a BatchWindow.</summary>
internal sealed record BatchSourceModel
{
    public required string Name { get; init; }

    public required bool IsStatic { get; init; }

    public required bool IsAsynchronous { get; init; }

    /// <summary>Its arguments in their order.</summary>
    public required EquatableArray<SourceArgument> Arguments { get; init; }

    /// <summary>C# that makes the source's collection of the array <c>{0}</c>.</summary>
    public required string Ids { get; init; }

    /// <summary>C# that makes pairs of id and value of what it returns, <c>{0}</c>.</summary>
    public required string Pairs { get; init; }
}

/// <summary>How single loads are joined.</summary>
internal sealed record WindowModel
{
    /// <summary>The parameter that is the id.</summary>
    public required string Id { get; init; }

    public required long Ticks { get; init; }

    public required int MaxBatch { get; init; }

    public required BatchSourceModel Source { get; init; }
}

/// <param name="Model">The batch.</param>
/// <param name="Item">Whose entries its items are.</param>
internal sealed record NamedBatch(BatchMethod Model, NamedMethod Item);
