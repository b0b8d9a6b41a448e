using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>From the holes of a template to what they read and how it is written; what is wrong is told at the hole.</summary>
/// <param name="context">The method.</param>
/// <param name="place">Where the template stands.</param>
/// <param name="what">What messages call the template.</param>
/// <param name="template">The template.</param>
internal sealed class HoleResolver(ParseContext context, AttributePlace place, string what, string template)
{
    /// <summary>The property of CG2001 that holds the wrong name.</summary>
    public const string WrittenProperty = "Written";

    /// <summary>The property of CG2001 that holds the names that may have been meant.</summary>
    public const string NearProperty = "Near";

    /// <summary>The parameters that were read, whole or in part.</summary>
    public HashSet<string> Read { get; } = [];

    /// <summary>Parameters, or members of them, that must not be null.</summary>
    public HashSet<string> NeverNull { get; } = [];

    /// <summary>What to say of a hole that no key can have, where that is not for the key's own rules to say.</summary>
    public Action<TemplateItem>? NoKeyType { get; init; }

    /// <summary>What the method returns, for templates that may call it <c>result</c>, and the local that holds it.</summary>
    public (ITypeSymbol Type, string Local)? Result { get; init; }

    public IReadOnlyList<TemplateItem> Split() => KeyTemplate.Split(template, Malformed);

    public void Malformed(TextSpan span, string problem) =>
        context.ReportArgument(Rules.MalformedTemplate, place, span, what, KeyTemplate.OneLine(template), span.Start, problem);

    public KeyShape? Resolve(TemplateItem item)
    {
        var path = item.Path!;
        if (Root(path[0]) is not var (type, expression))
            return Unknown(item, path[0], "parameter of the method", context.Method.Parameters.Where(IsKeyPart).Select(parameter => context.InKey(parameter).Name));

        var name = Names.Pascal(expression.TrimStart('@'));
        var mayBeNull = type.MayBeNull();
        ISymbol? last = context.Method.Parameters.FirstOrDefault(parameter => parameter.Name == path[0]);
        Read.Add(expression);
        foreach (var step in path.Skip(1))
        {
            var members = MembersOf(type.Unwrapped(), context).ToArray();
            var member = members.FirstOrDefault(candidate => candidate.Name == step);
            if (member is null)
                return Unknown(item, step, $"readable member of {type.Short()}", members.Select(candidate => candidate.Name));
            if (!mayBeNull && type.IsReferenceType)
                NeverNull.Add(expression);
            last = member;
            var before = type;
            type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
            expression += (before.MayBeNull() ? "?." : ".") + Names.Identifier(step);
            mayBeNull |= type.MayBeNull();
            name += step;
        }

        if (!mayBeNull)
            CheckNull(type, expression);

        if (type.IsServiceOrInput())
        {
            NotForKeys(item, Rules.ServiceInKey, string.Join(".", path), type.Short());
            return null;
        }

        // Of a parameter that is left out, a member may well be named.
        if (last is not null && KeyMembers.IsLeftOut(last))
        {
            if (NoKeyType is null)
                Malformed(item.Span, $"'{last.Name}' is marked [NotInKey]; leave out the attribute or the hole");
            else
                NoKeyType(item);
            return null;
        }

        return new KeyHole(context, type, expression, name, mayBeNull, problem => Malformed(item.Span, problem))
        {
            UnstableType = (unstable, problem) => NotForKeys(item, Rules.UnstableKeyType, string.Join(".", path), unstable.Short(), problem),
        }.Apply(item);
    }

    private (ITypeSymbol Type, string Expression)? Root(string name) =>
        context.Method.Parameters.FirstOrDefault(parameter => parameter.Name == name || context.InKey(parameter).Name == name) is { } parameter
            ? (context.InKey(parameter).Type, Names.Identifier(context.InKey(parameter).Name))
        : name == "result" ? Result
        : null;

    /// <summary>Null where the type rules it out is refused: else what a caller passes by mistake would be a key like any other.</summary>
    public void CheckNull(ITypeSymbol type, string expression)
    {
        // Keys of members refuse null themselves; see CacheKey.Exactly.
        if (type.IsReferenceType && !type.MayBeNull() && !KeyMembers.RefuseNull(type))
            NeverNull.Add(expression);
    }

    public static bool IsKeyPart(IParameterSymbol parameter) =>
        !parameter.Type.IsService() && parameter.FindAttribute("NotInKeyAttribute") is null;

    // A class may implement a property of an interface explicitly; then it has no such member of its own.
    public static IEnumerable<ISymbol> MembersOf(ITypeSymbol type, ParseContext context) => type.BasesOf()
        .Concat(type.AllInterfaces.Where(_ => type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter))
        .SelectMany(t => t.GetMembers())
        .Where(member => member is { IsStatic: false, CanBeReferencedByName: true } && (member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod: { } getter } => getter,
            IFieldSymbol field => field,
            _ => (ISymbol?)null,
        }) is { } read && context.Compilation.IsSymbolAccessibleWithin(read, context.Method.ContainingType));

    private void NotForKeys(TemplateItem item, DiagnosticDescriptor rule, params object[] arguments)
    {
        if (NoKeyType is null)
            context.ReportArgument(rule, place, item.Span, arguments);
        else
            NoKeyType(item);
    }

    private KeyShape? Unknown(TemplateItem item, string name, string kind, IEnumerable<string> candidates)
    {
        var all = candidates.Distinct().ToArray();
        var near = ImmutableDictionary<string, string?>.Empty.Add(WrittenProperty, name).Add(NearProperty, string.Join(",", Names.Near(name, all).Take(3)));
        context.ReportArgument(Rules.UnknownHole, place, item.Span, near, name, kind, Names.Advice(name, all));
        return null;
    }
}
