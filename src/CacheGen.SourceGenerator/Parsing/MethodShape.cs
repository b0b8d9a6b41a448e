using CacheGen.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Whether a method is of a form that can be generated, before anything else is looked at.</summary>
internal static class MethodShape
{
    /// <summary>What to say of an unsafe method whose generated part would await something.</summary>
    public const string NoAwait = "nothing can be awaited in unsafe code; take 'unsafe' from the method and its type, and put it around the pointers alone";

    /// <summary>False where no part of the method can be written: it is not a partial method, or not in a place for one.</summary>
    public static bool CheckPlace(ParseContext context)
    {
        CheckType(context);
        CheckPartial(context);
        return !context.HasErrors;
    }

    /// <summary>What the method returns, out of its Task, or one by one as a stream; null where it takes or returns what cannot be cached.</summary>
    public static ITypeSymbol? CheckSignature(ParseContext context)
    {
        CheckParameters(context);
        return CheckReturn(context, NothingIsReturned(context.Method)) is { } value && !context.HasErrors ? value : null;
    }

    /// <summary>The same for a method that changes something, and may return nothing: its value is null then.</summary>
    public static bool CheckWriteSignature(ParseContext context, out ITypeSymbol? value)
    {
        CheckParameters(context);
        value = null;
        if (NothingIsReturned(context.Method) is null)
            value = CheckReturn(context, context.Method.ReturnType.StreamItem() is null ? null : "it returns a stream, which has not succeeded before somebody has read it; return a list");
        var isAsynchronous = context.Method.ReturnType.IsNoResultTask() || context.Method.ReturnType.AwaitedResult() is not null;
        if (isAsynchronous && context.Method.Parameters.FirstOrDefault(parameter => parameter.RefKind == RefKind.In) is { } byReference)
            context.Report(Rules.NotCacheable, byReference, context.Method.Name, $"its parameter '{byReference.Name}' is passed by 'in', which nothing asynchronous can take; take a value");
        if (isAsynchronous && context.Method.IsUnsafe())
            context.Report(Rules.ImpossibleShape, context.Method.Name, NoAwait);
        return !context.HasErrors;
    }

