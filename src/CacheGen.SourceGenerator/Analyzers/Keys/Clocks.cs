using System.Collections.Concurrent;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>CG2009, at calls: what no other call will pass again, as an argument that is in the key.</summary>
internal sealed class Clocks
{
    private static readonly HashSet<string> s_sources =
    [
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow",
        "System.TimeProvider.GetUtcNow", "System.TimeProvider.GetLocalNow", "System.TimeProvider.GetTimestamp",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Diagnostics.Stopwatch.GetTimestamp", "System.Diagnostics.Stopwatch.Elapsed", "System.Diagnostics.Stopwatch.ElapsedMilliseconds",
        "System.Diagnostics.Stopwatch.ElapsedTicks", "System.Environment.TickCount", "System.Environment.TickCount64",
        "System.Random.Next", "System.Random.NextInt64", "System.Random.NextDouble", "System.Random.NextSingle",
        "System.Security.Cryptography.RandomNumberGenerator.GetHexString",
    ];

    /// <summary>Members of a moment that are as exact as it is. The others (Date, Hour, Day) round it.</summary>
    private static readonly HashSet<string> s_exact =
    [
        "Ticks", "UtcTicks", "TimeOfDay", "UtcDateTime", "LocalDateTime", "DateTime", "Millisecond", "Microsecond", "Nanosecond",
        "Add", "AddDays", "AddHours", "AddMinutes", "AddSeconds", "AddMilliseconds", "AddMonths", "AddYears", "AddTicks", "Subtract",
        "ToUniversalTime", "ToLocalTime", "ToOffset", "ToUnixTimeMilliseconds", "ToUnixTimeSeconds", "ToFileTime", "ToFileTimeUtc", "ToBinary",
    ];

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _mayCache = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, HashSet<string>?> _inKey = new(SymbolEqualityComparer.Default);

    public void Check(IInvocationOperation call, Action<Diagnostic> report)
    {
        // Nearly all calls end here.
        if (call.Arguments.Length == 0 || !_mayCache.GetOrAdd(call.TargetMethod.ContainingAssembly, MayCache)
            || _inKey.GetOrAdd(call.TargetMethod.OriginalDefinition, InKey) is not { } inKey)
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument is { Parameter: { } parameter, IsImplicit: false } && inKey.Contains(parameter.Name) && SourceOf(argument.Value) is { } source)
            {
                report(Diagnostic.Create(
                    Rules.UnlikelyHit, argument.Value.Syntax.GetLocation(), parameter.Name, $"is {source} here, which is another value on each call",
                    "pass what rounds it (.Date, a DateOnly), or leave it out of the key with [NotInKey]"));
            }
        }
    }

    private static bool MayCache(IAssemblySymbol? assembly) =>
        assembly is ISourceAssemblySymbol || assembly?.KnowsUs() == true;

    /// <summary>The parameters that are in the key just as they are; null for a method that is not cached.</summary>
    private static HashSet<string>? InKey(IMethodSymbol method)
    {
        if (method.FindAttribute(CachedMethodParser.CachedAttribute) is not { } attribute)
            return null;
        string? Said(string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;
        if (Said(KeyFrom.Property) is not null)
            return null;
        var whole = Said("Key") is { } template
            // A format or a transform may round it.
            ? KeyTemplate.Split(template, static (_, _) => { })
                .Where(item => item is { Path.Length: 1, Format: null } && item.Transforms.All(transform => transform == "hash")).Select(item => item.Path![0])
            : method.Parameters.Where(HoleResolver.IsKeyPart).Select(parameter => parameter.Name);
        return [.. whole];
    }

    /// <summary>The clock or the dice that a value comes from as it is; null for any other value.</summary>
    private static string? SourceOf(IOperation? value) => value switch
    {
        IConversionOperation conversion => SourceOf(conversion.Operand),
        IParenthesizedOperation inner => SourceOf(inner.Operand),
        IPropertyReferenceOperation property when IsSource(property.Property) => Name(property.Property),
        IPropertyReferenceOperation { Instance: { } of } property when s_exact.Contains(property.Property.Name) => SourceOf(of),
        // One of a few: a test, or a page picked at random, may well meet it again.
        IInvocationOperation { TargetMethod: { Name: "Next" or "NextInt64", Parameters.Length: > 0 } } => null,
        IInvocationOperation call when IsSource(call.TargetMethod) => Name(call.TargetMethod),
        // A format of a moment rounds it as a rule; that of a Guid does not.
        IInvocationOperation { Instance: { } of, TargetMethod.Name: "ToString" } => of.Type?.FullName() == "System.Guid" ? SourceOf(of) : null,
        IInvocationOperation { Instance: { } of } call when s_exact.Contains(call.TargetMethod.Name) => SourceOf(of),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum => SourceOf(sum.LeftOperand) ?? SourceOf(sum.RightOperand),
        ILocalReferenceOperation local => SourceOf(OnlyValueOf(local)),
        _ => null,
    };

    private static bool IsSource(ISymbol member) => member.ContainingType?.BasesOf().Any(type => s_sources.Contains($"{type.FullName()}.{member.Name}")) == true;

    private static string Name(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}{(member is IMethodSymbol ? "()" : "")}";

    /// <summary>What a local is declared with, where nothing else is assigned to it.</summary>
    private static IOperation? OnlyValueOf(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
            root = parent;
        IOperation? value = null;
        foreach (var operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local))
                value = declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value;
            var written = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
                _ => null,
            };
            if (written is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, reference.Local))
                return null;
        }

        // A local that is declared by another is asked once, not for ever.
        return value is ILocalReferenceOperation ? null : value;
    }
}
