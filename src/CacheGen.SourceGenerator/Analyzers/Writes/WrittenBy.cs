using CacheGen.SourceGenerator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CacheGen.SourceGenerator.Analyzers.Writes;

/// <summary>What the body of a method, and of the methods of its type that it calls, shows to be written.</summary>
internal sealed class WrittenBy
{
    private static readonly HashSet<string> s_http =
    [
        "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "DeleteFromJsonAsync",
    ];

    // Whoever hears of it may invalidate.
    private static readonly string[] s_tells = ["Publish", "Notify", "Raise", "Dispatch", "Send", "Emit", "Enqueue"];

    private static readonly string[] s_invalidates = ["Invalidate", "Evict", "Expire", "Purge", "RemoveByTag"];

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private bool _writes;
    private bool _mayInvalidate;

    private WrittenBy()
    {
    }

    /// <summary>The types of entities that are written.</summary>
    public HashSet<ITypeSymbol> Entities { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Null where it writes nothing, or may invalidate.</summary>
    public static WrittenBy? Read(AnalyzedType type, IMethodSymbol method, string verb)
    {
        var written = new WrittenBy();
        written.Follow(type, method, verb);
        return written is { _writes: true, _mayInvalidate: false } ? written : null;
    }

    public static bool IsOfPlatform(ITypeSymbol type)
    {
        var outermost = type.ContainingNamespace;
        while (outermost?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            outermost = outer;
        return outermost?.Name is "System" or "Microsoft";
    }

    private void Follow(AnalyzedType type, ISymbol member, string verb)
    {
        if (!_seen.Add(member))
            return;
        foreach (var call in type.Bodies.Of(member).SelectMany(block => block.Descendants()).OfType<IInvocationOperation>())
        {
            type.CancellationToken.ThrowIfCancellationRequested();
            _mayInvalidate |= MayInvalidate(call.TargetMethod);
            Read(call, verb);
            if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition.ContainingType, type.Symbol))
                Follow(type, call.TargetMethod.OriginalDefinition, verb);
        }
    }

    private static bool MayInvalidate(IMethodSymbol called) =>
        called.ContainingType.IsOurs()
        || called.ContainingType.Name.IndexOf("Cache", StringComparison.Ordinal) >= 0
        || WriteMethodParser.Attributes.Any(name => called.FindAttribute(name) is not null)
        || s_invalidates.Any(word => called.Name.IndexOf(word, StringComparison.Ordinal) >= 0)
        || (s_tells.Any(word => called.Name.StartsWith(word, StringComparison.Ordinal)) && called.ContainingType.FullName() != "System.Net.Http.HttpClient");

    private void Read(IInvocationOperation call, string verb)
    {
        var called = call.TargetMethod;
        var receiver = call.Instance?.Type ?? (called.IsExtensionMethod && call.Arguments.Length > 0 ? Unconverted(call.Arguments[0].Value).Type : null);
        var types = called.ContainingType.BasesOf().Concat(receiver?.BasesOf() ?? []).Select(type => type.FullName()).ToArray();
        if (types.Contains("Microsoft.EntityFrameworkCore.DbSet") && (WriteNames.VerbOf(called.Name) is not null || called.Name.StartsWith("Execute", StringComparison.Ordinal)))
        {
            Write(receiver);
        }
        else if (types.Contains("Microsoft.EntityFrameworkCore.DbContext") && (WriteNames.VerbOf(called.Name) is not null || SetsState(call)))
        {
            _writes = true;
            foreach (var argument in call.Arguments)
                Entities.Add((Unconverted(argument.Value).Type ?? argument.Value.Type)?.Unwrapped() ?? called.ContainingType);
        }
        else if (called.Name is "ExecuteUpdate" or "ExecuteUpdateAsync" or "ExecuteDelete" or "ExecuteDeleteAsync" && called.ContainingNamespace.ToDisplayString() == "Microsoft.EntityFrameworkCore")
        {
            Write(receiver);
        }
        else
        {
            _writes |= (types[0] is "System.Net.Http.HttpClient" or "System.Net.Http.Json.HttpClientJsonExtensions" && s_http.Contains(called.Name))
                || (types[0] == "Dapper.SqlMapper" && called.Name is "Execute" or "ExecuteAsync")
                || called.Name is "ExecuteNonQuery" or "ExecuteNonQueryAsync"
                || (WriteNames.VerbOf(called.Name) == verb && IsHeld(call.Instance) && !IsOfPlatform(called.ContainingType));
        }
    }

    // context.Entry(product).State = EntityState.Modified
    private static bool SetsState(IInvocationOperation call) => call is
    {
        TargetMethod.Name: "Entry",
        Parent: IPropertyReferenceOperation { Property.Name: "State", Parent: IAssignmentOperation assignment } state,
    } && assignment.Target == state;

    // DbSet<T>, or a query over it.
    private void Write(ITypeSymbol? set)
    {
        _writes = true;
        if (set?.BasesOf().OfType<INamedTypeSymbol>().FirstOrDefault(type => type.TypeArguments.Length == 1) is { } of)
            Entities.Add(of.TypeArguments[0].Unwrapped());
    }

    // What the type works with: a repository that it was given.
    private static bool IsHeld(IOperation? receiver) => receiver switch
    {
        IFieldReferenceOperation or IPropertyReferenceOperation => true,
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        _ => false,
    };

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value;
}
