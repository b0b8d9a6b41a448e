using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing.Decorators;

/// <summary>A method of ours as they see it who call its type through an interface: they must not get past it, whatever it calls itself.</summary>
internal sealed class FrontMethod(ParseContext context, Wrapping wrapping)
{
    // Nothing is called that could be cancelled.
    private readonly bool _mayDropToken = WriteCall.CallsNothing(context);

    private readonly IMethodSymbol[] _members = WrappedSource.MembersOf(context.Method);

    public IMethodSymbol Method => context.Method;

    /// <summary>The wrapped member that it calls; null where it has a source of its own, or none, or no interface has such a member.</summary>
    public WrappedSource? Source { get; } = SourceFinder.FindWrapped(context, wrapping);

    /// <summary>Whether a call of the member can be answered by calling the method.</summary>
    public bool Answers(ISymbol member) => Of(member) is { } own && Mismatch(own) is null;

    /// <summary>The method has all parameters of the member, and no others.</summary>
    public bool IsExact(ISymbol member) => Of(member) is { } own && WrappedSource.SameParameters(Method, own, _ => true);

    /// <summary>Why the method does not answer for the member that it stands in front of; null where it does, or another one is meant, or its source is that member, and tells.</summary>
    public string? Problem(ISymbol member) => Source is null && Of(member) is { } own && !_members.Any(Answers) ? Mismatch(own) : null;

    // Other parameters make it an overload, which says nothing of the member.
    private IMethodSymbol? Of(ISymbol member) => _members.FirstOrDefault(other => SymbolEqualityComparer.Default.Equals(other, member)
        && WrappedSource.SameParameters(Method, other, parameter => !parameter.Type.IsCancellationToken())
        && other.Parameters.Concat(Method.Parameters).All(parameter => parameter.RefKind is RefKind.None or RefKind.In));

    private string? Mismatch(IMethodSymbol member) => WrappedSource.Mismatch(Method, member, _mayDropToken);
}
