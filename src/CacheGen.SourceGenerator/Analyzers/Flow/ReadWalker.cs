using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>
/// Follows values backwards from where they matter. A visit of all that a source does, also in what it calls of its own type, finds the places
/// where a value goes out of sight (what is returned, conditions, arguments of unknown methods, what is stored); from there each
/// value is asked for, and so its locals, arguments and results, down to parameters of the source and members of the type. What nobody asks for
/// was never read. No order and no conditions: what some path through the source reads, it reads. Each body is visited once and each question
/// asked once, both from lists and not by recursion, so that long and deep code costs time in proportion and no stack.
/// </summary>
internal sealed partial class ReadWalker(AnalyzedType type, IMethodSymbol source)
{
    private readonly Stack<(IOperation Operation, IMethodSymbol Owner)> _visits = new();
    private readonly Stack<(IOperation Operation, string Path, Use Use)> _questions = new();
    private readonly Dictionary<ISymbol, FlowValue> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation?>> _definitions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ILocalFunctionOperation> _localFunctions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _entered = new(SymbolEqualityComparer.Default);

    /// <summary>What is read of the source's parameters.</summary>
    public List<ParameterRead> Parameters { get; } = [];

    /// <summary>What is read of what the type holds, of static members, and of what unknown methods return.</summary>
    public List<HeldRead> Held { get; } = [];

    /// <summary>Calls of methods that are not looked into.</summary>
    public List<IInvocationOperation> Outside { get; } = [];

    /// <summary>Calls of cached methods of the type.</summary>
    public List<(IInvocationOperation Call, AnalyzedMethod Method)> Cached { get; } = [];

    /// <summary>Something of it does not compile: what was not found may be there yet.</summary>
    public bool IsBroken { get; private set; }

    public void Walk()
    {
        Enter(source);
        ValueOf(source).Ask("", Use.Read);
        while (_visits.Count + _questions.Count > 0)
        {
            type.CancellationToken.ThrowIfCancellationRequested();
            if (_visits.Count > 0)
            {
                var (operation, owner) = _visits.Pop();
                if (!Visit(operation, ref owner))
                    continue;
                foreach (var child in operation.ChildOperations)
                    _visits.Push((child, owner));
            }
            else
            {
                var (operation, path, use) = _questions.Pop();
                Answer(operation, path, use);
            }
        }
    }

    /// <summary>Asks for a value: the answer may depend on it.</summary>
    private void Ask(IOperation? operation, string path = "", Use use = Use.Read)
    {
        if (operation is not null)
            _questions.Push((operation, path, use));
    }

    private FlowValue ValueOf(ISymbol symbol)
    {
        if (!_values.TryGetValue(symbol, out var value))
            _values.Add(symbol, value = new FlowValue());
        return value;
    }

    /// <summary>One of the places that a local, parameter or result has its value from.</summary>
    private void Define(ISymbol symbol, IOperation? value, string path = "", bool isItem = false)
    {
        if (!_definitions.TryGetValue(symbol, out var definitions))
            _definitions.Add(symbol, definitions = []);
        definitions.Add(path.Length == 0 && !isItem ? value : null);
        Follow(symbol, value, path, isItem);
    }

    private void Follow(ISymbol symbol, IOperation? value, string path = "", bool isItem = false)
    {
        if (value is not null)
            ValueOf(symbol).ComesFrom((asked, use) => Ask(value, isItem ? path : MemberPath.Join(path, asked), isItem && use == Use.Receiver ? Use.Read : use));
    }

