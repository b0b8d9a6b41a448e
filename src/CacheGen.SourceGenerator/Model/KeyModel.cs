namespace CacheGen.SourceGenerator.Model;

internal sealed record KeyModel
{
    /// <summary>The key as its author would write it: for the comment.</summary>
    public required string Template { get; init; }

    /// <summary>What it begins with, without the colon that follows.</summary>
    public required string Prefix { get; init; }

    /// <summary>The prefix is the type's full name.</summary>
    public required bool PrefixIsType { get; init; }

    /// <summary>The version at its end; 0 for none.</summary>
    public required int Version { get; init; }

    public required EquatableArray<KeyPart> Parts { get; init; }

    /// <summary>The text of the key: literals and indices of parts, in order.</summary>
    public required EquatableArray<KeyPiece> Pieces { get; init; }

    /// <summary>The parameters that are in the key, whole or in part.</summary>
    public required EquatableArray<string> Reads { get; init; }

    /// <summary>Parameters, or members of them, that the key reads and that must not be null.</summary>
    public required EquatableArray<string> NeverNull { get; init; }

    /// <summary>Whose answers the entries are.</summary>
    public EquatableArray<ScopeModel> Scopes { get; init; }

    /// <summary>The part itself is the key: there is one, and it is never null.</summary>
    public bool IsSinglePart => Parts.Count == 1 && !Parts[0].MayBeNull;
}

/// <summary>A typed part of the key, whose equality agrees with its text.</summary>
internal sealed record KeyPart
{
    /// <summary>The name in the generated key struct.</summary>
    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>Its value, out of the method's parameters.</summary>
    public required string Expression { get; init; }

    public required bool MayBeNull { get; init; }
}

/// <summary>A user, a tenant or the like, whose answers are kept from all others.</summary>
internal sealed record ScopeModel
{
    /// <summary>What the attribute says: <c>user</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The parameter or, where a service is asked, the local of the generated method and the parameter of its handle.</summary>
    public required string Argument { get; init; }

    /// <summary>How the method reaches its ICacheScope; null where a parameter of the method is the scope.</summary>
    public string? Service { get; init; }

    /// <summary>It is a string, which must not be empty.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>The line that asks the service.</summary>
    /// <param name="method">The id of the method that asks.</param>
    public string Local(string method) =>
        $"var {Argument} = global::CacheGen.CompilerServices.CacheKey.Scope({Service}, \"{Name}\", \"{method}\");";
}

/// <param name="Literal">Text as it stands; null for a part or a type argument.</param>
/// <param name="Part">An index into <see cref="KeyModel.Parts"/>; -1 for none.</param>
/// <param name="TypeArgument">The name of a type parameter; null for none.</param>
internal sealed record KeyPiece(string? Literal, int Part = -1, string? TypeArgument = null);

/// <param name="Template">The tag as its author wrote it: for the comment.</param>
/// <param name="Pieces">Its text, out of the key's parts.</param>
internal sealed record TagModel(string Template, EquatableArray<KeyPiece> Pieces);
