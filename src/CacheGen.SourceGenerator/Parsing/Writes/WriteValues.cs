using System.Globalization;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>A value that is bound to a parameter of a cached method.</summary>
/// <param name="Expression">C# of it, which may be evaluated where the guard is not null.</param>
/// <param name="Guard">C# that must not be null, or the value cannot be read or is not one that the parameter takes; null for none.</param>
/// <param name="Text">As its author wrote it.</param>
internal sealed record BoundValue(string Expression, string? Guard, string Text);

/// <summary>From what <c>With</c> says, or a parameter's name, to C# of the type that a cached method's parameter has.</summary>
internal sealed class WriteValues(ParseContext context, ITypeSymbol? result, WriteLocals locals)
{
    /// <summary>What <c>result</c> stands for, where there is one.</summary>
    public (ITypeSymbol Type, string Local)? Result => result is null ? null : (result, locals.Result);

    /// <summary>The value of a binding; null, with the problem, where it has none or not of this type.</summary>
    /// <param name="item">The binding.</param>
    /// <param name="parameter">What it is bound to.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="isType">The value is there, but of another type.</param>
    public BoundValue? Bind(WithItem item, IParameterSymbol parameter, out string problem, out bool isType)
    {
        isType = false;
        if (item.Kind != WithKind.Path)
            return Literal(item, parameter, out problem);
        var path = item.Path;
        if (Root(path[0]) is not null)
            return Path(path, parameter, out problem, out isType);
        if (Enum(path, parameter.Type) is { } member)
        {
            problem = "";
            return new BoundValue(Named(parameter, Cast(member, parameter.Type.Unwrapped(), parameter.Type)), null, item.Text);
        }

        var names = context.Method.Parameters.Where(candidate => !candidate.Type.IsService()).Select(candidate => candidate.Name).Concat(result is null ? [] : ["result"]);
        problem = Unknown(path[0], $"parameter of '{context.Method.Name}'", names);
        return null;
    }

    /// <summary>The parameter of the same name; null, without a problem, where there is none.</summary>
    public BoundValue? BindByName(IParameterSymbol parameter, out string problem, out bool isType)
    {
        problem = "";
        isType = false;
        return context.Method.Parameters.Any(own => own.Name == parameter.Name) ? Path([parameter.Name], parameter, out problem, out isType) : null;
    }

    /// <summary>What could have been meant by a parameter that nothing is bound to: <c>release.Id</c> for id or releaseId.</summary>
    public string? Suggest(IParameterSymbol parameter)
    {
        var roots = context.Method.Parameters.Where(own => !own.Type.IsService()).Select(own => (own.Name, own.Type)).Concat(result is null ? [] : [("result", result)]).ToArray();
        var paths = roots.SelectMany(root => HoleResolver.MembersOf(root.Type.Unwrapped(), context)
            .Where(member => Is(member.Name, parameter.Name) || Is(root.Name + member.Name, parameter.Name))
            .Select(member => $"{root.Name}.{member.Name}"));
        var same = roots.Where(root => SymbolEqualityComparer.Default.Equals(root.Type, parameter.Type)).Select(root => root.Name);
        return paths.Concat(same).FirstOrDefault();

        static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
    }

    private (ITypeSymbol Type, string Expression)? Root(string name) =>
        context.Method.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter ? (parameter.Type, Names.Identifier(name))
        : name == "result" ? Result
        : null;

    private BoundValue? Path(string[] path, IParameterSymbol parameter, out string problem, out bool isType)
    {
        isType = false;
        var (type, expression) = Root(path[0])!.Value;
        // The same with ?., to ask whether a value can be read at all.
        var careful = expression;
        string? guard = null;
        foreach (var step in path.Skip(1))
        {
            var members = HoleResolver.MembersOf(type.Unwrapped(), context).ToArray();
            if (members.FirstOrDefault(candidate => candidate.Name == step) is not { } member)
            {
                problem = Unknown(step, $"readable member of {type.Short()}", members.Select(candidate => candidate.Name));
                return null;
            }

            if (IsNullable(type))
                guard = careful;
            careful += (IsNullable(type) ? "?." : ".") + Names.Identifier(step);
            expression += (IsNullable(type) && type.IsValueType ? ".Value." : ".") + Names.Identifier(step);
            type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        }

        var target = parameter.Type;
        if (IsNullable(type) && !IsNullable(target))
        {
            guard = careful;
            expression += type.IsValueType ? ".Value" : "";
            type = type.IsValueType ? type.Unwrapped() : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        }

        problem = $"'{string.Join(".", path)}' is {type.Short()}";
        isType = !Converts(context, type, target);
        return isType ? null : new BoundValue(Cast(expression, type, target), guard, string.Join(".", path));
    }

