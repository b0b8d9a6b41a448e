using CacheGen.SourceGenerator.Parsing;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>Of every value passed to every parameter: the type arguments that the compiler infers.</summary>
public class TypeInferenceTests
{
    private static readonly string[] s_values =
    [
        "int", "int?", "string", "string?", "object", "int[]", "string[]", "string?[]", "string[]?", "int[][]", "string?[][]", "int[,]", "List<int>", "List<string?>?", "List<int?>", "List<string[]>",
        "IReadOnlyList<string>", "IEnumerable<string?>", "HashSet<int>", "Dictionary<string, List<int?>>", "IReadOnlyDictionary<string, string?>", "(int A, string? B)", "(string, string)",
        "KeyValuePair<int, string?>", "System.Collections.Immutable.ImmutableArray<string?>", "System.Collections.Immutable.ImmutableArray<int>?", "Func<string>", "Func<string, int>", "Func<Action<string?>>", "Action<string>", "Action<IEnumerable<string>>", "Action<IEnumerable<string>[]>",
        "IComparer<object>", "IComparer<List<string>>", "Own", "Two", "Outer<int>.Inner<string?>", "Derived", "Pair<string, string?>", "Pair<string, object>", "Pair<int, int>", "X", "Y", "Z", "List<X>", "Task<string?>",
    ];

    private static readonly string[] s_parameters =
    [
        "T", "T?", "T[]", "T?[]", "T[][]", "T[,]", "List<T>", "List<T?>", "List<T>?", "IReadOnlyList<T>", "IEnumerable<T>", "IEnumerable<T[]>", "IEnumerable<IEnumerable<T>>", "ICollection<T>", "IList<T>",
        "IReadOnlyCollection<KeyValuePair<string, T>>", "IReadOnlyDictionary<string, T>", "(T, T)", "(T, string)", "(int, T)", "Func<T>", "Func<T, T>", "Func<T, int>", "Action<T>", "Action<List<T>>", "Action<T[]>", "Action<List<T>[]>", "Func<Action<T>>", "IComparer<T>", "IComparer<IEnumerable<T>>",
        "IEquatable<T>", "IComparable<T>", "Outer<T>.Inner<string>", "Outer<T>.Inner<T>", "Outer<int>.Inner<T>", "Base<T>", "Pair<T, T>", "IPair<T, T>", "object", "Task<T>", "IEnumerable<(T, T)>",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("where T : class")]
    [InlineData("where T : struct")]
    public void WhatCSharpInfers_IsInferred(string constraint)
    {
        var calls = s_values.SelectMany((type, value) => s_parameters.Select((_, parameter) =>
            $"    static void Call{value}_{parameter}<X, Y, Z>({type} value) where Y : class where Z : List<X>, IComparable<string> => P.M{parameter}(value);"));
        var compilation = Compiler.Compile(
            $$"""
            public class Own : List<string?>, IEquatable<Own> { public bool Equals(Own? other) => true; }
            public abstract class Two : IEnumerable<int>, IEnumerable<string>
            {
                IEnumerator<int> IEnumerable<int>.GetEnumerator() => null!;
                IEnumerator<string> IEnumerable<string>.GetEnumerator() => null!;
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
            }
            public class Outer<TOuter> { public class Inner<TInner>; }
            public class Base<TBase>;
            public class Derived : Base<IReadOnlyList<string?>>;
            public interface IPair<out TOne, out TTwo>;
            public class Pair<TOne, TTwo> : IPair<TOne, TTwo>;
            public static class P
            {
            {{string.Join("\n", s_parameters.Select((parameter, index) => $"    public static void M{index}<T>({parameter} value) {constraint} {{ }}"))}}
            }
            public static class Calls
            {
            {{string.Join("\n", calls)}}
            }
            """);
        var tree = compilation.SyntaxTrees[1];
        var model = compilation.GetSemanticModel(tree);
        var wrong = new List<string>();
        var known = 0;
        foreach (var invocation in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            var called = (IMethodSymbol?)model.GetSymbolInfo(invocation, TestContext.Current.CancellationToken).Symbol;
            var declared = compilation.GetTypeByMetadataName("P")!.GetMembers(((MemberAccessExpressionSyntax)invocation.Expression).Name.Identifier.Text).OfType<IMethodSymbol>().Single();
            var value = ((IMethodSymbol)model.GetDeclaredSymbol(invocation.Parent!.Parent!, TestContext.Current.CancellationToken)!).Parameters[0].Type;
            var inferred = TypeInference.Infer(declared, [(value, declared.Parameters[0].Type)], compilation)[0];
            // Where the compiler calls nothing, nothing follows, or it does not help: the value is not taken, or a constraint is broken.
            if (called is null
                ? inferred is not null && Constraints.AreMet(declared.TypeParameters[0], [inferred], compilation) && compilation.HasImplicitConversion(value, declared.Construct(inferred).Parameters[0].Type)
                : !SymbolEqualityComparer.IncludeNullability.Equals(called.TypeArguments[0], inferred))
            {
                wrong.Add($"{value.Short()} to {declared.Parameters[0].Type.Short()}: {called?.TypeArguments[0].Short()}, not {inferred?.Short()}");
            }

            known += called is null ? 0 : 1;
        }

        Assert.Empty(wrong);
        Assert.True(known > 40, $"{known}");
    }
}
