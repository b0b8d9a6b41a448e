using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What one [Invalidates] or [Updates] asks for: an entry, and tags.</summary>
internal sealed class ChangeParser(ParseContext context, ITypeSymbol? result, WriteLocals locals)
{
    private static readonly AttributePlace s_method = new("method");

    private readonly bool _updates = context.Attribute.AttributeClass!.Name == WriteMethodParser.UpdatesAttribute;
    private readonly WriteValues _values = new(context, result, locals);

    /// <summary>The method has no source.</summary>
    public bool CallsNothing { get; init; }

    public IEnumerable<ParsedChange> Parse()
    {
        if (_updates && CallsNothing)
        {
            context.ReportArgument(Rules.BoundTypeDiffers, s_method, null,
                $"'{context.Method.Name}' calls nothing (Source = null), so nothing is returned that could be stored", "name a source, or use [Invalidates]");
            yield break;
        }

        var arguments = context.Attribute.ConstructorArguments;
        var tags = context.Arguments("Tags");
        if (arguments.Length > 0 && Entry(arguments) is { } entry)
            yield return entry;
        else if (arguments.Length == 0 && tags.Count == 0)
            context.ReportArgument(Rules.NoTarget, s_method, null, "[Invalidates] names nothing: write [Invalidates(nameof(GetAsync))] for a method's entry, or [Invalidates(Tags = new[] { \"...\" })]");
        if (arguments.Length == 0 && context.Argument<string>("With") is not null)
            context.ReportArgument(Rules.MalformedWith, "With", null, "there is no method whose parameters it could bind; leave it out, or name the method");
        for (var i = 0; i < tags.Count; i++)
            yield return Tag(tags[i], new AttributePlace("Tags", i));
    }

    private ParsedChange? Entry(IReadOnlyList<TypedConstant> arguments)
    {
        // An argument that does not compile is the compiler's to report.
        if (arguments[arguments.Count - 1].Value is not string name || (arguments.Count > 1 && arguments[0].Value is not ITypeSymbol))
        {
            context.ReportArgument(Rules.NoTarget, s_method, null, "no method is named: write nameof(GetAsync), or typeof(Other), nameof(Other.GetAsync)");
            return null;
        }

        var type = arguments.Count > 1 ? (ITypeSymbol)arguments[0].Value! : context.Method.ContainingType;
        if (type is INamedTypeSymbol { IsUnboundGenericType: true })
        {
            context.ReportArgument(Rules.NoTarget, "type", null, $"{type.Short()} has no type arguments, and each list of them has entries of its own: write typeof({type.Name}<...>) with them");
            return null;
        }

        var with = With();
        var targets = WriteTarget.Find(context, type, name, out var refused);
        if (refused is not null)
            return new ParsedChange(context, s_method, null, refused);
        if (targets.Count == 0)
            NotFound(type, name, isOwn: arguments.Count == 1);
        var binder = new TargetBinder(context, _values, locals);
        if (targets.Count == 0 || with is null || binder.Bind(targets, with) is not var (target, method, handle, text))
            return null;
        if (_updates && !CanStore(target, method))
            return null;
        return new ParsedChange(context, s_method, new ChangeModel(_updates ? ChangeKind.Set : ChangeKind.Remove, target.Id, text, handle) { Scopes = binder.Scopes.ToEquatableArray() });
    }

    private IReadOnlyList<WithItem>? With() => context.Argument<string>("With") is not { } text ? []
        : WithParser.Parse(text, (span, problem) => context.ReportArgument(Rules.MalformedWith, "With", span, problem));

    private void NotFound(ITypeSymbol type, string name, bool isOwn)
    {
        var candidates = WriteTarget.NamesIn(type).ToArray();
        var advice = candidates.Length > 0 ? Names.Advice(name, candidates)
            : isOwn ? "it has none; write typeof(Other), nameof(Other.GetAsync) for one of another type"
            : "it has none";
        context.ReportArgument(Rules.NoTarget, s_method, null, $"'{name}' is no method of {type.Short()} with [Cached]; {advice}");
    }

    private bool CanStore(WriteTarget target, IMethodSymbol method)
    {
        var returned = method.ReturnType;
        var stored = returned.StreamItem() is { } item ? StreamParser.ListOf(item, context.Compilation) : returned.AwaitedResult()?.Result ?? returned;
        var problem = result is null ? $"'{context.Method.Name}' returns nothing, {target.Short} {stored.Short()}"
            : !WriteValues.Converts(context, result, stored) ? $"'{context.Method.Name}' returns {result.Short()}, {target.Short} {stored.Short()}"
            : WriteValues.IsNullable(result) && !WriteValues.IsNullable(stored) ? $"'{context.Method.Name}' may return null, {target.Short} does not"
            : null;
        if (problem is null)
            return true;
        context.ReportArgument(Rules.BoundTypeDiffers, s_method, null, problem, "let both return the same type, or use [Invalidates]");
        return false;
    }

    private ParsedChange Tag(string template, AttributePlace place)
    {
        var holes = new HoleResolver(context, place, "Tag", template) { Result = _values.Result };
        if (template.Length == 0)
        {
            holes.Malformed(default, "it is empty; write a text, or leave the tag out");
            return new ParsedChange(context, place, null);
        }

        var text = "";
        var isFine = true;
        foreach (var item in holes.Split())
        {
            if (item.Path is null)
                text += KeyShape.Escape(item.Literal);
            else if (holes.Resolve(item) is { } shape)
                text += shape.InlineText();
            else
                isFine = false;
        }

        return new ParsedChange(context, place, isFine && text.Length > 0 ? new ChangeModel(ChangeKind.RemoveByTag, template, template, $"$\"{text}\"") : null);
    }
}