    /// <summary>Whether C# converts by itself, without code of the user's.</summary>
    public static bool Converts(ParseContext context, ITypeSymbol from, ITypeSymbol to)
    {
        var conversion = ((CSharpCompilation)context.Compilation).ClassifyConversion(from, to);
        // Of a derived record the key would lack members; it is refused at run time.
        return conversion.IsIdentity || (conversion is { IsImplicit: true, IsUserDefined: false } && !(conversion.IsReference && to.IsRecord));
    }

    /// <summary>Whether null may stand there. Code that says nothing of null may pass it.</summary>
    public static bool IsNullable(ITypeSymbol type) => type is ITypeParameterSymbol { IsReferenceType: false, IsValueType: false }
        ? type.NullableAnnotation == NullableAnnotation.Annotated
        : type.MayBeNull();

    private static BoundValue? Literal(WithItem item, IParameterSymbol parameter, out string problem)
    {
        var type = parameter.Type.Unwrapped();
        var code = item.Kind switch
        {
            WithKind.Null when IsNullable(parameter.Type) => "null",
            WithKind.True or WithKind.False when type.SpecialType == SpecialType.System_Boolean => item.Text,
            WithKind.Text when type.SpecialType == SpecialType.System_String => SymbolDisplay.FormatLiteral(item.Text, quote: true),
            WithKind.Text when type.SpecialType == SpecialType.System_Char && item.Text.Length == 1 => SymbolDisplay.FormatLiteral(item.Text[0], quote: true),
            WithKind.Number when type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 && KeyHole.Fits(type, item.Text) => item.Text,
            WithKind.Number when type.SpecialType is SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single
                && int.TryParse(item.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => item.Text,
            _ => null,
        };
        problem = $"{(item.Kind == WithKind.Text ? $"'{item.Text}'" : item.Text)} is no {parameter.Type.Short()}, which '{parameter.Name}' is";
        var natural = item.Kind switch
        {
            WithKind.Number => SpecialType.System_Int32,
            WithKind.Null => SpecialType.None,
            _ => type.SpecialType,
        };
        return code is null ? null : new BoundValue(
            Named(parameter, natural == parameter.Type.SpecialType && natural != SpecialType.None ? code : $"({parameter.Type.Code()}){(code[0] == '-' ? $"({code})" : code)}"),
            null, item.Kind == WithKind.Text ? $"'{item.Text}'" : item.Text);
    }

    private static string? Enum(string[] path, ITypeSymbol type) =>
        type.Unwrapped() is { TypeKind: TypeKind.Enum } @enum
        && (path.Length == 1 || path[path.Length - 2] == @enum.Name)
        && @enum.GetMembers(path[path.Length - 1]).OfType<IFieldSymbol>().Any()
            ? $"{@enum.Code()}.{Names.Identifier(path[path.Length - 1])}"
            : null;

    // A literal alone says little in a call.
    private static string Named(IParameterSymbol parameter, string expression) => $"{Names.Identifier(parameter.Name)}: {expression}";

    // The type is said where it differs: among overloads of the handle it chooses.
    private static string Cast(string expression, ITypeSymbol from, ITypeSymbol to) =>
        !SymbolEqualityComparer.Default.Equals(from, to) ? $"({to.Code()}){expression}"
        : from.IsReferenceType && !SymbolEqualityComparer.IncludeNullability.Equals(Bare(from), Bare(to)) ? expression + "!"
        // A target that says nothing of null takes it; its handle, in a file that does, would not. The same goes for what may be null
        // by nothing but having been asked whether it is.
        : !from.IsValueType && from.NullableAnnotation != NullableAnnotation.NotAnnotated && to.NullableAnnotation != NullableAnnotation.Annotated ? expression + "!"
        : expression;

    private static ITypeSymbol Bare(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private static string Unknown(string name, string kind, IEnumerable<string> candidates)
    {
        var all = candidates.Distinct().ToArray();
        return $"'{name}' is no {kind}; {Names.Advice(name, all)}";
    }
}
