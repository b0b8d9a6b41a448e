using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing.Decorators;

/// <summary>Constants, default values and attributes as code.</summary>
internal static class ConstantText
{
    // What callers and analyzers of a member go by: nullability, trimming, platforms, what the compiler fills in.
    private static readonly HashSet<string> s_namespaces = ["System.Diagnostics.CodeAnalysis", "System.Runtime.Versioning"];

    private static readonly HashSet<string> s_attributes =
    [
        "System.ObsoleteAttribute", "System.ComponentModel.EditorBrowsableAttribute",
        "System.Runtime.CompilerServices.CallerArgumentExpressionAttribute", "System.Runtime.CompilerServices.CallerFilePathAttribute",
        "System.Runtime.CompilerServices.CallerLineNumberAttribute", "System.Runtime.CompilerServices.CallerMemberNameAttribute",
        "System.Runtime.CompilerServices.InterpolatedStringHandlerArgumentAttribute",
    ];

    private static readonly HashSet<string> s_notRepeated =
        ["System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute", "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute"];

    /// <summary>Those attributes that a member which stands for another must have too, with brackets.</summary>
    public static IEnumerable<string> Repeated(IEnumerable<AttributeData> attributes, Compilation compilation, string target = "") => attributes
        .Where(attribute => attribute.AttributeClass is { Arity: 0 } type && IsRepeated(type)
            // A library may carry its own copy of a newer framework's attribute.
            && compilation.GetTypeByMetadataName(type.FullName()) is { DeclaredAccessibility: Accessibility.Public })
        .Select(attribute => $"[{target}{Attribute(attribute)}]");

    /// <summary>What a parameter is where the caller says nothing, with its equals sign; null where C# has no words for it.</summary>
    public static string? Default(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
            return null;
        var type = parameter.Type;
        if (parameter.ExplicitDefaultValue is not { } value)
            return type.IsValueType || type.NullableAnnotation == NullableAnnotation.Annotated ? " = default" : " = default!";
        return Literal(value, type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type) is { } text
            ? " = " + text
            : null;
    }

    private static bool IsRepeated(INamedTypeSymbol type) => s_attributes.Contains(type.FullName())
        || (s_namespaces.Contains(type.ContainingNamespace.ToDisplayString()) && !s_notRepeated.Contains(type.FullName()));

    private static string Attribute(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Code();
        var arguments = attribute.ConstructorArguments.Select(Constant)
            .Concat(attribute.NamedArguments.Select(argument => $"{argument.Key} = {Constant(argument.Value)}")).ToArray();
        return name.Substring(0, name.Length - "Attribute".Length) + (arguments.Length == 0 ? "" : $"({string.Join(", ", arguments)})");
    }

    private static string Constant(TypedConstant constant) => constant switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Array } => $"new {constant.Type!.Code()} {{ {string.Join(", ", constant.Values.Select(Constant))} }}",
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({type.Code()})",
        _ => Literal(constant.Value!, constant.Type!) ?? "default",
    };

    private static string? Literal(object value, ITypeSymbol type) => type.TypeKind == TypeKind.Enum
        ? $"({type.Code()})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})"
        : value switch
        {
            double.NaN => "double.NaN",
            float.NaN => "float.NaN",
            double number when double.IsInfinity(number) => number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
            float number when float.IsInfinity(number) => number > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            bool or char or string or sbyte or byte or short or ushort or int or uint or long or ulong =>
                SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
            _ => null,
        };
}
