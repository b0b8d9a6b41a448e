using System.Reflection;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

/// <summary>Code that is refused: what is flagged, to the character, and words of the message.</summary>
internal static partial class WrongCode
{
    /// <summary>Members of a class Catalog with a cache: all properties of this class but those called Types….</summary>
    public static TheoryData<string, string> AllMembers => All(name => !name.StartsWith("Types", StringComparison.Ordinal));

    /// <summary>Whole files: the properties called Types….</summary>
    public static TheoryData<string, string> AllFiles => All(name => name.StartsWith("Types", StringComparison.Ordinal));

    private static TheoryData<string, string> All(Func<string, bool> isOne) => [.. typeof(WrongCode).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => !property.Name.StartsWith("All", StringComparison.Ordinal) && isOne(property.Name))
        .SelectMany(property => (TheoryData<string, string>)property.GetValue(null)!)];

    /// <summary>Whole files.</summary>
    public static TheoryData<string, string> Types => new()
    {
        { "internal class {|CG1001:A|}(MethodCache cache) { [Cached] public partial int Get(int id); }", "'A' must be partial" },
        { "internal class Outer { internal partial class A(MethodCache cache) { [Cached] public partial int {|CG1010:Get|}(int id); } }", "'Outer', is not partial" },
        { "internal partial interface IA { [Cached] public partial int {|CG1010:Get|}(int id); }", "not in a class, a record or a struct" },
        { "file partial class A(MethodCache cache) { [Cached] public partial int {|CG1010:Get|}(int id); }", "local to its file" },
        { "internal partial class A { [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "finds no MethodCache" },
        { "internal partial class A { private MethodCache a = null!; private MethodCache b = null!; [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "reaches several: a, b" },
        { "internal partial class A(MethodCache cache) { [Cached] public static partial int {|CG1005:Get|}(int id); private static int GetCore(int id) => id; }", "is static and finds no MethodCache" },
        { "internal partial class A(MethodCache cache) { [Cached] public partial int {|CG1005:Get|}(int cache); private int GetCore(int cache) => cache; }", "hides the constructor parameter 'cache'" },
        { "internal partial class A(MethodCache a, MethodCache b) { [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "reaches several: a, b" },
        { "internal partial class A { [Cached] public partial int {|CG1005:Get|}(int id, MethodCache a, MethodCache b); private int GetCore(int id, MethodCache a, MethodCache b) => id; }", "reaches several: a, b" },
        { "internal partial class A(MethodCache? cache) { public bool Has => cache is not null; [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "'cache', which may be null" },
        { "internal partial class A { public MethodCache? C { get; init; } [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "MethodCache.None" },
        { "internal class B { private MethodCache c = MethodCache.None; public MethodCache Get() => c; } internal partial class A : B { [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "finds no MethodCache" },
        { "internal partial class A { public MethodCache C { set { } } [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "finds no MethodCache" },
        { "internal partial class A<T> where T : MethodCache { [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "finds no MethodCache" },
        { "internal partial class A(Lazy<MethodCache> cache) { public object C => cache; [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "finds no MethodCache" },
        { "namespace Other { internal abstract class MethodCache { } internal partial class A(MethodCache cache) { public object C => cache; [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; } }", "finds no MethodCache" },

        // CG1005: an IFusionCache
        { "namespace ZiggyCreatures.Caching.Fusion { public interface IFusionCache; } internal partial class A(ZiggyCreatures.Caching.Fusion.IFusionCache store) { public object C => store; [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "needs CacheGen.FusionCache to work with the IFusionCache 'store': reference that package" },
        { "namespace ZiggyCreatures.Caching.Fusion { public interface IFusionCache; } namespace CacheGen { internal static class FusionCacheExtensions { public static MethodCache AsMethodCache(this ZiggyCreatures.Caching.Fusion.IFusionCache cache) => MethodCache.None; } } internal partial class A(ZiggyCreatures.Caching.Fusion.IFusionCache a, ZiggyCreatures.Caching.Fusion.IFusionCache b) { public object C => (a, b); [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "reaches several: a, b" },
        { "namespace ZiggyCreatures.Caching.Fusion { public interface IFusionCache; } namespace CacheGen { internal static class FusionCacheExtensions { public static MethodCache AsMethodCache(this ZiggyCreatures.Caching.Fusion.IFusionCache cache) => MethodCache.None; } } internal partial class A(ZiggyCreatures.Caching.Fusion.IFusionCache? c) { public object? C => c; [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "'c', which may be null: declare it as IFusionCache" },
        { "namespace ZiggyCreatures.Caching.Fusion { public interface IFusionCache; } namespace CacheGen { internal static class FusionCacheExtensions { public static MethodCache AsMethodCache(this ZiggyCreatures.Caching.Fusion.IFusionCache cache) => MethodCache.None; } } internal partial class A(ZiggyCreatures.Caching.Fusion.IFusionCache c, MethodCache? m) { public object? C => (c, m); [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "'m', which may be null: declare it as MethodCache" },
        { "namespace ZiggyCreatures.Caching.Fusion { public interface IFusionCache; } namespace CacheGen { internal static class FusionCacheExtensions { public static MethodCache AsMethodCache(this ZiggyCreatures.Caching.Fusion.IFusionCache cache) => MethodCache.None; } } internal partial class A(ZiggyCreatures.Caching.Fusion.IFusionCache c) { public object C => c; [Cached] public static partial int {|CG1005:Get|}(int id); private static int GetCore(int id) => id; }", "is static and finds no MethodCache" },
        { "namespace Other { internal interface IFusionCache; internal partial class A(IFusionCache c) { public object C => c; [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; } }", "finds no MethodCache: add" },
        { "namespace ZiggyCreatures.Caching.Fusion { public interface IFusionCache; } namespace CacheGen { internal static class FusionCacheExtensions { public static MethodCache AsMethodCache(this ZiggyCreatures.Caching.Fusion.IFusionCache cache) => MethodCache.None; } } internal partial class A<T>(T c) where T : ZiggyCreatures.Caching.Fusion.IFusionCache { public object C => c; [Cached] public partial int {|CG1005:Get|}(int id); private int GetCore(int id) => id; }", "finds no MethodCache: add" },

        { "internal interface IA { int Get(int id); } internal partial class A(MethodCache cache) : IA { public object C => cache; [Cached] partial int IA.{|CG1010:Get|}(int id); }", "implements an interface explicitly" },
        { "internal class Outer { internal partial struct Middle { internal partial class A(MethodCache cache) { public object C => cache; [Cached] public partial int {|CG1010:Get|}(int id); } } }", "'Outer', is not partial" },
        { "internal partial class Outer<T> { internal partial class A<T>(MethodCache cache) { public object C => cache; [Cached] public partial int {|CG1010:Get|}(int id); } }", "called 'T'" },
        { "internal class B { public object? this[int id] => null; private int GetCore(int id) => id; } internal partial class A(MethodCache cache) : B { public object C => cache; [Cached] public partial int {|CG1002:Get|}(int id); }", "'GetCore' or 'GetCoreAsync'" },
        { "[CachePrefix(\"a\\nb\")] internal partial class A(MethodCache cache) { public object C => cache; [Cached] public partial int {|CG2008:Get|}(int id); private int GetCore(int id) => id; }", "control characters" },
    };
}
