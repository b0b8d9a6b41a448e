using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>How symbols are written in generated code.</summary>
internal static class Names
{
    private static readonly SymbolDisplayFormat s_type = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_bare = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat s_short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>What lambdas of generated code call their parameters; where one is taken, it gets an underscore, or a number too.</summary>
    private static readonly HashSet<string> s_lambdaParameters = ["args", "ct", "found", "ids", "item", "key", "prefix", "self", "value"];

    /// <summary>With global:: and nullability: right in any file.</summary>
    public static string Code(this ITypeSymbol type) => type.ToDisplayString(s_type);

    /// <summary>As <see cref="Code(ITypeSymbol)"/>, with other names for the type parameters of the method.</summary>
    public static string Code(this ITypeSymbol type, IReadOnlyList<string> typeParameters) => string.Concat(type.ToDisplayParts(s_type).Select(part =>
        part.Symbol is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter ? typeParameters[parameter.Ordinal] : part.ToString()));

    /// <summary>As the runtime sees it: without nullability and names in tuples, type parameters of methods by their place.</summary>
    public static string Bare(this ITypeSymbol type) => string.Concat(type.ToDisplayParts(s_bare).Select(part =>
        part.Symbol is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter ? $"!!{parameter.Ordinal}" : part.ToString()));

    /// <summary>As people say it, for messages and comments.</summary>
    public static string Short(this ITypeSymbol type) => type.ToDisplayString(s_short);

    /// <summary>With an @ where it is a keyword, or a word that cannot name a type or a value everywhere.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || name is "await" or "dynamic" or "file" or "field" or "nint" or "notnull" or "nuint" or "partial" or "record" or "required"
            or "scoped" or "unmanaged" or "var" or "where" or "yield" or "_"
            ? "@" + name
            : name;

    /// <summary>A member as a method of its type, or of a derived one, reaches it: plainly, unless something nearer has its name.</summary>
    /// <param name="member">The member.</param>
    /// <param name="method">The method.</param>
    /// <param name="inLambda">It is reached from a lambda, whose parameters are nearer too.</param>
    public static string Access(ISymbol member, IMethodSymbol method, bool inLambda = false)
    {
        var name = Identifier(member.Name);
        var isHiddenByMember = method.ContainingType.BasesOf()
            .TakeWhile(type => !SymbolEqualityComparer.Default.Equals(type, member.ContainingType))
            .Any(type => type.GetMembers(member.Name).Any(other => other.Kind != SymbolKind.Method || member.Kind != SymbolKind.Method));
        var isHiddenByLambda = inLambda && s_lambdaParameters.Contains(member.Name.TrimEnd('_', '2'));
        if (!isHiddenByMember && !isHiddenByLambda && method.Parameters.All(parameter => parameter.Name != member.Name))
            return name;
        return member.IsStatic ? $"{member.ContainingType.Code()}.{name}" : isHiddenByMember ? $"base.{name}" : $"this.{name}";
    }

    /// <summary>The first of the names that is free, else the last one with a number.</summary>
    public static string Free(IEnumerable<string> names, Func<string, bool> isTaken)
    {
        var last = "";
        foreach (var name in names)
        {
            if (!isTaken(name))
                return name;
            last = name;
        }

        for (var number = 2; ; number++)
        {
            if (!isTaken(last + number))
                return last + number;
        }
    }

    /// <summary>Every type has a member of this name, and none of another kind goes beside it without a warning or an error.</summary>
    public static bool IsMemberOfObject(string name) =>
        name is "Equals" or "Finalize" or "GetHashCode" or "GetType" or "MemberwiseClone" or "ReferenceEquals" or "ToString";

    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <inheritdoc cref="Spelling.Near"/>
    public static IEnumerable<string> Near(string name, IEnumerable<string> candidates) => Spelling.Near(name, candidates);

    /// <summary>What to say of a name that is not there: those that are near, else all.</summary>
    public static string Advice(string name, IReadOnlyCollection<string> candidates)
    {
        var near = Near(name, candidates).Take(3).ToArray();
        return near.Length > 0 ? $"did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?"
            : candidates.Count > 0 ? $"there are {string.Join(", ", candidates.Select(n => $"'{n}'"))}"
            : "there are none";
    }
}
