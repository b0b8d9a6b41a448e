using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Modifiers from the tokens, types from the symbols: so the generated part agrees with the user's to the letter.</summary>
internal static class SignatureParser
{
    public static SignatureModel Parse(IMethodSymbol method)
    {
        var declaration = (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax();
        var reference = method.ReturnsByRef ? "ref " : method.ReturnsByRefReadonly ? "ref readonly " : "";
        return new SignatureModel
        {
            Name = Names.Identifier(method.Name),
            Modifiers = string.Join(" ", declaration.Modifiers.Select(token => token.Text)),
            ReturnType = reference + method.ReturnType.Code(),
            TypeParameters = method.TypeParameters.Select(parameter => Names.Identifier(parameter.Name)).ToEquatableArray(),
            RepeatedConstraints = Constraints.Repeated(method).ToEquatableArray(),
            Constraints = Constraints.Of(method).ToEquatableArray(),
            Parameters = method.Parameters.Select(Parse).ToEquatableArray(),
        };
    }

    private static ParameterModel Parse(IParameterSymbol parameter)
    {
        var syntax = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as ParameterSyntax;
        return new ParameterModel
        {
            Name = Names.Identifier(parameter.Name),
            Type = parameter.Type.Code(),
            BareType = parameter.Type.Bare(),
            Modifiers = string.Concat(syntax?.Modifiers.Select(token => token.Text + " ") ?? []),
            IsCancellationToken = parameter.Type.IsCancellationToken(),
            IsCache = parameter.Type.IsMethodCache(),
        };
    }
}
