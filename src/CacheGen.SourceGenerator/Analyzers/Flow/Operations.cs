using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>What is asked of operations alone.</summary>
internal static class Operations
{
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation;
    }

    /// <summary>Whether a branch does nothing but log and measure.</summary>
    public static bool IsSilent(this IOperation? statement) => statement switch
    {
        null or IEmptyOperation => true,
        IBlockOperation block => block.Operations.All(IsSilent),
        IExpressionStatementOperation expression => (expression.Operation is IConditionalAccessOperation access ? access.WhenNotNull : expression.Operation) switch
        {
            IInvocationOperation call => KnownCalls.Of(call) == CallKind.Silent,
            IAssignmentOperation { Target: IMemberReferenceOperation member } => member.Member.ContainingType.IsWatching(),
            _ => false,
        },
        IConditionalOperation { Type: null } condition => condition.WhenTrue.IsSilent() && condition.WhenFalse.IsSilent(),
        _ => false,
    };

    /// <summary>Whether a branch throws that an argument will not do.</summary>
    public static bool RefusesArgument(this IOperation? statement) => statement switch
    {
        IBlockOperation { Operations.Length: 1 } block => block.Operations[0].RefusesArgument(),
        IExpressionStatementOperation { Operation: IThrowOperation thrown } => thrown.RefusesArgument(),
        IThrowOperation { Exception: { } exception } => KnownCalls.IsArgumentException(exception.WithoutConversions().Type),
        _ => false,
    };

    /// <summary>Whether a body does nothing but throw: it is not written yet.</summary>
    public static bool OnlyThrows(this IOperation? body) => body switch
    {
        IThrowOperation => true,
        IBlockOperation { Operations.Length: 1 } block => block.Operations[0].OnlyThrows(),
        IExpressionStatementOperation statement => statement.Operation.OnlyThrows(),
        IReturnOperation returned => returned.ReturnedValue.OnlyThrows(),
        IConversionOperation conversion => conversion.Operand.OnlyThrows(),
        _ => false,
    };
}
