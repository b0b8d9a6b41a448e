namespace CacheGen.SourceGenerator.Model;

/// <summary>What the attribute says of the values of one method; null where it says nothing.</summary>
internal sealed record ValueModel
{
    public Selector? Miss { get; init; }

    public Selector? StoreWhen { get; init; }

    public Selector? TtlFrom { get; init; }

    public Selector? FailWhen { get; init; }

    public ValidModel? ValidWhen { get; init; }

    /// <summary>A lambda that compares two values, where the Ttl learns.</summary>
    public string? SameValue { get; init; }

    /// <summary>Types of exceptions; null where nothing is said, which is not the same as none.</summary>
    public EquatableArray<ExceptionType>? ServeStaleOn { get; init; }

    /// <inheritdoc cref="ServeStaleOn"/>
    public EquatableArray<ExceptionType>? NeverServeStaleOn { get; init; }
}

/// <param name="Name">The user's method, for the comment.</param>
/// <param name="Lambda">What calls it with a value.</param>
internal sealed record Selector(string Name, string Lambda);

/// <param name="Name">As people say it, for the comment.</param>
/// <param name="Code">As generated code says it.</param>
internal sealed record ExceptionType(string Name, string Code);

/// <summary>The predicate that a cached value is asked before it is served.</summary>
internal sealed record ValidModel
{
    /// <summary>The user's method, for the comment.</summary>
    public required string Name { get; init; }

    /// <summary>How it is called: after the instance and a dot, or as it stands where it is static.</summary>
    public required string Target { get; init; }

    public required bool IsStatic { get; init; }

    /// <summary>What stands before the value's name: a cast that tells overloads apart, or nothing.</summary>
    public required string ValueCast { get; init; }

    /// <summary>The value's text behind its name: <c>.Value</c>, <c>!</c>, or nothing.</summary>
    public required string ValueSuffix { get; init; }

    /// <summary>Null stands for no answer of which it could be asked: it is valid.</summary>
    public required bool SkipsNull { get; init; }

    /// <summary>What it takes beside the value.</summary>
    public required EquatableArray<SourceArgument> Arguments { get; init; }

    /// <summary>It returns ValueTask, which is what the table takes; a Task or a bool is wrapped in one.</summary>
    public required bool ReturnsValueTask { get; init; }
}
