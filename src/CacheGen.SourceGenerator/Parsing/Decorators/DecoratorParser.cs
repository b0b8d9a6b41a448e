using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing.Decorators;

/// <summary>
/// A type is a decorator where a method of ours has its source in an interface that the type wraps. Then the rest of what its interfaces
/// ask for and it does not implement is passed on to what it holds.
/// </summary>
internal sealed class DecoratorParser
{
    private readonly INamedTypeSymbol _type;
    private readonly Compilation _compilation;
    private readonly Wrapping _wrapping;
    private readonly FrontMethod[] _methods;
    private readonly WrappedSource[] _sources;

    private DecoratorParser(INamedTypeSymbol type, IEnumerable<ParseContext> methods, Compilation compilation)
    {
        _type = type;
        _compilation = compilation;
        _wrapping = new Wrapping(type, compilation);
        _methods = [.. methods.Select(method => new FrontMethod(method, _wrapping))];
        _sources = [.. _methods.Select(method => method.Source).OfType<WrappedSource>()];
    }

    /// <summary>What the method's type passes on; null where it is no decorator, and for all of its methods but the first.</summary>
    public static DecoratorModel? Parse(IMethodSymbol method, Compilation compilation, Action<Diagnostic>? report, CancellationToken cancellationToken)
    {
        var type = method.ContainingType;
        var methods = type.GetMembers().OfType<IMethodSymbol>()
            .Select(member => MethodParsers.Find(member) is { } attribute ? new ParseContext(member, attribute, compilation, report: null, cancellationToken) : null)
            .OfType<ParseContext>().Where(MethodShape.CheckPlace);
        // Each method asks; only for the first of them the others are looked at.
        if (!SymbolEqualityComparer.Default.Equals(methods.FirstOrDefault()?.Method, method))
            return null;
        var parser = new DecoratorParser(type, methods, compilation);
        return parser._sources.Length == 0 ? null : parser.Parse(report);
    }

    private DecoratorModel Parse(Action<Diagnostic>? report)
    {
        var missing = _type.Interfaces.SelectMany(root => root.AllInterfaces.Prepend(root)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .SelectMany(wrapped => wrapped.GetMembers()).Where(IsMissing).ToArray();
        var places = new ForwardedPlaces(_type, missing);
        var accessors = new List<AccessorModel>();
        var members = new List<ForwardedMember>();
        foreach (var member in missing)
        {
            var own = _methods.Where(method => method.Answers(member)).OrderByDescending(method => method.IsExact(member)).FirstOrDefault()?.Method;
            var target = TargetOf(member);
            if (target is null && own is null)
                continue;
            var past = own is null ? _methods.Select(method => method.Problem(member)).FirstOrDefault(problem => problem is not null) : null;
            var access = target?.Holder is null ? null : _wrapping.Access(target.Holder, member);
            if (access?.Accessor is { } accessor && own is null && past is null)
                accessors.Add(accessor);
            var forwarder = new Forwarder(member, _type, own is null && past is null && places.IsPublic(member), _compilation);
            members.Add(own is not null ? forwarder.ToOwn(own) : past is not null ? forwarder.ToNone(past) : forwarder.To(target!, access?.Name));
            if (forwarder.Problem is { } problem)
                report?.Invoke(Diagnostic.Create(Rules.CannotPassOn, _type.Locations.FirstOrDefault(), $"{member.ContainingType.Short()}.{member.Name}", problem));
        }

        // Sources are reached in the same way.
        accessors.AddRange(_sources.Where(source => source.Holder is not null)
            .Select(source => _wrapping.Access(source.Holder!, source.Member).Accessor).OfType<AccessorModel>());
        return new DecoratorModel { Accessors = accessors.Distinct().ToEquatableArray(), Members = members.ToEquatableArray() };
    }

    private bool IsMissing(ISymbol member) =>
        member is IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
        && (member.IsAbstract || (member is { IsVirtual: true, IsStatic: false } && !Forwarder.IsProtected(member)))
        && (member.CanBeReferencedByName || member is IPropertySymbol { IsIndexer: true })
        && _compilation.IsSymbolAccessibleWithin(member, _type)
        && (_type.FindImplementationForInterfaceMember(member) is not { ContainingType.TypeKind: not TypeKind.Interface } found
            || (found.IsGenerated() && SymbolEqualityComparer.Default.Equals(found.ContainingAssembly, _compilation.Assembly)));

    /// <summary>Null where nothing is known to pass it on to: the compiler asks the user for the member.</summary>
    private ForwardingTarget? TargetOf(ISymbol member)
    {
        var wrapped = member.ContainingType;
        var holders = _sources.Select(source => source.Holder).OfType<ISymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default)
            .Where(holder => _wrapping.Holds(holder, wrapped)).ToArray();
        // An interface of which no method is ours is passed on too, where the type says outright that it holds one.
        if (holders.Length == 0)
        {
            holders = [.. _wrapping.HoldersOf(wrapped).Where(holder =>
                holder.HeldType() is { TypeKind: TypeKind.Interface, NullableAnnotation: not NullableAnnotation.Annotated })];
            if (holders.Length > 1)
                holders = [];
        }

        if (holders.Length > 0)
            return new(holders.Length == 1 ? holders[0] : null, [.. holders.Select(holder => holder.Name)], null);
        // The error is told at the method whose source it is. Without a part here the build would not come so far.
        return member.IsAbstract ? _sources.Where(source => source.Holder is null).Select(source => new ForwardingTarget(null, [], source.Rule.Id)).FirstOrDefault() : null;
    }
}

/// <param name="Holder">Where it goes; null where that is not known.</param>
/// <param name="Holders">Names of those that could be it.</param>
/// <param name="Rule">Which rule a method broke, so that it is not known; null where none.</param>
internal sealed record ForwardingTarget(ISymbol? Holder, IReadOnlyList<string> Holders, string? Rule);
