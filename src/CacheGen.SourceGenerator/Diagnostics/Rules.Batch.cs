using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Diagnostics;

/// <summary>CG6xxx: batches and decorators.</summary>
internal static partial class Rules
{
    private static readonly Family s_batch = new("CacheGen.Batch");

    public static readonly DiagnosticDescriptor UnmatchedBatch = s_batch.Refusal("CG6001", "A batch matches its result to its ids",
        "'{0}' cannot be loaded in batches: {1}");

    public static readonly DiagnosticDescriptor BatchOfMismatch = s_batch.Refusal("CG6002", "A batch and the method whose entries it shares agree",
        "'{0}' cannot share the entries of '{1}': {2}");

    public static readonly DiagnosticDescriptor BadBatchBound = s_batch.Refusal("CG6003", "The bounds of a batch are not negative",
        "{0} = {1} is negative: write a bound of 1 or more, or leave it out");

    public static readonly DiagnosticDescriptor CallsInLoop = s_batch.Suggestion("CG6004", "Many items are asked for at once",
        "'{0}' is called once for each item: call '{1}' with all ids");
}
