using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>Where a value that is asked for comes from.</summary>
internal sealed partial class ReadWalker
{
    private void Answer(IOperation operation, string path, Use use)
    {
        if (operation.ConstantValue.HasValue)
            return;
        switch (operation)
        {
            case IParameterReferenceOperation reference:
                AnswerParameter(reference, path, use);
                break;
            case ILocalReferenceOperation local:
                ValueOf(local.Local).Ask(path, use);
                break;
            case IFieldReferenceOperation field:
                AskMember(field, MemberPath.StepOf(field.Field), path, use);
                break;
            case IPropertyReferenceOperation property:
                AnswerProperty(property, path, use);
                break;
            case IEventReferenceOperation or IInstanceReferenceOperation or INameOfOperation or IDiscardOperation or IObjectCreationOperation or IThrowOperation:
                break;
            case IInvocationOperation call:
                AskResult(call, path, use);
                break;
            case IIsPatternOperation test:
                AskPattern(test.Pattern, test.Value, use);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    AskPattern(arm.Pattern, choice.Value, Use.Read);
                    Ask(arm.Guard);
                    Ask(arm.Value, path, use);
                }

                break;
            case IConditionalOperation choice:
                Ask(choice.Condition);
                Ask(choice.WhenTrue, path, use);
                Ask(choice.WhenFalse, path, use);
                break;
            case ITupleOperation tuple when path.Length > 0 && ElementOf(tuple, path) is var (element, rest):
                Ask(element, rest, use);
                break;
            case IWithOperation copy:
                AnswerCopy(copy, path, use);
                break;
            case IAnonymousFunctionOperation lambda:
                ValueOf(lambda.Symbol).Ask("", Use.Read);
                break;
            case IMethodReferenceOperation reference:
                AnswerReference(reference);
                break;
            default:
                AnswerPassedOn(operation, path, use);
                break;
        }
    }

    /// <summary>Operations that give a value as they took it; all others make a new one of their operands.</summary>
    private void AnswerPassedOn(IOperation operation, string path, Use use)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                Ask(conversion.Operand, path, use);
                break;
            case IParenthesizedOperation parenthesized:
                Ask(parenthesized.Operand, path, use);
                break;
            case IAwaitOperation wait:
                Ask(wait.Operation, path, use);
                break;
            case IDeclarationExpressionOperation declaration:
                Ask(declaration.Expression, path, use);
                break;
            case IDelegateCreationOperation creation:
                Ask(creation.Target);
                break;
            case IConditionalAccessOperation access:
                Ask(access.WhenNotNull, path, use);
                break;
            case IConditionalAccessInstanceOperation:
                Ask(Accessed(operation), path, use);
                break;
            case ICoalesceOperation coalesce:
                Ask(coalesce.Value, path, use);
                Ask(coalesce.WhenNull, path, use);
                break;
            case IAssignmentOperation assignment:
                Ask(assignment.Value, path, use);
                break;
            default:
                foreach (var child in operation.ChildOperations)
                    Ask(child, use: use == Use.Receiver ? Use.Read : use);
                break;
        }
    }

    private void AnswerParameter(IParameterReferenceOperation reference, string path, Use use)
    {
        var parameter = reference.Parameter;
        if (IsPrimary(parameter))
        {
            Held.Add(new HeldRead(reference, path));
            return;
        }

        if (SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, source))
            Parameters.Add(new ParameterRead(parameter, path, use, reference.Syntax));
        ValueOf(parameter).Ask(path, use);
    }

    private void AnswerProperty(IPropertyReferenceOperation reference, string path, Use use)
    {
        var property = reference.Property;
        if (IsThis(reference.Instance) && property.GetMethod is { } getter && IsFollowed(LoadedBy.Implementation(getter), reference.Instance))
        {
            getter = LoadedBy.Implementation(getter);
            foreach (var argument in reference.Arguments)
            {
                if (argument.Parameter is { } parameter && parameter.Ordinal < getter.Parameters.Length)
                    Define(getter.Parameters[parameter.Ordinal], argument.Value);
            }

            Enter(getter);
            ValueOf(getter).Ask(path, use);
            return;
        }

        foreach (var argument in reference.Arguments)
            Ask(argument.Value);
        if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            Ask(reference.Instance, property.Name == "Value" ? path : "", use);
        else if (reference.Instance is { } instance && !IsThis(instance) && (property.IsIndexer || !property.IsStored()) && !LeadsToHeld(instance))
            Ask(instance, "", use);
        else
            AskMember(reference, property.IsIndexer ? "" : property.Name, path, use);
    }

    // Of what is held, such as an HttpContext, it is good to know which member is read, however that comes about.
    private static bool LeadsToHeld(IOperation instance)
    {
        for (var operation = instance; ; operation = operation switch
        {
            IPropertyReferenceOperation { Instance: { } owner } => owner,
            IConversionOperation conversion => conversion.Operand,
            IConditionalAccessInstanceOperation => Accessed(operation),
            _ => null,
        })
        {
            if (operation is null or ILocalReferenceOperation)
                return false;
            if (operation is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } or IParameterReferenceOperation)
                return operation is not IParameterReferenceOperation { Parameter: var parameter } || IsPrimary(parameter);
        }
    }

    private void AskMember(IMemberReferenceOperation reference, string name, string path, Use use)
    {
        if (IsThis(reference.Instance))
            Held.Add(new HeldRead(reference, path));
        else
            Ask(reference.Instance, MemberPath.Join(name, path), name.Length == 0 && use == Use.Receiver ? Use.Read : use);
    }

    private void AnswerCopy(IWithOperation copy, string path, Use use)
    {
        var isSaid = false;
        foreach (var assignment in copy.Initializer.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is not IMemberReferenceOperation { Member.Name: var name } || (path.Length > 0 && !name.LeadsTo(path)))
                continue;
            isSaid |= path.Length > 0;
            Ask(assignment.Value, path.Length > name.Length ? path.Substring(name.Length + 1) : "", use);
        }

        if (!isSaid)
            Ask(copy.Operand, path, use);
    }

    /// <summary>Whoever gets the method may call it, with anything.</summary>
    private void AnswerReference(IMethodReferenceOperation reference)
    {
        Ask(reference.Instance, use: Use.Receiver);
        var method = LoadedBy.Implementation(reference.Method);
        if (CachedMethod(reference.Method) is { } || !IsFollowed(method, reference.Instance))
            return;
        foreach (var parameter in method.Parameters)
            Define(parameter, null);
        Enter(method);
        ValueOf(method).Ask("", Use.Read);
    }

    private static (IOperation Element, string Path)? ElementOf(ITupleOperation tuple, string path)
    {
        var dot = path.IndexOf('.');
        var name = dot < 0 ? path : path.Substring(0, dot);
        var elements = ((tuple.NaturalType ?? tuple.Type) as INamedTypeSymbol)?.TupleElements ?? default;
        if (elements.IsDefault || elements.Length != tuple.Elements.Length)
            return null;
        var index = elements.ToList().FindIndex(element => element.Name == name || element.CorrespondingTupleField?.Name == name);
        return index < 0 ? null : (tuple.Elements[index], dot < 0 ? "" : path.Substring(dot + 1));
    }

    /// <summary>What stands before the <c>?.</c></summary>
    private static IOperation? Accessed(IOperation placeholder)
    {
        var child = placeholder;
        for (var parent = placeholder.Parent; parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
                return access.Operation;
        }

        return null;
    }
}
