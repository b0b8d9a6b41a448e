using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>A value on its way through a hole: the member path, then format, transforms and the literal for null.</summary>
internal sealed class KeyHole(ParseContext context, ITypeSymbol type, string expression, string name, bool mayBeNull, Action<string> report)
{
    private static readonly string[] s_textTransforms = ["norm", "lower", "upper"];
    private static readonly string[] s_transforms = [.. s_textTransforms, "hash", "set"];

    /// <summary>Set once the value is a part that has no type of the user's any more: a collection as a set.</summary>
    private KeyShape? _shape;

    /// <summary>What text that was made of the value can be.</summary>
    private string _textForm = KeyForms.Text;

    /// <summary>The value is what a method of the user's returns, to be called once.</summary>
    private bool _isCalled;

    /// <summary>Told of a type without a stable value.</summary>
    public Action<ITypeSymbol, string>? UnstableType { get; set; }

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

    /// <summary>The value that a method of the user's returns, whole.</summary>
    public KeyShape? ApplyCall()
    {
        _isCalled = true;
        return Shape();
    }

    private bool ApplyFormat(string format)
    {
        if (!type.Unwrapped().TakesFormat())
            return Fail($"'{type.Short()}' takes no format; leave out ':{format}'");
        if (FormatProbe.IsInvalid(type.Unwrapped(), format))
            return Fail($"'{format}' is no format of {type.Short()}");
        return Text($"{KeyTypes.Helpers}.Text({expression}, {SymbolDisplay.FormatLiteral(format, quote: true)})", mayBeNull, KeyFormats.Of(type.Unwrapped(), format));
    }

    private bool ApplyTransform(string transform)
    {
        if (s_textTransforms.Contains(transform))
            return IsString ? Text($"{KeyTypes.Helpers}.{Names.Pascal(transform)}({expression})", mayBeNull, transform == "upper" ? KeyForms.Upper : KeyForms.Lower) : Fail($"'{transform}' needs text, and this is {type.Short()}");
        switch (transform)
        {
            case "hash" when IsString:
                return Text($"{KeyTypes.Helpers}.Hash({expression})", mayBeNull, KeyForms.Hash);
            case "hash":
                return Shape() is { } shape && Text($"{KeyTypes.Helpers}.Hash({KeyTypes.Helpers}.Part({shape.Inline()}))", false, KeyForms.Hash);
            case "set" when _shape is null && type.Unwrapped().ItemOf() is { } element:
                _shape = KeyTypes.Collection(type, element, expression, name, asSet: true, new KeyPath(context), out var problem);
                return _shape is not null || Fail($"its items cannot be key parts: {problem}");
            case "set":
                return Fail($"'set' needs a collection, and this is {type.Short()}");
            default:
                return _shape is null ? ApplyOwn(transform) : Fail($"behind 'set' only 'hash' can stand, not '{transform}'");
        }
    }

    private bool ApplyOwn(string transform)
    {
        var value = mayBeNull && type.IsValueType && type.Unwrapped().Equals(type, SymbolEqualityComparer.Default)
            ? context.Compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(type)
            : type;
        if (OwnTransform.Find(context, transform, value, s_transforms, out var problem) is not { } method)
            return Fail(problem);
        var parameter = method.Parameters[0].Type;
        var needsValue = mayBeNull && parameter.IsReferenceType && parameter.NullableAnnotation == NullableAnnotation.NotAnnotated;
        // Code that says nothing of null is trusted with it.
        if (needsValue && type.NullableAnnotation != NullableAnnotation.None)
            return Fail($"'{transform}' takes {parameter.Short()}, and this may be null: let it take {parameter.Short()}?, and say what null becomes");

        expression = $"{StaticMethods.Access(method, context.Method)}({expression}{(needsValue ? "!" : "")})";
        type = method.ReturnType;
        _textForm = KeyForms.Text;
        mayBeNull = type.MayBeNull();
        _isCalled = true;
        UnstableType = (unstable, why) => Fail($"'{transform}' returns {unstable.Short()}, which cannot be a key part: {why}");
        return true;
    }

    private bool ApplyDefault(string fallback)
    {
        if (mayBeNull && IsString)
            return Text($"({expression} ?? {SymbolDisplay.FormatLiteral(fallback, quote: true)})", false, $"({_textForm}|{KeyForms.Written(fallback)})");
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
        _shape = KeyShape.Single($"({expression} ?? {literal})", bare.Code(), false, name, KeyForms.Of(bare));
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

    private bool IsString => _shape is null && type.SpecialType == SpecialType.System_String;

    /// <summary>From now on the value is text.</summary>
    private bool Text(string newExpression, bool stillMayBeNull, string form)
    {
        _textForm = form;
        _shape = null;
        _isCalled = false;
        expression = newExpression;
        mayBeNull = stillMayBeNull;
        type = context.Compilation.GetSpecialType(SpecialType.System_String)
            .WithNullableAnnotation(stillMayBeNull ? NullableAnnotation.Annotated : NullableAnnotation.NotAnnotated);
        return true;
    }

    private KeyShape? Shape()
    {
        if (_shape is not null)
            return _shape;
        _shape = ShapeOf(expression, out var problem);
        // Members would each call the method anew.
        if (_isCalled && _shape?.Parts.Count > 1 && ShapeOf("value", out _) is { } whole)
            _shape = KeyShape.Single($"{KeyTypes.Helpers}.Whole({expression}, static value => {KeyTypes.Helpers}.Part({whole.Inline()}))", KeyTypes.TextPart, false, name, whole.Form());
        if (_shape is null)
            UnstableType?.Invoke(type, problem);
        return _shape;
    }

    private KeyShape? ShapeOf(string value, out string problem)
    {
        problem = "";
        return IsString
            ? KeyShape.Single(value, "string", mayBeNull, name, _textForm)
            : KeyTypes.ShapeOf(type, value, name, mayBeNull, new KeyPath(context), out problem);
    }

    private bool Fail(string problem)
    {
        report(problem);
        return false;
    }
}
