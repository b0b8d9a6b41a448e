using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing.Decorators;

/// <summary>The member of a wrapped interface that a method of ours stands in front of: its source, where it has no other.</summary>
internal sealed class WrappedSource
{
    private readonly Wrapping _wrapping;
    private readonly (IMethodSymbol Member, ISymbol Holder)[] _sources;
    private readonly ISymbol? _maybeNull;

    private WrappedSource(IMethodSymbol member, Wrapping wrapping, (IMethodSymbol Member, ISymbol Holder)[] sources, ISymbol? maybeNull)
    {
        Member = sources.Length > 0 ? sources[0].Member : member;
        _wrapping = wrapping;
        _sources = sources;
        _maybeNull = maybeNull;
    }

    public IMethodSymbol Member { get; }

    /// <summary>The member with its interface, as messages say it.</summary>
    public string MemberName => $"{Member.ContainingType.Short()}.{Member.Name}";

    /// <summary>The field, property or constructor parameter whose member it is; null where there is none, or are several.</summary>
    public ISymbol? Holder => _sources.Length == 1 ? _sources[0].Holder : null;

    /// <summary>The source as the type's code calls it.</summary>
    public string Call => $"{_wrapping.Access(Holder!, Member).Name}.{Names.Identifier(Member.Name)}";

    /// <summary>Why there is not one holder.</summary>
    public DiagnosticDescriptor Rule => _sources.Length > 1 ? Rules.AmbiguousSource : Rules.NoSource;

    /// <summary>Null where no interface of the type has a member by the method's name.</summary>
    public static WrappedSource? Find(IMethodSymbol method, Wrapping wrapping)
    {
        var members = MembersOf(method);
        if (members.Length == 0)
            return null;

        // What a derived interface declares anew hides that of its base.
        IMethodSymbol[] best = [.. members.Where(member => !members.Any(other => other.ContainingType.AllInterfaces.Contains(member.ContainingType, SymbolEqualityComparer.Default)))];
        var held = best.SelectMany(member => wrapping.HoldersOf(member.ContainingType).Select(holder => (member, holder))).ToArray();
        var sure = held.Where(pair => pair.holder.HeldType().NullableAnnotation != NullableAnnotation.Annotated).ToArray();
        return new(best[0], wrapping, sure, held.FirstOrDefault().holder);
    }

    /// <summary>Says why there is not one holder.</summary>
    public void Report(ParseContext context, string[] names)
    {
        var name = context.Method.Name;
        if (_sources.Length == 0)
        {
            context.Report(Rules.NoSource, name, _maybeNull is null
                ? $"looked for {SourceFinder.List(names)}, and for an instance of {Member.ContainingType.Short()} to pass on to; write the method, or hold an instance (a constructor parameter will do){WriteCall.OrNothing(context)}"
                : $"'{_maybeNull.Name}', whose '{Member.Name}' it would be, may be null: declare it without the question mark");
            return;
        }

        var holders = _sources.Select(source => source.Holder.Name).Distinct().ToArray();
        var several = holders.Length > 1
            ? holders.Select(holder => $"'{holder}.{Member.Name}'")
            : _sources.Select(source => $"'{source.Member.ContainingType.Short()}.{Member.Name}'");
        context.Report(Rules.AmbiguousSource, name, string.Join(" or ", several), $"write '{names[0]}', and call the right one there");
    }

    /// <summary>What a wrapped member must have beside what any source must; null where it has.</summary>
    public static string? Mismatch(IMethodSymbol method, IMethodSymbol member, bool mayDropToken = false)
    {
        if (!SymbolEqualityComparer.Default.Equals(SourceFinder.Closed(member, method).ReturnType, method.ReturnType))
            return $"it returns {member.ReturnType.Short()}, {SourceFinder.CallerOf(method)} {method.ReturnType.Short()}; who calls it through the interface gets the latter, so they must be the same";
        return !mayDropToken && member.Parameters.Any(parameter => parameter.Type.IsCancellationToken()) && !method.Parameters.Any(parameter => parameter.Type.IsCancellationToken())
            ? $"it takes a CancellationToken, which {SourceFinder.CallerOf(method)} would have to drop; let that take one too"
            : null;
    }

    /// <summary>The members that the method implements, else those with its parameters, else those that differ in a token alone, else all of its name.</summary>
    public static IMethodSymbol[] MembersOf(IMethodSymbol method)
    {
        var named = method.IsStatic ? [] : method.ContainingType.AllInterfaces.SelectMany(wrapped => wrapped.GetMembers(method.Name)).OfType<IMethodSymbol>()
            .Where(member => member is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public } && member.Arity == method.Arity)
            .ToArray();
        return new Func<IMethodSymbol, bool>[]
        {
            member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method),
            member => SameParameters(method, member, _ => true),
            member => SameParameters(method, member, parameter => !parameter.Type.IsCancellationToken()),
        }.Select(isBetter => named.Where(isBetter).ToArray()).FirstOrDefault(group => group.Length > 0) ?? named;
    }

    public static bool SameParameters(IMethodSymbol method, IMethodSymbol member, Func<IParameterSymbol, bool> counts) =>
        method.Parameters.Where(counts).Select(parameter => parameter.Type).SequenceEqual(
            SourceFinder.Closed(member, method).Parameters.Where(counts).Select(parameter => parameter.Type), SymbolEqualityComparer.Default);
}
