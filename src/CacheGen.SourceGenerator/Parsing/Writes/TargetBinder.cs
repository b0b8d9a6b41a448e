using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Gives each parameter that a cached method's key reads a value of the write method; of overloads, chooses the one where that works.</summary>
internal sealed class TargetBinder(ParseContext context, WriteValues values, WriteLocals locals)
{
    private static readonly AttributePlace s_method = new("method");
    private static readonly AttributePlace s_with = new("With");

    /// <summary>Whose entry it is, where the target has scopes.</summary>
    public IReadOnlyList<ScopeModel> Scopes { get; private set; } = [];

    /// <param name="Target">The cached method.</param>
    /// <param name="Method">The same, with the type arguments that it is called with.</param>
    /// <param name="Handle">C# of its handle.</param>
    /// <param name="Text">As people read it.</param>
    public sealed record Bound(WriteTarget Target, IMethodSymbol Method, string Handle, string Text);

    /// <summary>The property of CG5002 with all that is to be added to With; not there where nothing suggests itself.</summary>
    public const string Suggested = "With";

    private sealed record Problem(DiagnosticDescriptor Rule, AttributePlace Place, TextSpan? Span, object[] Arguments)
    {
        /// <summary>What With could say to mend it.</summary>
        public string? Binding { get; init; }
    }

    /// <summary>The target, with C# of its handle; null, after a report, where there is none or the choice is not clear.</summary>
    public Bound? Bind(IReadOnlyList<WriteTarget> targets, IReadOnlyList<WithItem> with)
    {
        var bound = targets.Select(target =>
        {
            var problems = new List<Problem>();
            return (Bound: Bind(target, with, problems), Problems: problems);
        }).ToArray();
        var fitting = bound.Where(one => one.Problems.Count == 0).ToArray();
        if (fitting.Length > 1)
        {
            context.ReportArgument(Rules.NoTarget, s_method, null,
                $"'{fitting[0].Bound.Method.Name}' could be {string.Join(" or ", fitting.Select(one => one.Bound.Target.Short))}: let the parameters, or With, bind all that one of them takes and not all of the other's");
            return null;
        }

        if (fitting.Length == 1)
            return fitting[0].Bound;
        // Of several that do not fit, the one that nearly does is most likely meant.
        var problems = bound.OrderBy(one => one.Problems.Count).First().Problems;
        var bindings = problems.Select(problem => problem.Binding).OfType<string>().ToArray();
        foreach (var problem in problems)
        {
            var properties = ImmutableDictionary<string, string?>.Empty;
            context.ReportArgument(
                problem.Rule, problem.Place, problem.Span, problem.Binding is null ? properties : properties.Add(Suggested, string.Join(", ", bindings)), problem.Arguments);
        }

        return null;
    }

    private Bound Bind(WriteTarget target, IReadOnlyList<WithItem> with, List<Problem> problems)
    {
        var method = target.Method;
        var parameters = method.Parameters.Where(parameter => target.Reads.Contains(Names.Identifier(parameter.Name))).ToArray();
        foreach (var stray in with.Where(item => parameters.All(parameter => parameter.Name != item.Name)))
        {
            var isKnown = method.Parameters.Any(parameter => parameter.Name == stray.Name);
            problems.Add(new Problem(Rules.MalformedWith, s_with, stray.NameSpan, [isKnown
                ? $"'{stray.Name}' is not in the key of {target.Short}; leave it out"
                : $"'{stray.Name}' is no parameter of {target.Short}; {Names.Advice(stray.Name, [.. parameters.Select(parameter => parameter.Name)])}"]));
        }

        if (target.Access is null)
            problems.Add(new Problem(Rules.NoTarget, s_method, null, [$"the entries of {target.Short} cannot be seen from '{context.Method.Name}': make the types in its signature internal or public"]));
        var typeArguments = TypeArguments(target, problems);
        if (typeArguments.Length > 0)
        {
            method = method.Construct(typeArguments);
            parameters = [.. parameters.Select(parameter => method.Parameters[parameter.Ordinal])];
        }

        var bound = parameters.Select(parameter => Bind(target, parameter, with.FirstOrDefault(item => item.Name == parameter.Name), problems)).OfType<BoundValue>().ToArray();
        var generic = typeArguments.Length == 0 ? "" : $"<{string.Join(", ", typeArguments.Select(type => type.Code()))}>";
        var guards = bound.Where(value => value.Guard is not null).Select(value => $"{value.Guard} is null").Distinct().ToArray();
        if (problems.Count == 0)
            Scopes = [.. ScopeParser.AskedFor(method).Select(name => ScopeParser.ForChange(context, name, target.Short, locals)).OfType<ScopeModel>()];
        var arguments = Scopes.Select(scope => scope.Argument).Concat(bound.Select(value => value.Expression)).Prepend(locals.Cache);
        var handle = $"{target.Access}{generic}({string.Join(", ", arguments)})";
        return new Bound(target, method, guards.Length == 0 ? handle : $"{string.Join(" || ", guards)} ? null : {handle}",
            $"{method.Name}{generic}({string.Join(", ", bound.Select(value => value.Text))})");
    }

