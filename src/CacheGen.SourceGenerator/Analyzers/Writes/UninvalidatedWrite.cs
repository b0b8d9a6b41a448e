using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Writes;

/// <summary>CG5005: a method writes what a sibling caches, and invalidates nothing.</summary>
internal static class UninvalidatedWrite
{
    public static IEnumerable<Diagnostic> Judge(AnalyzedType type)
    {
        var cached = type.Methods.Where(method => method.Own is not null).ToArray();
        if (cached.Length == 0)
            yield break;
        var sources = type.Methods.Select(method => method.Source).OfType<ISymbol>().ToArray();
        foreach (var method in type.Symbol.GetMembers().OfType<IMethodSymbol>())
        {
            // Who calls a private method may invalidate.
            if (method is not { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null, DeclaredAccessibility: not Accessibility.Private }
                || WriteNames.VerbOf(method.Name) is not { } verb || method.IsGenerated() || MethodParsers.Find(method) is not null
                || sources.Contains(method, SymbolEqualityComparer.Default) || WrittenBy.Read(type, method, verb) is not { } written)
            {
                continue;
            }

            if (cached.FirstOrDefault(candidate => Concerns(method, verb, written, candidate)) is { } target && method.Locations.Length > 0)
                yield return Diagnostic.Create(Rules.UninvalidatedWrite, method.Locations[0], method.Name, target.Symbol.Name);
        }
    }

    private static bool Concerns(IMethodSymbol method, string verb, WrittenBy written, AnalyzedMethod cached)
    {
        var value = cached.Context.Value ?? cached.Symbol.ReturnType.AwaitedResult()?.Result ?? cached.Symbol.ReturnType;
        var element = ElementOf(value);
        // What is new changes lists, and what was kept as missing.
        if (WriteNames.IsNew(verb) && element is null && cached.Own!.Policy.MissTtl is null)
            return false;
        var item = (element ?? value).Unwrapped();
        var noun = WriteNames.NounOf(method.Name);
        return (noun.Length > 0 && noun == WriteNames.NounOf(cached.Symbol.Name))
            || written.Entities.Contains(item, SymbolEqualityComparer.Default)
            || (IsOfTheirs(item) && method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals((ElementOf(parameter.Type) ?? parameter.Type).Unwrapped(), item)));
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => BatchTypes.Result(type)?.Value ?? BatchTypes.SourceResult(type)?.Value;

    // A string is not the thing that is written.
    private static bool IsOfTheirs(ITypeSymbol type) => type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } && !WrittenBy.IsOfPlatform(type);
}
