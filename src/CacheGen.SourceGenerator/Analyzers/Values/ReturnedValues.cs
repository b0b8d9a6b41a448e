using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Values;

/// <summary>
/// The expressions whose values a method returns, as far as one type shows them: through awaits, conditions, locals that are set once, and
/// other methods of the type.
/// </summary>
internal sealed class ReturnedValues(Bodies bodies)
{
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>Of an iterator the first <c>yield return</c> itself.</summary>
    public static IEnumerable<IOperation> Of(IMethodSymbol method, Bodies bodies) => new ReturnedValues(bodies).Of(method);

    private IEnumerable<IOperation> Of(IMethodSymbol method)
    {
        if (!_visited.Add(method.OriginalDefinition))
            return [];
        var statements = bodies.Of(method).SelectMany(Own).ToArray();
        // One is enough to make a method an iterator, which returns nothing else.
        if (statements.FirstOrDefault(statement => statement.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak) is { } yield)
            return [yield];
        return statements.OfType<IReturnOperation>().Select(statement => statement.ReturnedValue).OfType<IOperation>().SelectMany(Leaves);
    }

    /// <summary>What an expression's value is that of.</summary>
    private IEnumerable<IOperation> Leaves(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Leaves(conversion.Operand),
        IParenthesizedOperation parenthesized => Leaves(parenthesized.Operand),
        IAwaitOperation awaited => Leaves(awaited.Operation),
        ITranslatedQueryOperation query => Leaves(query.Operation),
        IConditionalOperation { WhenFalse: { } other } conditional => Leaves(conditional.WhenTrue).Concat(Leaves(other)),
        ICoalesceOperation coalesce => Leaves(coalesce.Value).Concat(Leaves(coalesce.WhenNull)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Leaves(arm.Value)),
        IObjectCreationOperation { Arguments.Length: 1, Type.Name: "ValueTask" } task => Leaves(task.Arguments[0].Value),
        IInvocationOperation { TargetMethod.Name: "FromResult", TargetMethod.ContainingType.Name: "Task" or "ValueTask", Arguments.Length: 1 } task =>
            Leaves(task.Arguments[0].Value),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask", Instance: { } task } => Leaves(task),
        IInvocationOperation call when !bodies.Of(call.TargetMethod).IsEmpty => Of(call.TargetMethod),
        // Half-typed code may make a local of itself.
        ILocalReferenceOperation local when _visited.Add(local.Local) && OnlyValueOf(local) is { } value => Leaves(value),
        _ => [operation],
    };

    /// <summary>What a local was made with; null where it is set again, or not there.</summary>
    public static IOperation? OnlyValueOf(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
            root = parent;
        IOperation? value = null;
        foreach (var operation in root.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when IsIt(declarator.Symbol):
                    value = declarator.GetVariableInitializer()?.Value;
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target } when IsIt(target.Local):
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation passed } when IsIt(passed.Local):
                    return null;
            }
        }

        return value;

        bool IsIt(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, reference.Local);
    }

    /// <summary>The operations of a body, without those of lambdas and local functions in it.</summary>
    private static IEnumerable<IOperation> Own(IOperation operation)
    {
        if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
            yield break;
        yield return operation;
        foreach (var child in operation.ChildOperations)
        {
            foreach (var inner in Own(child))
                yield return inner;
        }
    }
}
