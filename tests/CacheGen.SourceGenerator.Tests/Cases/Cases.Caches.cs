namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private const string Members = """
        [Cached] public partial Task<string> GetAsync(int id);
            private Task<string> GetCoreAsync(int id) => Task.FromResult($"{id}");
        """;

    /// <summary>What the generator knows of FusionCache and of CacheGen.FusionCache: two names and a method.</summary>
    private const string FusionStubs = """
        namespace ZiggyCreatures.Caching.Fusion { public interface IFusionCache { MethodCache Inner { get; } } }
        namespace CacheGen { public static class FusionCacheExtensions { public static MethodCache AsMethodCache(this ZiggyCreatures.Caching.Fusion.IFusionCache cache) => cache.Inner; } }
        """;

    /// <summary>Where the MethodCache may be.</summary>
    private static readonly Dictionary<string, UserCase> s_caches = new()
    {
        ["cache in members of every kind"] = Types(
            $$"""
            internal sealed partial class Field { private readonly MethodCache _cache; public Field(MethodCache cache) => _cache = cache; {{Members}} }
            internal sealed partial class Property { private MethodCache Own { get; init; } = MethodCache.None; {{Members}} }
            internal sealed partial class Computed(Func<MethodCache> get) { private MethodCache Own => get(); {{Members}} }
            internal sealed partial class Initialised(MethodCache cache) { private MethodCache Own { get; } = cache; {{Members}} }
            internal sealed partial class Checked(MethodCache cache) { private readonly MethodCache _cache = cache ?? throw new ArgumentNullException(nameof(cache)); {{Members}} }
            internal sealed partial class Required { public required MethodCache Own { get; init; } {{Members}} }
            internal sealed partial class Static { private static MethodCache s_cache = MethodCache.None; public static void Swap() => s_cache = MethodCache.None; {{Members}} }
            internal sealed partial class Derived(MyCache cache) { {{Members}} }
            internal abstract class MyCache() : MethodCache(new CacheGenOptions());
            internal sealed partial class Both(MethodCache cache) { private readonly MethodCache _cache = cache; public MethodCache Shown => _cache; {{Members}} }
            internal readonly partial struct Struct(MethodCache cache) { {{Members}} }
            internal readonly partial struct StructField { private readonly MethodCache _cache; public StructField(MethodCache cache) => _cache = cache; {{Members}} }
            internal readonly partial record struct RecordStruct(MethodCache Store) { {{Members}} }
            internal partial record Record(MethodCache Store) { {{Members}} }
            internal partial record RecordField(int Id) { private readonly MethodCache _cache = MethodCache.None; {{Members}} }
            """,
            """$"{await new Field(cache).GetAsync(1)}{await new Property().GetAsync(1)}{await new Computed(() => cache).GetAsync(1)}{await new Initialised(cache).GetAsync(1)}{await new Checked(cache).GetAsync(1)}{await new Required { Own = cache }.GetAsync(1)}{await new Static().GetAsync(1)}{await new Both(cache).GetAsync(1)}{await new Struct(cache).GetAsync(1)}{await new StructField(cache).GetAsync(1)}{await new RecordStruct(cache).GetAsync(1)}{await new Record(cache).GetAsync(1)}{await new RecordField(1).GetAsync(1)}" """,
            "1111111111111"),

        ["cache as a parameter of the method"] = Types(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                public MethodCache Unused => cache;
                [Cached] public partial Task<string> GetAsync(MethodCache own, int id);
                private Task<string> GetCoreAsync(MethodCache own, int id) => Task.FromResult($"{id}");
            }
            internal static partial class Statics
            {
                [Cached] public static partial string Get(this MethodCache cache, int id);
                private static string GetCore(MethodCache cache, int id) => $"{id}";
            }
            """,
            """$"{await new Catalog(MethodCache.None).GetAsync(cache, 1)} {Catalog.Cache.Get(cache, 1).Peek(out _)} {cache.Get(2)} {Statics.Cache.Get(cache, 2).Peek(out _)}" """,
            "1 True 2 True"),

        ["cache in base types"] = Types(
            $$"""
            internal abstract class Service(MethodCache cache) { protected MethodCache Store { get; } = cache; }
            internal sealed partial class FromProperty(MethodCache cache) : Service(cache) { {{Members}} }
            internal abstract class Generic<T>(MethodCache store) { private protected readonly MethodCache _store = store; public T? Value { get; init; } }
            internal partial class FromField(MethodCache cache) : Generic<int>(cache) { {{Members}} }
            internal sealed partial class TwoUp() : FromField(MethodCache.None) { [Cached] public partial int Twice(int id); private int TwiceCore(int id) => id * 2; }
            internal abstract class Hidden(MethodCache cache) { private readonly MethodCache _cache = cache; public MethodCache Get() => _cache; }
            internal sealed partial class Own(MethodCache cache, MethodCache? other) : Hidden(other!) { public MethodCache? Other { get; } = other; private readonly MethodCache _own = cache; {{Members}} }
            """,
            """$"{await new FromProperty(cache).GetAsync(1)}{await new FromField(cache).GetAsync(1)}{new TwoUp().Twice(1)}{await new Own(cache, null).GetAsync(1)}" """,
            "1121"),

        ["base cache behind another member of its name"] = Types(
            $$"""
            internal abstract class Service(MethodCache cache) { protected MethodCache Store { get; } = cache; }
            internal sealed partial class Shadowing(MethodCache c) : Service(c) { public new string Store => "mine"; {{Members}} }
            internal sealed partial class ByParameter(MethodCache c) : Service(c) { [Cached] public partial int Get(int Store); private int GetCore(int Store) => Store; }
            """,
            """$"{await new Shadowing(cache).GetAsync(1)}{new ByParameter(cache).Get(1)}" """,
            "11"),

        ["FusionCache in members of every kind"] = Types(
            $$"""
            {{FusionStubs}}
            internal abstract class Fusion : ZiggyCreatures.Caching.Fusion.IFusionCache { public abstract MethodCache Inner { get; } }
            internal sealed class MyFusion(MethodCache inner) : Fusion { public override MethodCache Inner => inner; }
            internal sealed partial class Primary(ZiggyCreatures.Caching.Fusion.IFusionCache cache) { {{Members}} }
            internal sealed partial class Field { private readonly ZiggyCreatures.Caching.Fusion.IFusionCache _fusion; public Field(ZiggyCreatures.Caching.Fusion.IFusionCache fusion) => _fusion = fusion; {{Members}} }
            internal sealed partial class Property(Fusion own) { private Fusion Own { get; } = own; {{Members}} }
            internal sealed partial class Class(MyFusion table) { {{Members}} }
            internal abstract class Service(ZiggyCreatures.Caching.Fusion.IFusionCache cache) { protected ZiggyCreatures.Caching.Fusion.IFusionCache Store { get; } = cache; }
            internal sealed partial class Derived(ZiggyCreatures.Caching.Fusion.IFusionCache cache) : Service(cache) { {{Members}} }
            internal static partial class Statics
            {
                private static readonly MyFusion s_fusion = new(MethodCache.CreateInProcess());
                [Cached] public static partial int Get(int id);
                private static int GetCore(int id) => id;
                [Cached] public static partial int Other(int id, ZiggyCreatures.Caching.Fusion.IFusionCache own);
                private static int OtherCore(int id, ZiggyCreatures.Caching.Fusion.IFusionCache own) => id + 1;
            }
            """,
            """$"{await new Primary(new MyFusion(cache)).GetAsync(1)}{await new Field(new MyFusion(cache)).GetAsync(1)}{await new Property(new MyFusion(cache)).GetAsync(1)}{await new Class(new MyFusion(cache)).GetAsync(1)}{await new Derived(new MyFusion(cache)).GetAsync(1)}{Statics.Get(1)}{Statics.Other(1, new MyFusion(cache))} {Derived.Cache.Get(cache, 1).Peek(out _)} {Statics.Cache.Other(cache, 1).Peek(out _)} {Statics.Cache.Other(cache, 1).Key}" """,
            "1111112 True True Statics:Other:1"),

        // IFusionCache's AsMethodCache would throw.
        ["MethodCache beside a FusionCache"] = Types(
            $$"""
            {{FusionStubs}}
            internal sealed class Broken : ZiggyCreatures.Caching.Fusion.IFusionCache { public MethodCache Inner => throw new InvalidOperationException(); }
            internal sealed partial class Both(ZiggyCreatures.Caching.Fusion.IFusionCache fusion, MethodCache cache) { public object Fusion => fusion; {{Members}} }
            internal abstract class Service(MethodCache cache) { protected MethodCache Store { get; } = cache; }
            internal sealed partial class FromBase(MethodCache cache) : Service(cache) { private readonly Broken _fusion = new(); public object Fusion => _fusion; {{Members}} }
            internal sealed partial class ByParameter(Broken fusion) { public object Fusion => fusion; [Cached] public partial int Get(int id, MethodCache own); private int GetCore(int id, MethodCache own) => id; }
            """,
            """$"{await new Both(new Broken(), cache).GetAsync(1)}{await new FromBase(cache).GetAsync(1)}{new ByParameter(new Broken()).Get(1, cache)}" """,
            "111"),
    };
}
