using CacheGen.SourceGenerator.Model;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Flow;

/// <summary>What becomes of arguments.</summary>
internal sealed partial class ReadWalker
{
    private bool Call(IInvocationOperation call)
    {
        var target = LoadedBy.Implementation(call.TargetMethod);
        if (CachedMethod(call.TargetMethod) is { } cached)
        {
            Cached.Add((call, cached));
            CallCached(call, cached);
            return true;
        }

        if (IsFollowed(target, call.Instance))
        {
            Bind(call, target.Parameters);
            Enter(target);
            return true;
        }

        var kind = KnownCalls.Of(call);
        if (kind == CallKind.Silent)
            return false;
        foreach (var argument in call.Arguments)
        {
            if (kind is CallKind.Unknown or CallKind.Guard)
                AskArgument(argument, kind == CallKind.Guard ? Use.Guard : Use.Read);
            // A pure method gives through out what it was given.
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref })
                Assign(argument.Value, call, "");
        }

        if (kind == CallKind.Unknown)
        {
            Ask(call.Instance, use: Use.Receiver);
            Outside.Add(call);
        }

        return true;
    }

    private void AskArgument(IArgumentOperation argument, Use use = Use.Read)
    {
        if (argument.Parameter?.RefKind != RefKind.Out)
            Ask(argument.Value, use: use);
    }

    /// <summary>What the call gives is asked for.</summary>
    private void AskResult(IInvocationOperation call, string path, Use use)
    {
        var target = LoadedBy.Implementation(call.TargetMethod);
        if (CachedMethod(call.TargetMethod) is { } cached)
        {
            if (LoadedBy.SourceOf(type, cached) is { } loads)
                ValueOf(loads).Ask("", Use.Read);
            return;
        }

        if (IsFollowed(target, call.Instance))
        {
            ValueOf(target).Ask(path, use);
            return;
        }

        switch (KnownCalls.Of(call))
        {
            case CallKind.Unknown:
                Held.Add(new HeldRead(call, path));
                break;
            case CallKind.PassesOn:
            case CallKind.Guard:
                Ask(call.Instance, path, use);
                foreach (var argument in call.Arguments)
                    Ask(argument.Value, path, use);
                break;
            case CallKind.Pure:
                use = use == Use.Receiver ? Use.Read : use;
                Ask(call.Instance, use: use);
                foreach (var argument in call.Arguments)
                    AskArgument(argument, use);
                break;
        }
    }

    private void Bind(IInvocationOperation call, IReadOnlyList<IParameterSymbol> parameters)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } at || at.Ordinal >= parameters.Count)
                continue;
            var parameter = parameters[at.Ordinal];
            Define(parameter, argument.Value);
            if (at.RefKind is RefKind.Out or RefKind.Ref)
                Receive(argument.Value, parameter);
        }
    }

    /// <summary>What a method of the type gives through out or ref.</summary>
    private void Receive(IOperation target, IParameterSymbol given)
    {
        ISymbol? receiver = (target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation { Parameter: var parameter } when !IsPrimary(parameter) => parameter,
            _ => null,
        };
        if (receiver is null)
        {
            ValueOf(given).Ask("", Use.Read);
            return;
        }

        Define(receiver, null);
        ValueOf(receiver).ComesFrom(ValueOf(given).Ask);
    }

    /// <summary>Another cached method of the type reads what its source reads. A token ends its wait.</summary>
    private void CallCached(IInvocationOperation call, AnalyzedMethod cached)
    {
        var loads = LoadedBy.SourceOf(type, cached);
        var isKnown = loads is not null && !type.Bodies.Of(loads).IsEmpty && IsThis(call.Instance);
        var arguments = isKnown ? LoadedBy.Arguments(cached, loads!).ToArray() : [];
        foreach (var argument in call.Arguments)
        {
            var given = cached.Symbol.Parameters.FirstOrDefault(parameter => parameter.Ordinal == argument.Parameter?.Ordinal);
            var own = arguments.FirstOrDefault(pair => given is not null && SymbolEqualityComparer.Default.Equals(pair.Cached, given)).Own;
            // A load of its own: the parameters of this one stay what they are.
            if (own is not null && SymbolEqualityComparer.Default.Equals(loads, source))
                Follow(own, argument.Value);
            else if (own is not null)
                Define(own, argument.Value);
            else if (given?.FindAttribute("NotInKeyAttribute") is null)
                AskArgument(argument);
        }

        // In a scope of its own the other method works with services of its own.
        if (isKnown && cached.Cached?.Policy.BackgroundScope != true)
            Enter(loads!);
    }

    private AnalyzedMethod? CachedMethod(IMethodSymbol target)
    {
        if (!SymbolEqualityComparer.Default.Equals(target.ContainingType?.OriginalDefinition, type.Symbol))
            return null;
        var definition = target.OriginalDefinition.PartialDefinitionPart ?? target.OriginalDefinition;
        return type.Methods.FirstOrDefault(method => method.Cached is not null && SymbolEqualityComparer.Default.Equals(method.Symbol, definition));
    }

    /// <summary>Whether a call of the function runs the body that is seen here, and no other in its place.</summary>
    private bool IsFollowed(IMethodSymbol function, IOperation? instance) => function.MethodKind == MethodKind.LocalFunction
        || (!type.Bodies.Of(function).IsEmpty && !CanBeOverridden(function) && !function.IsGenerated() && (function.IsStatic || IsThis(instance)));

    public static bool CanBeOverridden(IMethodSymbol function) =>
        (function.IsVirtual || function.IsAbstract || (function.IsOverride && !function.IsSealed)) && !function.ContainingType.IsSealed;

    public static bool IsThis(IOperation? instance) => instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
}
