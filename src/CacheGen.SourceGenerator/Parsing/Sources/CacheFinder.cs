using CacheGen.SourceGenerator.Diagnostics;
using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Parsing;

/// <summary>Finds the MethodCache that a method can reach, see MemberFinder. Where there is none, an IFusionCache in the same places.</summary>
internal static class CacheFinder
{
    private const string HowTo = "add a constructor parameter 'MethodCache cache' to the type";
    private const string FusionCacheExtensions = "CacheGen.FusionCacheExtensions";

    /// <summary>How the method reaches its cache; null, after a report, where there is none or are several.</summary>
    public static CacheModel? Find(ParseContext context)
    {
        var own = Own(context);
        if (own.TryReach(out var member))
            return member is null ? null : new CacheModel(member, member);

        var fusion = Fusion(context);
        if (!fusion.TryReach(out member))
        {
            own.Fail(context.Method.IsStatic
                ? "is static and finds no MethodCache: add a static field, or a parameter of the method"
                : $"finds no MethodCache: {HowTo}");
        }
        else if (member is not null && context.Compilation.GetTypeByMetadataName(FusionCacheExtensions) is null)
        {
            own.Fail($"finds no MethodCache, and needs CacheGen.FusionCache to work with the IFusionCache '{member}': reference that package, or give the type a MethodCache");
        }
        else if (member is not null)
        {
            return new CacheModel(member, $"global::{FusionCacheExtensions}.AsMethodCache({member})");
        }

        return null;
    }

    /// <summary>Whether the method reaches no cache of either kind, not even one that will not do.</summary>
    public static bool HasNone(ParseContext context)
    {
        var silent = context.Silent(context.Method, context.Attribute);
        return !Own(silent).TryReach(out _) && !Fusion(silent).TryReach(out _);
    }

    private static MemberFinder Own(ParseContext context) =>
        new(context, KnownTypes.IsMethodCache, "declare it as MethodCache; MethodCache.None is one that stores nothing", Rules.NoCache);

    private static MemberFinder Fusion(ParseContext context) => new(context, KnownTypes.IsFusionCache, "declare it as IFusionCache", Rules.NoCache);
}
