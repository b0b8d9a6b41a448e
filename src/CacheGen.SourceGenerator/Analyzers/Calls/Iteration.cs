using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Calls;

/// <summary>What repeats a call for each item of a collection that is known before, to its end.</summary>
/// <param name="Whole">The loop, or the lambda that is called for each item.</param>
/// <param name="Variable">Whose value tells one turn from another.</param>
/// <param name="IsConcurrent">One turn does not wait for the one before.</param>
internal sealed record Iteration(IOperation Whole, ISymbol Variable, bool IsConcurrent)
{
    // These read a lazy sequence to its end; others may stop at the first item that will do.
    private static readonly HashSet<string> s_readers = ["ToList", "ToArray", "ToDictionary", "ToHashSet", "ToLookup", "Sum", "Count", "Max", "Min", "WhenAll"];

    /// <summary>The innermost around a call; null where that may end early, answers each failure by itself, or cannot be told.</summary>
    public static Iteration? Around(IOperation call)
    {
        for (var (inner, outer) = (call, call.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case ITryOperation { Catches.Length: > 0 } attempt when inner == attempt.Body:
                case ILocalFunctionOperation or IWhileLoopOperation:
                    return null;
                case IForEachLoopOperation loop when inner == loop.Body:
                    return !loop.IsAsynchronous && loop.LoopControlVariable is IVariableDeclaratorOperation variable && !MayEndEarly(loop) ? new(loop, variable.Symbol, IsConcurrent: false) : null;
                case IForLoopOperation loop when inner == loop.Body:
                    return loop.Locals.Length == 1 && !MayEndEarly(loop) ? new(loop, loop.Locals[0], IsConcurrent: false) : null;
                case IAnonymousFunctionOperation lambda:
                    return OfLambda(lambda);
            }
        }

        return null;
    }

    /// <summary>Whether a value is read off the item of this turn: <c>item.Id</c>, <c>ids[i]</c>, or a local that is no more than that.</summary>
    public bool IsPath(IOperation value) => IsPath(value, locals: 0);

    /// <summary>Whether an operation reads anything that there is within a turn only.</summary>
    public bool Declares(IOperation operation) => operation.DescendantsAndSelf().Any(part => part switch
    {
        ILocalReferenceOperation local => IsInside(local.Local),
        IParameterReferenceOperation parameter => IsInside(parameter.Parameter),
        _ => false,
    });

    private bool IsPath(IOperation value, int locals) => value switch
    {
        IConversionOperation conversion => IsPath(conversion.Operand, locals),
        // Half-typed code may say that a local is itself.
        ILocalReferenceOperation local => Is(local.Local) || (locals < 3 && Initializer(local.Local) is { } initial && IsPath(initial, locals + 1)),
        IParameterReferenceOperation parameter => Is(parameter.Parameter),
        IPropertyReferenceOperation { Arguments.Length: > 0 } indexer => indexer.Arguments.Any(argument => IsPath(argument.Value, locals)),
        IPropertyReferenceOperation { Instance: { } instance } => IsPath(instance, locals),
        IFieldReferenceOperation { Instance: { } instance } => IsPath(instance, locals),
        IArrayElementReferenceOperation element => element.Indices.Any(index => IsPath(index, locals)),
        IInvocationOperation { Instance: { } instance } call => IsPath(instance, locals) && call.Arguments.All(argument => argument.Value.ConstantValue.HasValue),
        _ => false,
    };

    private static Iteration? OfLambda(IAnonymousFunctionOperation lambda)
    {
        if (lambda.Symbol.Parameters.Length == 0 || lambda.Parent is not IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } })
            return null;
        var type = call.TargetMethod.ContainingType.ToDisplayString();
        var isEach = (type, call.TargetMethod.Name) switch
        {
            ("System.Linq.Enumerable", "Select") => IsReadToTheEnd(call, IsTask(lambda.Symbol.ReturnType)),
            ("System.Threading.Tasks.Parallel", "ForEachAsync" or "ForEach") => true,
            _ => false,
        };
        return isEach ? new(lambda, lambda.Symbol.Parameters[0], IsConcurrent: true) : null;
    }

    // Of tasks, all are begun by whatever enumerates them; who races them wants no more than one.
    private static bool IsReadToTheEnd(IInvocationOperation select, bool isAsynchronous)
    {
        var outer = select.Parent;
        while (outer is IArgumentOperation or IConversionOperation)
            outer = outer.Parent;
        return outer is IInvocationOperation reader ? s_readers.Contains(reader.TargetMethod.Name) : isAsynchronous;
    }

    private static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask";

    private static bool MayEndEarly(ILoopOperation loop) => Within(loop.Body).Any(operation =>
        operation is IReturnOperation || (operation is IBranchOperation branch && branch.BranchKind != BranchKind.Continue));

    // What a lambda returns does not end the loop.
    private static IEnumerable<IOperation> Within(IOperation operation) => operation is IAnonymousFunctionOperation or ILocalFunctionOperation
        ? []
        : operation.ChildOperations.SelectMany(Within).Prepend(operation);

    private bool Is(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol, Variable);

    private bool IsInside(ISymbol symbol) => Is(symbol)
        || symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == Whole.Syntax.SyntaxTree && Whole.Syntax.Span.Contains(reference.Span));

    private IOperation? Initializer(ILocalSymbol local) => !IsInside(local) ? null : Whole.Descendants().OfType<IVariableDeclaratorOperation>()
        .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.GetVariableInitializer()?.Value;
}
