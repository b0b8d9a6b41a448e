namespace CacheGen.SourceGenerator.Model;

/// <summary>What the generated part of a method must repeat.</summary>
internal sealed record SignatureModel
{
    /// <summary>As it is written, escaped where it is a keyword.</summary>
    public required string Name { get; init; }

    /// <summary>The method's own modifiers, such as <c>public virtual partial</c>.</summary>
    public required string Modifiers { get; init; }

    public required string ReturnType { get; init; }

    /// <summary>Type parameter names of the method; empty where it is not generic.</summary>
    public required EquatableArray<string> TypeParameters { get; init; }

    /// <summary>The <c>where</c> clauses that the method's own part repeats.</summary>
    public required EquatableArray<string> RepeatedConstraints { get; init; }

    /// <summary>All that binds the type parameters, for what is generated beside the method.</summary>
    public required EquatableArray<string> Constraints { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>Type parameters in angle brackets, or nothing.</summary>
    public string TypeParameterList => TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", TypeParameters)}>";

    /// <summary>The constraints, each on a line of its own, or nothing.</summary>
    public string ConstraintClauses => Lines(Constraints);

    /// <inheritdoc cref="ConstraintClauses"/>
    public string RepeatedConstraintClauses => Lines(RepeatedConstraints);

    private static string Lines(IEnumerable<string> constraints) => string.Concat(constraints.Select(constraint => $"\n    {constraint}"));
}

internal sealed record ParameterModel
{
    /// <summary>As it is written, escaped where it is a keyword.</summary>
    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>What tells overloads apart.</summary>
    public required string BareType { get; init; }

    /// <summary>this, in, params, scoped; with a space behind, or empty.</summary>
    public required string Modifiers { get; init; }

    public required bool IsCancellationToken { get; init; }

    /// <summary>It is the MethodCache itself.</summary>
    public required bool IsCache { get; init; }
}