    /// <summary>Nothing can be awaited in what is generated for it.</summary>
    public static bool IsUnsafe(this IMethodSymbol method) => method.DeclaringSyntaxReferences
        .Concat(method.ContainingType.Nesting().SelectMany(type => type.DeclaringSyntaxReferences))
        .Any(reference => reference.GetSyntax() is MemberDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword));

    /// <summary>The type around a method's type that is not partial, where nothing but that is wrong with the method's place.</summary>
    public static INamedTypeSymbol? OuterNotPartial(IMethodSymbol method) => Misplaced(method) is not null ? null
        : method.ContainingType.Nesting().FirstOrDefault(outer => !IsPartial(outer) && !SymbolEqualityComparer.Default.Equals(outer, method.ContainingType));

    private static void CheckType(ParseContext context)
    {
        var method = context.Method;
        var problem = Misplaced(method)
            ?? (OuterNotPartial(method) is { } outer ? $"the type around it, '{outer.Name}', is not partial; make it partial" : null)
            ?? (HiddenTypeParameter(method) is { } name ? $"two type parameters around it are called '{name}', so keys could not tell them apart; rename one" : null);
        if (problem is not null)
            context.Report(Rules.ImpossibleShape, method.Name, problem);
    }

    private static string? Misplaced(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return method.MethodKind == MethodKind.ExplicitInterfaceImplementation ? "it implements an interface explicitly; cache a public or private method and call that"
            : method.MethodKind != MethodKind.Ordinary ? "it is no ordinary method"
            : method.IsAbstract ? "it is abstract; put [Cached] on the methods that override it"
            : type.TypeKind is not (TypeKind.Class or TypeKind.Struct) ? "it is not in a class, a record or a struct"
            : type.IsRefLikeType ? $"'{type.Name}' is a ref struct"
            : type.Nesting().Any(outer => outer.IsFileLocal) ? $"'{type.Name}' is local to its file"
            : null;
    }

    private static string? HiddenTypeParameter(IMethodSymbol method) => method.ContainingType.Nesting().SelectMany(type => type.TypeParameters).Concat(method.TypeParameters)
        .GroupBy(parameter => parameter.Name).FirstOrDefault(same => same.Count() > 1)?.Key;

    private static void CheckPartial(ParseContext context)
    {
        var method = context.Method;
        if (method.MethodKind != MethodKind.Ordinary)
            return;
        if (!method.IsPartialDefinition)
            context.Report(Rules.NotPartial, method.Name, "partial, without a body");
        else if (method.PartialImplementationPart is { } implementation && !implementation.IsGenerated())
            context.Report(Rules.NotPartial, method.Name, "without a body; move the body to the uncached method");
        if (method.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } type && !IsPartial(type))
            context.Report(Rules.NotPartial, type, type.Name, "partial");
    }

    private static void CheckParameters(ParseContext context)
    {
        var tokens = 0;
        foreach (var parameter in context.Method.Parameters)
        {
            var problem = parameter.RefKind is not (RefKind.None or RefKind.In) ? $"its parameter '{parameter.Name}' is ref or out; take a value and return one"
                : parameter.Type.IsRefLikeType ? $"its parameter '{parameter.Name}' is a ref struct ({parameter.Type.Short()}), which cannot outlive the call; take an array"
                : parameter.Type is ITypeParameterSymbol type && type.MayBeRefStruct() ? $"its parameter '{parameter.Name}' may be a ref struct, which cannot outlive the call; leave out 'allows ref struct'"
                // The call of the source would be bound at run time, by what happens to be passed.
                : parameter.Type.TypeKind == TypeKind.Dynamic ? $"its parameter '{parameter.Name}' is dynamic; take object"
                : IsPointer(parameter.Type) ? $"its parameter '{parameter.Name}' is a pointer"
                : parameter.Type.IsCancellationToken() && ++tokens > 1 ? "it takes several CancellationTokens; take one"
                : null;
            if (problem is not null)
                context.Report(Rules.NotCacheable, parameter, context.Method.Name, problem);
        }
    }

    private static string? NothingIsReturned(IMethodSymbol method) => method.ReturnsVoid ? "it returns nothing; return the value to cache"
        : method.ReturnType.IsNoResultTask() ? $"it returns {method.ReturnType.Name} without a value; return {method.ReturnType.Name}<T>"
        : null;

    private static ITypeSymbol? CheckReturn(ParseContext context, string? problem)
    {
        var method = context.Method;
        var type = method.ReturnType;
        var result = type.AwaitedResult()?.Result ?? type.StreamItem() ?? type;
        problem ??= method.ReturnsByRef || method.ReturnsByRefReadonly ? "it returns a reference; return a value"
            : result.IsRefLikeType ? $"it returns {(type.StreamItem() is null ? "a ref struct" : "ref structs")} ({result.Short()}); return an array"
            : result is ITypeParameterSymbol parameter && parameter.MayBeRefStruct() ? $"it may return a ref struct ({result.Name}); leave out 'allows ref struct'"
            : result.TypeKind == TypeKind.Dynamic ? "it returns dynamic; return object"
            : IsPointer(type) ? "it returns a pointer"
            : type.AwaitedResult()?.Result.StreamItem() is not null ? $"it returns {type.Short()}, and a stream inside a task can be read once; return the IAsyncEnumerable itself, or a list"
            : result.IsReadOnce() ? $"it returns {type.Short()}, which can be read once; return a list"
            : null;
        if (problem is null)
            return result;
        context.Report(Rules.NotCacheable, method.Name, problem);
        return null;
    }

    private static bool IsPointer(ITypeSymbol type) => type is IArrayTypeSymbol array
        ? IsPointer(array.ElementType)
        : type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
