using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing.Decorators;

/// <summary>Writes the model of one forwarded member, and finds out why it cannot be passed on.</summary>
internal sealed class Forwarder(ISymbol member, INamedTypeSymbol type, bool mayBePublic, Compilation compilation)
{
    /// <summary>Why there is a part that throws in its place; null where there is none, or the reason is told elsewhere.</summary>
    public string? Problem { get; private set; }

    /// <summary>To the member of what is wrapped.</summary>
    public ForwardedMember To(ForwardingTarget target, string? name)
    {
        Problem = target.Rule is null && ProblemOf(target) is { } problem ? $"{problem}; implement it yourself" : null;
        var signature = Signature();
        return Model(signature, target.Rule ?? (Problem is null ? null : Rules.CannotPassOn.Id), name is null ? "" : signature.Call(name), target.Holder?.Name ?? "");
    }

    /// <summary>To the type's method in front of it: through the interface, too, it is that which is called.</summary>
    public ForwardedMember ToOwn(IMethodSymbol own)
    {
        var signature = Signature();
        return Model(signature, rule: null, signature.CallOwn(own), "");
    }

    /// <summary>Nowhere: a method of the type stands in front of it and cannot answer for it, and to pass it on would be to get past that.</summary>
    public ForwardedMember ToNone(string problem)
    {
        Problem = $"{problem}, or implement it yourself";
        return Model(Signature(), Rules.CannotPassOn.Id, "", "");
    }

    private ForwardedSignature Signature()
    {
        var signature = new ForwardedSignature(member, type, mayBePublic, compilation);
        return signature.IsRenamed ? new ForwardedSignature(member, type, isPublic: false, compilation) : signature;
    }

    private string? ProblemOf(ForwardingTarget target) =>
        member.IsStatic ? "it is static, and belongs to no instance"
        : target.Holder is null ? $"it could go to {string.Join(" or ", target.Holders.Select(holder => $"'{holder}'"))}"
        : IsProtected(member) ? "it is protected, and can only be called on the type itself"
        : member is IPropertySymbol { SetMethod.IsInitOnly: true } ? "its init accessor cannot be called on an instance that is there already"
        : null;

    /// <summary>It, or a part of it, can only be called on the type itself.</summary>
    public static bool IsProtected(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.ProtectedAndInternal
        || (member is IPropertySymbol property && new[] { property.GetMethod, property.SetMethod }.Any(accessor => accessor is not null && IsProtected(accessor)));

    private ForwardedMember Model(ForwardedSignature signature, string? rule, string call, string holder)
    {
        var isPublic = mayBePublic && !signature.IsRenamed;
        return new ForwardedMember
        {
            Group = rule is not null ? $"Not passed on: see {rule}."
                : holder.Length > 0 ? $"{member.ContainingType.Short()}, passed on to {holder}"
                : $"{member.ContainingType.Short()}, through the methods above",
            IsPublic = isPublic,
            Attributes = signature.Attributes.ToEquatableArray(),
            Declaration = signature.Declaration,
            Constraints = signature.Constraints.ToEquatableArray(),
            Bodies = Bodies(call).Select(body => rule is null || (body.Keyword == "get" && call.Length > 0 && !IsProtected(member) && !member.IsStatic)
                ? body
                : body with { Expression = $"throw new global::System.InvalidOperationException(\"{rule}\")" }).ToEquatableArray(),
        };
    }

    private IEnumerable<ForwardedBody> Bodies(string call) => member switch
    {
        IPropertySymbol { RefKind: not RefKind.None } => [new("get", call)],
        IPropertySymbol property => new (string Keyword, IMethodSymbol? Accessor, string Expression)[]
            {
                ("get", property.GetMethod, call),
                (property.SetMethod is { IsInitOnly: true } ? "init" : "set", property.SetMethod, $"{call} = value"),
            }
            .Where(part => part.Accessor is { DeclaredAccessibility: not Accessibility.Private })
            .Select(part => new ForwardedBody(part.Keyword, part.Expression, AccessorAttributes(part.Accessor!))),
        IEventSymbol => [new("add", $"{call} += value"), new("remove", $"{call} -= value")],
        _ => [new("", call)],
    };

    private string AccessorAttributes(IMethodSymbol accessor) => string.Concat(
        ConstantText.Repeated(accessor.GetAttributes(), compilation)
            .Concat(ConstantText.Repeated(accessor.GetReturnTypeAttributes(), compilation, "return: "))
            .Select(attribute => attribute + " "));
}
