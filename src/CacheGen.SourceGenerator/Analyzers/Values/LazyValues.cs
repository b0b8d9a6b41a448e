using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>Sequences that are a way to values and not values: every reader goes that way again.</summary>
internal static class LazyValues
{
    private const string Iterator = "is an iterator";

    /// <summary>Types that may be such a sequence as well as a list.</summary>
    public static bool MayBe(ITypeSymbol type) => type.FullName() is "System.Collections.Generic.IEnumerable" or "System.Collections.IEnumerable" or "System.Linq.IOrderedEnumerable";

    /// <summary>What kind of one is returned; null where it is none, or nothing is known of it.</summary>
    public static string? Find(IOperation returned) => returned switch
    {
        { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => Iterator,
        { Type: { } type } when type.IsQueryable() => "returns a query",
        IInvocationOperation { TargetMethod: { Name: "AsEnumerable", ContainingType.Name: "Enumerable" }, Arguments.Length: 1 } call => Find(Unconverted(call.Arguments[0].Value)),
        IInvocationOperation call when IsUnfinishedLinq(call.TargetMethod) => "returns unfinished LINQ",
        IInvocationOperation { TargetMethod: { Name: "ReadLines", ContainingType: var type } } when type.FullName() == "System.IO.File" => "returns a file that is still to be read",
        IInvocationOperation { TargetMethod: { ContainingType: var type, Name: var name } }
            when name.StartsWith("Enumerate", StringComparison.Ordinal) && type.FullName() is "System.IO.Directory" or "System.IO.DirectoryInfo" => "returns a directory that is still to be read",
        _ => null,
    };

    /// <summary>What to do about a kind of them.</summary>
    public static string AdviceOn(string kind) => kind == Iterator ? "collect the items in a list, and return that" : "end it with ToList() or ToArray()";

    /// <summary>Whether it is a query that its provider runs when it is read.</summary>
    public static bool IsQueryable(this ITypeSymbol type) => type.AllInterfaces.Append(type).Any(t => t.Name == "IQueryable" && t.FullName() == "System.Linq.IQueryable");

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation { OperatorMethod: null } conversion ? Unconverted(conversion.Operand) : operation;

    // What returns a list or a number has read its source; a range reads nothing, and is the same each time.
    private static bool IsUnfinishedLinq(IMethodSymbol method) =>
        method.ContainingType?.FullName() is "System.Linq.Enumerable" or "System.Linq.ParallelEnumerable"
        && method.Name is not ("Empty" or "Range" or "Repeat")
        && method.ReturnType.FullName() is "System.Collections.Generic.IEnumerable" or "System.Linq.IOrderedEnumerable" or "System.Linq.ParallelQuery" or "System.Linq.OrderedParallelQuery";
}
