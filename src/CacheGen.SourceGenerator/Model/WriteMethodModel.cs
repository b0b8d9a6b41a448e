namespace CacheGen.SourceGenerator.Model;

/// <summary>A method with [Invalidates] or [Updates], decided: the emitter only prints it.</summary>
internal sealed record WriteMethodModel : ParsedMethod
{
    /// <summary>Stable id: <c>Namespace.Type.Method(parameter types)</c>.</summary>
    public required string Id { get; init; }

    public required ReturnKind Returns { get; init; }

    /// <summary>What it returns, out of its Task; null for void, Task and ValueTask.</summary>
    public required string? ValueType { get; init; }

    public required CacheModel Cache { get; init; }

    /// <summary>Null where nothing is called, and the cache alone is changed.</summary>
    public required SourceModel? Source { get; init; }

    /// <summary>The limiter of which a lease is taken before the source is called; null for none.</summary>
    public required string? RateLimit { get; init; }

    /// <summary>The locals that the changes read.</summary>
    public required WriteLocals Locals { get; init; }

    /// <summary>In the order of the attributes.</summary>
    public required EquatableArray<ChangeModel> Changes { get; init; }

    /// <summary>Its type says nothing of null, and the compiler would, once it was asked whether it is.</summary>
    public required bool IsResultOblivious { get; init; }

    public bool IsAsynchronous => Returns != ReturnKind.Value;
}

/// <param name="Cache">The MethodCache.</param>
/// <param name="Result">What the source has returned.</param>
internal sealed record WriteLocals(string Cache, string Result);

internal enum ChangeKind
{
    Remove,
    Set,
    RemoveByTag,
}

/// <param name="Kind">What is done.</param>
/// <param name="Target">The id of the cached method, or the tag's template: what a catalog of the methods lists.</param>
/// <param name="Text">As people read it: for the comment.</param>
/// <param name="Argument">C# of the entry's handle, or of the tag.</param>
internal sealed record ChangeModel(ChangeKind Kind, string Target, string Text, string Argument)
{
    /// <summary>Whose entry it is, where the target has scopes.</summary>
    public EquatableArray<ScopeModel> Scopes { get; init; }
}
