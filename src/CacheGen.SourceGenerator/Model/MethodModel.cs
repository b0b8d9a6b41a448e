namespace CacheGen.SourceGenerator.Model;

internal enum ReturnKind
{
    Value,
    Task,
    ValueTask,
    Stream,
}

/// <summary>A method with [Cached], read.</summary>
internal abstract record ParsedMethod
{
    public required TypeIdentity Type { get; init; }

    public required SignatureModel Signature { get; init; }

    /// <summary>By which of our attributes it was parsed, in the order of MethodParsers.</summary>
    public int Attribute { get; init; }

    /// <summary>What the type passes on beside; at the first of its methods only.</summary>
    public DecoratorModel? Decorator { get; init; }
}

/// <summary>
/// A method about which something is wrong. The analyzer says what; here stands only what keeps the compiler going until it
/// does, for a partial method without its other part (CS8795) ends a command-line build before any analyzer is asked.
/// </summary>
internal sealed record RefusedMethod : ParsedMethod
{
    /// <summary>Such as <c>CG1002, CG4001</c>.</summary>
    public required string Rules { get; init; }

    /// <summary>What only the right method would read.</summary>
    public required EquatableArray<string> Reads { get; init; }
}

/// <summary>One cached method, decided: the emitter only prints it.</summary>
internal sealed record MethodModel : ParsedMethod
{
    /// <summary>Stable id: <c>Namespace.Type.Method(parameter types)</c>.</summary>
    public required string Id { get; init; }

    public required ReturnKind Returns { get; init; }

    /// <summary>What is cached: the return type, out of its Task; of a stream the list of its items, which null marks as too long.</summary>
    public required string ValueType { get; init; }

    /// <summary>Of a stream: the most items that are cached.</summary>
    public required int? MaxItems { get; init; }

    /// <summary>The value may be null, which is a miss.</summary>
    public required bool MayMiss { get; init; }

    /// <summary>Of the shape of what is cached: see ShapeFingerprint.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The type parameters around the method, outermost first, its own last.</summary>
    public required EquatableArray<string> AllTypeParameters { get; init; }

    public required CacheModel Cache { get; init; }

    public required SourceModel Source { get; init; }

    public required KeyModel Key { get; init; }

    public required EquatableArray<TagModel> Tags { get; init; }

    public required PolicyModel Policy { get; init; }

    /// <summary>How the type is had from another scope; null where loads need none of their own.</summary>
    public FreshInstanceModel? FreshInstance { get; init; }

    /// <summary>Its loads are joined into calls of a batch's source, which stands in the place of its own.</summary>
    public WindowModel? Window { get; init; }

    /// <summary>The name under which the configuration may say something of several methods at once.</summary>
    public required string? Profile { get; init; }

    public ValueModel Values { get; init; } = new();

    /// <summary>public, internal, or null where the handle's signature cannot be seen outside the type.</summary>
    public required string? HandleAccessibility { get; init; }

    /// <summary>The parameters that a handle takes: those that tell one entry from another.</summary>
    public IEnumerable<ParameterModel> HandleParameters => Signature.Parameters.Where(parameter => Key.Reads.Contains(parameter.Name));
}

/// <param name="Member">How the method reaches its cache.</param>
/// <param name="Expression">The MethodCache: the member itself, or what is made of it.</param>
internal sealed record CacheModel(string Member, string Expression);

/// <param name="Type">The class with the cached method.</param>
/// <param name="Interfaces">Under which it may be registered in its place.</param>
internal sealed record FreshInstanceModel(string Type, EquatableArray<string> Interfaces);

internal sealed record SourceModel
{
    public required string Name { get; init; }

    public required bool IsStatic { get; init; }

    /// <summary>It returns ValueTask, which is what the engine takes; a Task or a value is wrapped in one.</summary>
    public required bool ReturnsValueTask { get; init; }

    /// <summary>It returns a Task or ValueTask.</summary>
    public bool IsAsynchronous { get; init; }

    /// <summary>The names of the cached method's parameters in the order in which the source takes them; null for its token.</summary>
    public required EquatableArray<SourceArgument> Arguments { get; init; }

    /// <summary>Only nullability differs, in the allowed direction.</summary>
    public required bool NeedsSuppression { get; init; }
}

/// <param name="Parameter">The cached method's parameter; empty for the cancellation token.</param>
/// <param name="NeedsSuppression">Only nullability differs.</param>
internal sealed record SourceArgument(string Parameter, bool NeedsSuppression)
{
    public bool IsCancellationToken => Parameter.Length == 0;
}
