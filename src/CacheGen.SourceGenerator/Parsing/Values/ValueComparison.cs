using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>
/// How two values of a type are compared. What has an equality of its own is asked; records, structs and tuples with collections inside
/// are compared member by member, for their own equality would compare references there.
/// </summary>
internal sealed class ValueComparison
{
    private const string Helpers = "global::CacheGen.CompilerServices.CacheEquality";

    private static readonly HashSet<string> s_sets =
    [
        "System.Collections.Generic.HashSet", "System.Collections.Generic.ISet", "System.Collections.Generic.IReadOnlySet",
        "System.Collections.Generic.SortedSet", "System.Collections.Immutable.ImmutableHashSet", "System.Collections.Frozen.FrozenSet",
    ];

    private static readonly HashSet<string> s_maps =
    [
        "System.Collections.Generic.Dictionary", "System.Collections.Generic.IDictionary", "System.Collections.Generic.IReadOnlyDictionary",
        "System.Collections.Generic.SortedDictionary", "System.Collections.Immutable.ImmutableDictionary",
        "System.Collections.Immutable.ImmutableSortedDictionary", "System.Collections.Frozen.FrozenDictionary",
        "System.Collections.ObjectModel.ReadOnlyDictionary",
    ];

    private readonly ParseContext _context;
    private readonly List<ITypeSymbol> _path = [];
    private readonly HashSet<ITypeSymbol> _recursive = new(SymbolEqualityComparer.Default);
    private int _lambdas;
    private string _problem = "";

    private ValueComparison(ParseContext context) => _context = context;

    /// <summary>A lambda; null, with the reason, where values of the type cannot be compared.</summary>
    public static string? Of(ITypeSymbol type, ParseContext context, out string problem)
    {
        var comparison = new ValueComparison(context);
        var code = comparison.Compare(type, "a", "b");
        problem = comparison._problem;
        return code is null ? null : $"static (a, b) => {code.Text}";
    }

    /// <param name="Text">C# that is true where both are equal.</param>
    /// <param name="IsOwn">It is what the type's own equality says.</param>
    private sealed record Code(string Text, bool IsOwn);

    private Code? Compare(ITypeSymbol type, string a, string b)
    {
        var bare = type.Unwrapped();
        if (bare.TypeKind == TypeKind.Enum || bare.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char
            or SpecialType.System_Decimal or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64))
        {
            return new Code($"{a} == {b}", IsOwn: true);
        }

