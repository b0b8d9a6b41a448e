namespace CacheGen.SourceGenerator.Model;

/// <summary>What a decorator passes on to the instances that it wraps.</summary>
internal sealed record DecoratorModel
{
    public required EquatableArray<AccessorModel> Accessors { get; init; }

    public required EquatableArray<ForwardedMember> Members { get; init; }
}

/// <summary>A generated property behind which a wrapped instance is: lambdas cannot reach parameters of a primary constructor.</summary>
internal sealed record AccessorModel(string Name, string Type, string Expression);

/// <summary>A member of a wrapped interface that the type does not implement itself.</summary>
internal sealed record ForwardedMember
{
    /// <summary>The interface and where it goes, as people say it: for the comment over the members that share it.</summary>
    public required string Group { get; init; }

    /// <summary>The type shows it; else it can only be reached through the interface.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>With brackets.</summary>
    public required EquatableArray<string> Attributes { get; init; }

    /// <summary>All that stands before the body.</summary>
    public required string Declaration { get; init; }

    public required EquatableArray<string> Constraints { get; init; }

    /// <summary>A method has one without a keyword.</summary>
    public required EquatableArray<ForwardedBody> Bodies { get; init; }
}

/// <param name="Keyword">get, set, init, add, remove; empty for a method.</param>
/// <param name="Expression">What it does.</param>
/// <param name="Attributes">With brackets and a space behind, or empty.</param>
internal sealed record ForwardedBody(string Keyword, string Expression, string Attributes = "");