    private BoundValue? Bind(WriteTarget target, IParameterSymbol parameter, WithItem? item, List<Problem> problems)
    {
        string problem;
        bool isType;
        var value = item is null ? values.BindByName(parameter, out problem, out isType) : values.Bind(item, parameter, out problem, out isType);
        if (value is not null)
            return value;
        var place = item is null ? s_method : s_with;
        if (isType)
            problems.Add(new Problem(Rules.BoundTypeDiffers, place, item?.ValueSpan, [$"{problem}, '{parameter.Name}' of {target.Short} is {parameter.Type.Short()}", $"bind a value of that type with With = \"{parameter.Name}=...\""]));
        else if (item is not null)
            problems.Add(new Problem(Rules.MalformedWith, place, item.ValueSpan, [problem]));
        else
            problems.Add(Unbound(target, parameter, place));
        return null;
    }

    private Problem Unbound(WriteTarget target, IParameterSymbol parameter, AttributePlace place)
    {
        var suggested = values.Suggest(parameter);
        var fits = suggested is not null && values.Bind(new WithItem(parameter.Name, WithKind.Path, suggested, default, default), parameter, out _, out _) is not null;
        return new(Rules.UnboundKey, place, null, [parameter.Name, target.Short, suggested ?? "..."]) { Binding = fits ? $"{parameter.Name}={suggested}" : null };
    }

    /// <summary>Type parameters are bound by name, those of the type around the write method too.</summary>
    private ITypeSymbol[] TypeArguments(WriteTarget target, List<Problem> problems)
    {
        var own = context.Method.ContainingType.Nesting().SelectMany(type => type.TypeParameters).Concat(context.Method.TypeParameters).ToArray();
        var arguments = target.Method.TypeParameters.Select(parameter => own.FirstOrDefault(candidate => candidate.Name == parameter.Name)).ToArray();
        var lacking = target.Method.TypeParameters.FirstOrDefault(parameter => arguments[parameter.Ordinal] is null);
        if (lacking is not null)
        {
            problems.Add(new Problem(Rules.NoTarget, s_method, null, [$"the type argument '{lacking.Name}' of {target.Short} is not known: give '{context.Method.Name}' a type parameter of that name"]));
            return [];
        }

        ITypeSymbol[] types = [.. arguments.Select(argument => argument!.WithNullableAnnotation(NullableAnnotation.NotAnnotated))];
        foreach (var parameter in target.Method.TypeParameters)
        {
            if (!Constraints.AreMet(parameter, types, context.Compilation))
                problems.Add(new Problem(Rules.BoundTypeDiffers, s_method, null, [$"the type parameter '{parameter.Name}' of {target.Short} has more constraints than that of '{context.Method.Name}'", "give both the same"]));
        }

        return types;
    }
}
