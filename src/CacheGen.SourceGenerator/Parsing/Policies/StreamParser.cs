using System.Collections.Immutable;
using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>What is different of a method that returns a stream: a list is cached, and only up to a length.</summary>
internal static class StreamParser
{
    private const int DefaultMaxItems = 10_000;

    // The CacheGenOptions' own default of a Ttl.
    private const long DefaultTtl = 5 * TimeSpan.TicksPerMinute;

    /// <summary>What is cached: the list of the items.</summary>
    public static ITypeSymbol ListOf(ITypeSymbol item, Compilation compilation) => compilation
        .GetSpecialType(SpecialType.System_Collections_Generic_IReadOnlyList_T)
        .Construct(ImmutableArray.Create(item), ImmutableArray.Create(item.NullableAnnotation))
        .WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    /// <summary>The most items that are cached; null where the method returns no stream.</summary>
    public static int? MaxItems(ParseContext context, ReturnKind returns)
    {
        // Zero is a mistake, where it is said.
        int? said = context.Attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "MaxItems").Value.Value as int?;
        if (returns != ReturnKind.Stream)
        {
            if (said is not null)
                context.ReportArgument(Rules.BadMaxItems, "MaxItems", null, said, $"bounds a stream, and '{context.Method.Name}' returns none: leave it out, or return IAsyncEnumerable<T>");
            return null;
        }

        if (said <= 0)
            context.ReportArgument(Rules.BadMaxItems, "MaxItems", null, said, "would let no item be cached: say how many may be, or leave it out for 10,000");
        return said ?? DefaultMaxItems;
    }

    /// <summary>
    /// The mark is what a miss is of other methods. Where nothing is said of misses, it is kept as long as a list would be; and when the source
    /// fails, it helps nobody: it has no item to serve.
    /// </summary>
    public static PolicyModel Policy(ParseContext context, PolicyModel policy) => policy with
    {
        MissTtl = policy.MissTtl is null && context.Argument<string>("IsMiss") is null ? policy.Ttl ?? DefaultTtl : policy.MissTtl,
        MissFailSafe = null,
    };
}
