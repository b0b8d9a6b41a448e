using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Parsing.Decorators;

/// <summary>How a member of a wrapped interface is declared again, and called, in the type that wraps it.</summary>
internal sealed class ForwardedSignature
{
    private readonly ISymbol _member;
    private readonly bool _isPublic;
    private readonly Compilation _compilation;
    private readonly IReadOnlyList<string> _typeParameters;

    public ForwardedSignature(ISymbol member, INamedTypeSymbol type, bool isPublic, Compilation compilation)
    {
        _member = member;
        _isPublic = isPublic;
        _compilation = compilation;
        // The interface knows nothing of the type's own type parameters; to hide one is CS0693.
        var around = type.Nesting().SelectMany(outer => outer.TypeParameters).Select(parameter => parameter.Name).ToList();
        var own = (member as IMethodSymbol)?.TypeParameters.Select(parameter => parameter.Name).ToArray() ?? [];
        _typeParameters = [.. own.Select(name => Names.Identifier(Names.Free([name, name + "_"], taken => around.Contains(taken) || (taken != name && own.Contains(taken)))))];
        IsRenamed = !own.Select(Names.Identifier).SequenceEqual(_typeParameters);
    }

    /// <summary>A type parameter has another name than in the interface.</summary>
    public bool IsRenamed { get; }

    /// <summary>Of an event and a property too: what stands before its name.</summary>
    public string Declaration
    {
        get
        {
            var (type, reference) = _member switch
            {
                IMethodSymbol method => (method.ReturnType, Reference(method.RefKind)),
                IPropertySymbol property => (property.Type, Reference(property.RefKind)),
                _ => (((IEventSymbol)_member).Type, "event "),
            };
            var name = _member is IPropertySymbol { IsIndexer: true } ? "this" : Names.Identifier(_member.Name);
            var qualified = _isPublic ? name : $"{_member.ContainingType.Code()}.{name}";
            var generic = _typeParameters.Count == 0 ? "" : $"<{string.Join(", ", _typeParameters.Select(TypeParameter))}>";
            var parameters = string.Join(", ", Parameters.Zip(Defaults(), Declare));
            var list = _member switch { IMethodSymbol => $"({parameters})", IPropertySymbol { IsIndexer: true } => $"[{parameters}]", _ => "" };
            var text = $"{reference}{type.Code(_typeParameters)} {qualified}{generic}{list}";
            return $"{(_isPublic ? "public " : "")}{(_member.IsStatic ? "static " : "")}{(text.Contains('*') ? "unsafe " : "")}{text}";
        }
    }

    /// <summary>Explicit implementations inherit them, but must say what T? is.</summary>
    public IEnumerable<string> Constraints => _member is not IMethodSymbol method ? []
        : _isPublic ? Parsing.Constraints.Of(method)
        : method.TypeParameters.Where(parameter => Declaration.Contains(_typeParameters[parameter.Ordinal] + "?"))
            .Select(parameter => $"where {_typeParameters[parameter.Ordinal]} : {(parameter.IsValueType ? "struct" : parameter.IsReferenceType ? "class" : "default")}");

    /// <summary>Those that callers, analyzers and the compiler go by.</summary>
    public IEnumerable<string> Attributes => ConstantText.Repeated(_member.GetAttributes(), _compilation)
        .Concat(_member is IMethodSymbol method ? ConstantText.Repeated(method.GetReturnTypeAttributes(), _compilation, "return: ") : []);

    /// <summary>The member of the instance that this name stands for, with the arguments.</summary>
    public string Call(string target)
    {
        // A parameter may be called as the member is that holds the instance.
        var instance = Parameters.Any(parameter => NameOf(parameter) == target) || target == "value" ? $"this.{target}" : target;
        var arguments = string.Join(", ", Parameters.Select(Argument));
        return _member switch
        {
            IMethodSymbol method => $"{(method.RefKind == RefKind.None ? "" : "ref ")}{instance}.{Names.Identifier(method.Name)}{TypeArguments}({arguments})",
            IPropertySymbol { IsIndexer: true } property => $"{(property.RefKind == RefKind.None ? "" : "ref ")}{instance}[{arguments}]",
            IPropertySymbol property => $"{(property.RefKind == RefKind.None ? "" : "ref ")}{instance}.{Names.Identifier(property.Name)}",
            _ => $"{instance}.{Names.Identifier(_member.Name)}",
        };
    }

    /// <summary>The type's own method in front of the member, which differs from it in what does not count.</summary>
    public string CallOwn(IMethodSymbol method)
    {
        var member = SourceFinder.Closed((IMethodSymbol)_member, method);
        var given = new Queue<IParameterSymbol>(member.Parameters.Where(parameter => !parameter.Type.IsCancellationToken()));
        var token = Parameters.FirstOrDefault(parameter => parameter.Type.IsCancellationToken());
        var arguments = method.Parameters.Select(parameter => parameter.Type.IsCancellationToken()
            ? token is null ? $"default({parameter.Type.Code()})" : NameOf(token)
            : NameOf(given.Peek()) + Suppression(given.Dequeue().Type, parameter.Type));
        return $"{Names.Identifier(method.Name)}{TypeArguments}({string.Join(", ", arguments)}){Suppression(member.ReturnType, method.ReturnType)}";
    }

    // What differs is nullability, as the user's method says it.
    private static string Suppression(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.IncludeNullability.Equals(one, other) ? "" : "!";

    private string TypeArguments => _typeParameters.Count == 0 ? "" : $"<{string.Join(", ", _typeParameters)}>";

    private IReadOnlyList<IParameterSymbol> Parameters => _member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => Array.Empty<IParameterSymbol>(),
    };

    private static string Reference(RefKind kind) => kind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" };

    private string TypeParameter(string name, int index) => string.Concat(
        ConstantText.Repeated(((IMethodSymbol)_member).TypeParameters[index].GetAttributes(), _compilation).Select(attribute => attribute + " ")) + name;

    private string Declare(IParameterSymbol parameter, string @default)
    {
        var attributes = string.Concat(ConstantText.Repeated(parameter.GetAttributes(), _compilation).Select(attribute => attribute + " "));
        var scoped = parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out && !parameter.IsParams ? "scoped " : "";
        var modifier = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => parameter.IsParams ? "params " : "",
        };
        // A dynamic argument would be bound at run time. To callers the two are one.
        var type = parameter.Type.TypeKind == TypeKind.Dynamic ? parameter.Type.NullableAnnotation == NullableAnnotation.Annotated ? "object?" : "object"
            : parameter.Type.Code(_typeParameters);
        return $"{attributes}{scoped}{modifier}{type} {NameOf(parameter)}{@default}";
    }

    /// <summary>Only callers of a public member see them; after one that C# has no words for, those before it must go too.</summary>
    private IEnumerable<string> Defaults()
    {
        var defaults = Parameters.Select(parameter => _isPublic ? ConstantText.Default(parameter) : null).ToList();
        var last = defaults.FindLastIndex(text => text is null);
        while (last > 0 && Parameters[last].IsParams)
            last = defaults.FindLastIndex(last - 1, text => text is null);
        return defaults.Select((text, index) => index < last ? "" : text ?? "");
    }

    private string Argument(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "",
    } + NameOf(parameter);

    // Other languages' names need not be C#'s.
    private static string NameOf(IParameterSymbol parameter) =>
        SyntaxFacts.IsValidIdentifier(parameter.Name) ? Names.Identifier(parameter.Name) : $"p{parameter.Ordinal}";
}