        if (bare is INamedTypeSymbol { Arity: 2 } map && s_maps.Contains(map.FullName()))
            return Map(map, a, b);
        if (bare.ItemOf() is { } item)
            return s_sets.Contains(bare.FullName()) ? Set(bare, item, a, b) : List(type, item, a, b);
        if (HasOwnEquality(bare))
            return new Code($"{Helpers}.Own({a}, {b})", IsOwn: true);
        // Their own equality is that of their members.
        if (bare is INamedTypeSymbol named && (named.IsRecord || named.IsValueType) && named.TypeKind != TypeKind.TypeParameter)
            return Members(named, type, a, b);
        return Fail(bare is ITypeParameterSymbol
            ? $"nothing is known of how values of {bare.Short()} are compared: write 'where {bare.Name} : IEquatable<{bare.Name}>'"
            : bare.TypeKind == TypeKind.Interface ? $"values of {bare.Short()} cannot be compared: return a list, an array, a set, a dictionary or a record"
            : $"two {bare.Short()} are equal only if they are one object: make it a record, or override Equals");
    }

    private Code? Map(INamedTypeSymbol map, string a, string b)
    {
        if (Compare(map.TypeArguments[0], "x", "y") is not { } key)
            return null;
        if (!key.IsOwn)
            return Fail($"the keys of {map.Short()} hold collections, and their own equality compares these by reference");
        return Items(map.TypeArguments[1]) is { } values ? new Code($"{Helpers}.Map({a}, {b}{values})", IsOwn: false) : null;
    }

    private Code? Set(ITypeSymbol set, ITypeSymbol item, string a, string b)
    {
        if (Compare(item, "x", "y") is not { } items)
            return null;
        return items.IsOwn
            ? new Code($"{Helpers}.Set({a}, {b})", IsOwn: false)
            : Fail($"the items of {set.Short()} hold collections, and their own equality compares these by reference");
    }

    // The compiler does not find the type of the items through Nullable<ImmutableArray<T>>.
    private Code? List(ITypeSymbol list, ITypeSymbol item, string a, string b) => Items(item) is { } items
        ? new Code($"{Helpers}.List{(list.IsValueType ? $"<{item.Code()}>" : "")}({a}, {b}{items})", IsOwn: false)
        : null;

    /// <summary>The lambda that compares items, as a further argument; nothing where they compare themselves.</summary>
    private string? Items(ITypeSymbol type)
    {
        // Names that no lambda around it has.
        var number = ++_lambdas;
        var (a, b) = ($"x{number}", $"y{number}");
        return Compare(type, a, b) is { } code ? code.IsOwn ? "" : $", static ({a}, {b}) => {code.Text}" : null;
    }

    private Code? Members(INamedTypeSymbol type, ITypeSymbol declared, string a, string b)
    {
        if (_path.Any(outer => SymbolEqualityComparer.Default.Equals(outer, type)))
        {
            // Its own equality may do, if nothing in it holds a collection: that turns out further up.
            _recursive.Add(type);
            return new Code($"{Helpers}.Own({a}, {b})", IsOwn: true);
        }

        _path.Add(type);
        var number = ++_lambdas;
        var (x, y) = ($"x{number}", $"y{number}");
        var compared = new List<string>();
        var isOwn = true;
        foreach (var member in State(type))
        {
            var code = Compare(member.Type, $"{x}.{Names.Identifier(member.Symbol.Name)}", $"{y}.{Names.Identifier(member.Symbol.Name)}");
            if (code is null)
            {
                _problem = _problem.StartsWith("its member", StringComparison.Ordinal) ? _problem : $"its member {type.Short()}.{member.Symbol.Name}: {_problem}";
                return null;
            }

            isOwn &= code.IsOwn;
            compared.Add(code.Text);
        }

        _path.RemoveAt(_path.Count - 1);
        if (isOwn)
            return new Code($"{Helpers}.Own({a}, {b})", IsOwn: true);
        if (_recursive.Contains(type))
            return Fail($"{type.Short()} contains itself: override its Equals");
        if (State(type).FirstOrDefault(member => !_context.Compilation.IsSymbolAccessibleWithin(member.Symbol, _context.Method.ContainingType)) is { Symbol: { } hidden })
            return Fail($"{type.Short()}.{hidden.Name} cannot be read from here: override Equals in {type.Short()}");
        var helper = type.IsReferenceType ? "Record" : SymbolEqualityComparer.Default.Equals(declared, type) ? "Struct" : "Optional";
        return new Code($"{Helpers}.{helper}({a}, {b}, static ({x}, {y}) => {string.Join(" && ", compared)})", IsOwn: false);
    }

    /// <summary>What a value consists of: its fields, or the properties that stand for them.</summary>
    private static IEnumerable<(ISymbol Symbol, ITypeSymbol Type)> State(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
            return type.TupleElements.Select(element => ((ISymbol)element, element.Type));
        return type.BasesOf().SelectMany(level => level.GetMembers()).OfType<IFieldSymbol>()
            .Where(field => !field.IsStatic && !field.IsConst)
            .Select(field => (field.AssociatedSymbol ?? AutoProperty(field) ?? field, field.Type));
    }

    // In other assemblies nothing but its name ties the field of an automatic property to it.
    private static ISymbol? AutoProperty(IFieldSymbol field) => field.Name.StartsWith("<", StringComparison.Ordinal) && field.Name.IndexOf('>') is > 0 and var end
        ? field.ContainingType.GetMembers(field.Name.Substring(1, end - 1)).OfType<IPropertySymbol>().FirstOrDefault()
        : null;

    private static bool HasOwnEquality(ITypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Delegate or TypeKind.Interface || type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
            return false;
        if (type is ITypeParameterSymbol parameter)
            return parameter.ConstraintTypes.Any(constraint => IsEquatableOf(constraint, type));
        // A record's own is the compiler's, unless the user has written it; a tuple's is that of its elements.
        return type is not INamedTypeSymbol { IsTupleType: true } && type.BasesOf()
            .TakeWhile(level => level.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType))
            .SelectMany(level => level.GetMembers("Equals")).OfType<IMethodSymbol>()
            .Any(method => method is { IsStatic: false, Parameters.Length: 1, IsImplicitlyDeclared: false }
                && (method.IsOverride || SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, method.ContainingType))
                && method.GetAttributes().All(attribute => attribute.AttributeClass?.Name != "CompilerGeneratedAttribute"));
    }

    private static bool IsEquatableOf(ITypeSymbol type, ITypeSymbol of) => type.AllInterfaces.Append(type).OfType<INamedTypeSymbol>()
        .Any(i => i.Arity == 1 && i.FullName() == "System.IEquatable" && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], of));

    private Code? Fail(string problem)
    {
        _problem = problem;
        return null;
    }
}
