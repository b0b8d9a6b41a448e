using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>One type in words: its name and its serialized members, with the names of their types.</summary>
internal sealed class ShapeDescription
{
    // Without names in tuples and without the ? of references: neither is there at run time.
    private static readonly SymbolDisplayFormat s_name = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.ExpandNullable | SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private readonly IAssemblySymbol _own;
    private readonly HashSet<INamedTypeSymbol> _mentioned = new(SymbolEqualityComparer.Default);

    private ShapeDescription(IAssemblySymbol own) => _own = own;

    public string Text { get; private set; } = "";

    /// <summary>The definitions of the types that are spoken of and have a description of their own.</summary>
    public IReadOnlyCollection<INamedTypeSymbol> Mentioned => _mentioned;

    public static ShapeDescription OfName(ITypeSymbol type, IAssemblySymbol own)
    {
        var description = new ShapeDescription(own);
        description.Text = description.Name(type);
        return description;
    }

    public static ShapeDescription OfType(INamedTypeSymbol type, IAssemblySymbol own)
    {
        var description = new ShapeDescription(own);
        var lines = new SortedSet<string>(type.EnumUnderlyingType is { } number ? description.Values(type, number) : description.Members(type), StringComparer.Ordinal);
        lines.UnionWith(description.Told(type.GetAttributes()));
        description.Text = $"{type.ToDisplayString(s_name)}{{{string.Join(",", lines)}}}";
        return description;
    }

    /// <summary>The type's name; it and its type arguments are mentioned.</summary>
    private string Name(ITypeSymbol type)
    {
        Mention(type);
        return type.ToDisplayString(s_name);
    }

    private void Mention(ITypeSymbol type)
    {
        while (type is IArrayTypeSymbol array)
            type = array.ElementType;
        if (type is not INamedTypeSymbol named)
            return;
        for (var outer = named; outer is not null; outer = outer.ContainingType)
        {
            foreach (var argument in outer.TypeArguments)
                Mention(argument);
        }

        if (!IsFramework(named))
            _mentioned.Add(named.OriginalDefinition);
    }

    private IEnumerable<string> Values(INamedTypeSymbol type, ITypeSymbol number) => type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst)
        .Select(field => $"{field.Name}={Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture)}{string.Concat(Told(field.GetAttributes()))}")
        .Append(Name(number));

    private IEnumerable<string> Members(INamedTypeSymbol type)
    {
        // A type that is a collection is written as its items.
        foreach (var items in type.AllInterfaces.Where(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T))
            yield return $"[]:{Name(items.TypeArguments[0])}";

        var isInterface = type.TypeKind == TypeKind.Interface;
        var names = new HashSet<string>();
        foreach (var level in isInterface ? type.AllInterfaces.Prepend(type) : type.BasesOf().Cast<INamedTypeSymbol>())
        {
            if (IsFramework(level))
            {
                if (level.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType))
                    yield return $"base:{Name(level)}";
                if (isInterface)
                    continue;
                yield break;
            }

            foreach (var member in level.GetMembers().Where(member => member is { IsStatic: false, Kind: SymbolKind.Property or SymbolKind.Field }))
            {
                var attributes = member.GetAttributes();
                // An overriding or hiding member stands for what is behind it.
                if (TypeOf(member, attributes) is { } memberType && (names.Add(member.Name) || isInterface) && !IsIgnored(attributes))
                    yield return $"{JsonName(member, attributes)}:{Name(memberType)}{string.Concat(Told(attributes))}";
            }
        }
    }

    /// <summary>Null for what is not serialized.</summary>
    private static ITypeSymbol? TypeOf(ISymbol member, IEnumerable<AttributeData> attributes)
    {
        var (type, read) = member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod: { } getter } property => (property.Type, getter),
            IFieldSymbol field => (field.Type, field),
            _ => ((ITypeSymbol?)null, member),
        };
        return read.DeclaredAccessibility == Accessibility.Public || attributes.Any(attribute => IsJson(attribute, "JsonIncludeAttribute")) ? type : null;
    }

    // JsonIgnoreCondition.Always is 1, and what no condition means.
    private static bool IsIgnored(IEnumerable<AttributeData> attributes) => attributes.Any(attribute =>
        IsJson(attribute, "JsonIgnoreAttribute") && attribute.NamedArguments.All(argument => argument.Value.Value is 1));

    // Quoted: the attribute's name may hold anything.
    private static string JsonName(ISymbol member, IEnumerable<AttributeData> attributes) => SymbolDisplay.FormatLiteral(
        attributes.FirstOrDefault(attribute => IsJson(attribute, "JsonPropertyNameAttribute"))?.ConstructorArguments.FirstOrDefault().Value as string ?? member.Name,
        quote: true);

    /// <summary>What else System.Text.Json is told: converters, and derived types, which are mentioned as well.</summary>
    private IEnumerable<string> Told(IEnumerable<AttributeData> attributes)
    {
        // Names and what is left out are dealt with; neither the order nor a condition changes anything for a reader.
        return attributes.Where(attribute => IsJson(attribute, attribute.AttributeClass?.Name)
                && attribute.AttributeClass!.Name is not ("JsonPropertyNameAttribute" or "JsonIgnoreAttribute" or "JsonIncludeAttribute" or "JsonPropertyOrderAttribute"))
            .Select(attribute => $"@{attribute.AttributeClass!.Name}({string.Join(",", Arguments(attribute))})")
            .OrderBy(text => text, StringComparer.Ordinal);
    }

    private IEnumerable<string> Arguments(AttributeData attribute) => attribute.ConstructorArguments.Select(Constant)
        .Concat(attribute.NamedArguments.OrderBy(argument => argument.Key, StringComparer.Ordinal).Select(argument => $"{argument.Key}={Constant(argument.Value)}"));

    private string Constant(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Array, IsNull: false } => $"[{string.Join(",", constant.Values.Select(Constant))}]",
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => Name(type),
        _ => constant.ToCSharpString(),
    };

    private static bool IsJson(AttributeData attribute, string? name) => attribute.AttributeClass is { ContainingNamespace.Name: "Serialization" } type
        && type.Name == name && type.FullName() == "System.Text.Json.Serialization." + name;

    /// <summary>What comes with .NET keeps its shape; a user's own assembly may be called as it likes.</summary>
    private bool IsFramework(INamedTypeSymbol type) => type.ContainingAssembly is { } assembly && !SymbolEqualityComparer.Default.Equals(assembly, _own)
        && (assembly.Name is "System" or "Microsoft" or "mscorlib" or "netstandard"
            || assembly.Name.StartsWith("System.", StringComparison.Ordinal) || assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal));
}
