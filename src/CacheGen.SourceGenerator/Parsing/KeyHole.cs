using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>A value on its way through a hole: the member path, then format, transforms and the literal for null.</summary>
internal sealed class KeyHole(ITypeSymbol type, string expression, string name, bool mayBeNull, Action<string> report)
{
    private static readonly string[] s_textTransforms = ["norm", "lower", "upper"];

    /// <summary>Set once the value has become text: from then on it is a part of this type.</summary>
    private KeyShape? _shape;

    public KeyShape? Apply(TemplateItem item)
    {
        if (item.Format is { } format && !ApplyFormat(format))
            return null;
        foreach (var transform in item.Transforms)
        {
            if (!ApplyTransform(transform))
                return null;
        }

        if (item.Default is { } fallback && !ApplyDefault(fallback))
            return null;
        return Shape();
    }

    private bool ApplyFormat(string format)
    {
        if (!type.Unwrapped().TakesFormat())
            return Fail($"'{type.Short()}' takes no format; leave out ':{format}'");
        if (FormatProbe.IsInvalid(type.Unwrapped(), format))
            return Fail($"'{format}' is no format of {type.Short()}");
        var literal = SymbolDisplay.FormatLiteral(format, quote: true);
        _shape = KeyShape.Single($"{KeyTypes.Helpers}.Text({expression}, {literal})", "string", mayBeNull, name);
        return true;
    }

    private bool ApplyTransform(string transform)
    {
        if (s_textTransforms.Contains(transform))
            return IsString ? Text($"{KeyTypes.Helpers}.{Names.Pascal(transform)}({Expression})", mayBeNull) : Fail($"'{transform}' needs text, and this is {type.Short()}");
        switch (transform)
        {
            case "hash" when IsString:
                return Text($"{KeyTypes.Helpers}.Hash({Expression})", mayBeNull);
            case "hash":
                return Shape() is { } shape && Text($"{KeyTypes.Helpers}.Hash({KeyTypes.Helpers}.Part({shape.Inline()}))", false);
            case "set" when _shape is null && type.Unwrapped().ItemOf() is { } element:
                _shape = KeyTypes.Collection(type, element, expression, name, asSet: true, [], out var problem);
                return _shape is not null || Fail($"its items cannot be key parts: {problem}");
            case "set":
                return Fail($"'set' needs a collection, and this is {type.Short()}");
            default:
                return Fail($"'{transform}' is no transform; there are norm, lower, upper, hash and set");
        }
    }

    private bool ApplyDefault(string fallback)
    {
        if (mayBeNull && IsString)
            return Text($"({Expression} ?? {SymbolDisplay.FormatLiteral(fallback, quote: true)})", false);
        if (_shape is not null || !mayBeNull)
            return Fail($"'?? {fallback}' has no effect: this is never null");
        var bare = type.Unwrapped();
        var literal = bare switch
        {
            { SpecialType: SpecialType.System_Boolean } when fallback is "true" or "false" => fallback,
            { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } when Fits(bare, fallback) => fallback,
            { TypeKind: TypeKind.Enum } when bare.GetMembers(fallback).Any(member => member is IFieldSymbol) => $"{bare.Code()}.{Names.Identifier(fallback)}",
            _ => null,
        };
        if (literal is null)
            return Fail($"'{fallback}' is no {bare.Short()}");
        _shape = KeyShape.Single($"({expression} ?? {literal})", bare.Code(), false, name);
        return true;
    }

    public static bool Fits(ITypeSymbol integer, string text)
    {
        try
        {
            return Enum.TryParse<TypeCode>(integer.Name, out var code)
                && Convert.ToString(Convert.ChangeType(text, code, System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture) == text;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }

    private bool IsString => _shape is null ? type.SpecialType == SpecialType.System_String : _shape.Parts.Count == 1 && _shape.Parts[0].Type == "string";

    private string Expression => _shape is null ? expression : _shape.Parts[0].Expression;

    private bool Text(string newExpression, bool stillMayBeNull)
    {
        mayBeNull = stillMayBeNull;
        _shape = KeyShape.Single(newExpression, "string", stillMayBeNull, name);
        return true;
    }

    private KeyShape? Shape()
    {
        if (_shape is not null)
            return _shape;
        _shape = KeyTypes.ShapeOf(type, expression, name, mayBeNull, [], out var problem);
        if (_shape is null)
            UnstableType?.Invoke(type, problem);
        return _shape;
    }

    /// <summary>Told of a type without a stable value.</summary>
    public Action<ITypeSymbol, string>? UnstableType { get; init; }

    private bool Fail(string problem)
    {
        report(problem);
        return false;
    }
}