    /// <summary>The parameter of the source that a value is, unchanged, through locals and arguments; null where it may be something else.</summary>
    public IParameterSymbol? ParameterBehind(IOperation value)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (true)
        {
            ISymbol? symbol = value.WithoutConversions() switch
            {
                IParameterReferenceOperation parameter => parameter.Parameter,
                ILocalReferenceOperation local => local.Local,
                _ => null,
            };
            if (symbol is null || !seen.Add(symbol))
                return null;
            var isOwn = SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, source) && symbol is IParameterSymbol;
            if (!_definitions.TryGetValue(symbol, out var definitions))
                return isOwn ? (IParameterSymbol)symbol : null;
            if (isOwn || definitions.Count != 1 || definitions[0] is not { } only)
                return null;
            value = only;
        }
    }

    /// <summary>Begins to visit a body, unless it is visited already.</summary>
    private void Enter(IMethodSymbol function)
    {
        if (!_entered.Add(function))
            return;
        if (function.MethodKind != MethodKind.LocalFunction)
        {
            foreach (var block in type.Bodies.Of(function))
                _visits.Push((block, function));
        }
        else if (_localFunctions.TryGetValue(function, out var local))
        {
            _visits.Push((local.Body ?? local.IgnoredBody!, function));
        }
    }

    /// <summary>Looks for places where values matter; false where nothing below matters.</summary>
    private bool Visit(IOperation operation, ref IMethodSymbol owner)
    {
        switch (operation)
        {
            case INameOfOperation:
                return false;
            case IInvalidOperation:
                IsBroken = true;
                return true;
            case ILocalFunctionOperation local:
                _localFunctions[local.Symbol] = local;
                if (_entered.Remove(local.Symbol))
                    Enter(local.Symbol);
                return false;
            case IAnonymousFunctionOperation lambda:
                owner = lambda.Symbol;
                return true;
            case IReturnOperation returned:
                Define(owner, returned.ReturnedValue);
                return true;
            case IThrowOperation { Exception: var thrown }:
                // What a failure says is in no answer.
                return thrown?.WithoutConversions() is not IObjectCreationOperation;
            case IInvocationOperation call:
                return Call(call);
            case IConditionalOperation { Type: null } condition:
                AskCondition(condition);
                return true;
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Define(declarator.Symbol, initializer.Value);
                return true;
            case IAssignmentOperation assignment:
                Assign(assignment.Target, assignment.Value, "");
                return true;
            case IIncrementOrDecrementOperation step:
                Assign(step.Target, step.Target, "", isItem: true);
                return true;
            case IForEachLoopOperation each:
                Ask(each.Collection);
                Assign(each.LoopControlVariable, each.Collection, "", isItem: true);
                return true;
            case IIsPatternOperation test:
                Declare(test.Pattern, test.Value);
                return true;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                    Declare(arm.Pattern, choice.Value);
                return true;
            case ISwitchOperation choice:
                VisitSwitch(choice);
                return true;
            default:
                AskOperands(operation);
                return true;
        }
    }

    /// <summary>What matters of other operations.</summary>
    private void AskOperands(IOperation operation)
    {
        switch (operation)
        {
            case IWhileLoopOperation loop:
                Ask(loop.Condition);
                break;
            case IForLoopOperation loop:
                Ask(loop.Condition);
                break;
            case ICatchClauseOperation clause:
                Ask(clause.Filter);
                break;
            case IObjectCreationOperation { Type: var created } creation when created?.IsWatching() != true:
                foreach (var argument in creation.Arguments)
                    AskArgument(argument);
                break;
            case IMethodReferenceOperation reference:
                Ask(reference);
                break;
            case IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation or IFunctionPointerInvocationOperation:
                foreach (var child in operation.ChildOperations)
                    Ask(child);
                break;
        }
    }

    private void AskCondition(IConditionalOperation condition)
    {
        // Whether something is logged is no part of the answer either.
        if (!condition.WhenTrue.IsSilent() || !condition.WhenFalse.IsSilent())
            Ask(condition.Condition, use: condition.WhenFalse is null && condition.WhenTrue.RefusesArgument() ? Use.Guard : Use.Read);
    }

    private void VisitSwitch(ISwitchOperation choice)
    {
        foreach (var clause in choice.Cases.SelectMany(section => section.Clauses))
        {
            if (clause is IPatternCaseClauseOperation pattern)
            {
                Declare(pattern.Pattern, choice.Value);
                AskPattern(pattern.Pattern, choice.Value, Use.Read);
                Ask(pattern.Guard);
            }
            else if (clause.CaseKind != CaseKind.Default)
            {
                Ask(choice.Value);
            }
        }
    }

    /// <summary>The locals of a pattern are the value, or members of it.</summary>
    private void Declare(IPatternOperation pattern, IOperation value)
    {
        foreach (var (part, path) in PatternParts.Of(pattern))
        {
            if (PatternParts.Declared(part) is { } local)
                Define(local, value, path);
        }
    }

    private void AskPattern(IPatternOperation pattern, IOperation value, Use use)
    {
        foreach (var (part, path) in PatternParts.Of(pattern))
        {
            if (PatternParts.IsTest(part))
                Ask(value, path, use);
        }
    }

    /// <summary>A local or parameter is aliased; what is stored elsewhere is out of sight.</summary>
    private void Assign(IOperation target, IOperation value, string path, bool isItem = false)
    {
        switch (target)
        {
            case IVariableDeclaratorOperation declarator:
                Define(declarator.Symbol, value, path, isItem);
                break;
            case ILocalReferenceOperation local:
                Define(local.Local, value, path, isItem);
                break;
            case IParameterReferenceOperation { Parameter: var parameter } when !IsPrimary(parameter):
                Define(parameter, value, path, isItem);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, path, isItem);
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    if (!isItem && path.Length == 0 && value.WithoutConversions() is ITupleOperation values && values.Elements.Length == tuple.Elements.Length)
                        Assign(tuple.Elements[i], values.Elements[i], "");
                    else
                        Assign(tuple.Elements[i], value, isItem ? "" : MemberPath.Join(path, PartOf(value.Type, i)), isItem);
                }

                break;
            case IDiscardOperation:
                break;
            // What a copy says anew is asked for with the copy.
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Parent: IAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: IWithOperation } } }:
                break;
            case IMemberReferenceOperation member when member.Member.ContainingType.IsWatching():
                break;
            default:
                Ask(value, path);
                break;
        }
    }

    private static string PartOf(ITypeSymbol? type, int index) => PatternParts.PartOf(
        type, type?.GetMembers("Deconstruct") is { Length: 1 } only ? only[0] : null, index);

    private static bool IsPrimary(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor };
}
