namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>A scope that a program sets.</summary>
    private const string Who = """
        internal sealed class Who : ICacheScope
        {
            public string? User { get; set; } = "ann";
            public string? Tenant { get; set; } = "acme";
            public string? GetScope(string name) => name == "user" ? User : name == "tenant-id" ? Tenant : null;
        }
        """;

    private static readonly Dictionary<string, UserCase> s_goldenScopes = new()
    {
        ["scopes"] = Types(
            $$"""
            {{Who}}

            [CachePrefix("music"), CacheScope("tenant-id")]
            internal sealed partial class Playlists(MethodCache cache, ICacheScope who)
            {
                [Cached(Key = "playlist:{id}"), CacheScope("user")]
                public partial Task<string> GetPlaylistAsync(int id, CancellationToken ct = default);
                private Task<string> GetPlaylistCoreAsync(int id, CancellationToken ct) => Task.FromResult($"{who.GetScope("user")} {id}");

                [Cached]
                public partial string Genres();
                private string GenresCore() => who.GetScope("tenant-id")!;

                [Cached(Key = "top:{count}")]
                public static partial string Top([CacheScope("tenant-id")] string tenant, int count, MethodCache own);
                private static string TopCore(string tenant, int count, MethodCache own) => tenant;
            }
            """,
            """
            string.Join(' ', Playlists.Cache.GetPlaylist(cache, tenantId: "a:b", user: "c", 1).Key, Playlists.Cache.GetPlaylist(cache, tenantId: "a", user: "b:c", 1).Key,
                Playlists.Cache.Genres(cache, "acme").Key, Playlists.Cache.Top(cache, "acme", 5).Key,
                new Playlists(cache, new Who()).Genres() + await new Playlists(cache, new Who()).GetPlaylistAsync(3) + await new Playlists(cache, new Who { User = "bob" }).GetPlaylistAsync(3))
            """,
            "music:tenant-id=a%3Ab:user=c:playlist:1 music:tenant-id=a:user=b%3Ac:playlist:1 music:tenant-id=acme:Genres music:tenant-id=acme:top:5 acmeann 3bob 3"),
    };

    private static readonly Dictionary<string, UserCase> s_scopes = new()
    {
        ["scopes of bases, outer types and overridden methods"] = Types(
            $$"""
            {{Who}}
            [CacheScope("tenant-id")] internal abstract class Base(MethodCache cache, ICacheScope scope) { protected MethodCache Cached => cache; protected ICacheScope Scope => scope; }
            internal partial class Middle(MethodCache cache, ICacheScope scope) : Base(cache, scope)
            {
                [Cached, CacheScope] public virtual partial string Get(int id);
                protected virtual string GetCore(int id) => "middle";
            }
            internal sealed partial class Derived(MethodCache cache, ICacheScope scope) : Middle(cache, scope)
            {
                [Cached] public override partial string Get(int id);
                protected override string GetCore(int id) => "derived";
            }
            [CacheScope] internal static partial class Outer
            {
                internal sealed partial record Inner(MethodCache Store, ICacheScope user)
                {
                    [Cached, CacheScope("user")] public partial string Get(int key, string value, int table, string cache);
                    private string GetCore(int key, string value, int table, string cache) => "inner";
                }
            }
            """,
            """
            string.Join(' ', Derived.Cache.Get(cache, "acme", "ann", 1).Key, Middle.Cache.Get(cache, "acme", "ann", 1).Key, Outer.Inner.Cache.Get(cache, "ann", 1, "v", 2, "c").Key,
                new Derived(cache, new Who()).Get(1) + new Middle(cache, new Who()).Get(1) + new Outer.Inner(cache, new Who()).Get(1, "v", 2, "c"))
            """,
            "Derived:tenant-id=acme:user=ann:Get:1 Middle:tenant-id=acme:user=ann:Get:1 Outer.Inner:user=ann:Get:1:v:2:c derivedmiddleinner"),

        ["scope parameters"] = Types(
            $$"""
            {{Who}}
            {{Caught}}
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached] public partial string All([CacheScope] string? user, int id);
                private string AllCore(string? user, int id) => "";
                [Cached(Key = "{id}")] public partial string Lacks(int id, [CacheScope("org")] Guid organisation, [CacheScope] string user);
                private string LacksCore(int id, Guid organisation, string user) => "";
                [Cached(Key = "{user}:{id}", Tags = new[] { "of:{user}" })] public partial string Has(int id, [CacheScope] string user);
                private string HasCore(int id, string user) => "";
                [Cached(Key = "{user|lower}:{id}")] public partial string Folds(int id, [CacheScope] string user);
                private string FoldsCore(int id, string user) => "";
                [Cached(KeyFrom = nameof(KeyOf))] public partial string From(int id, [CacheScope] string user);
                private string FromCore(int id, string user) => "";
                private static int KeyOf(int id) => id;
                [Cached, CacheScope] public static partial string Own(ICacheScope scope, int id, MethodCache user);
                private static string OwnCore(ICacheScope scope, int id, MethodCache user) => "own";
                [Cached(Key = "{user}")] public partial T? Generic<T>([CacheScope] T user, MethodCache own) where T : struct, IFormattable;
                private T? GenericCore<T>(T user, MethodCache own) where T : struct, IFormattable => null;
            }
            """,
            """
            string.Join(' ', Catalog.Cache.All(cache, "a", 1).Key, Catalog.Cache.Lacks(cache, 1, Guid.Empty, "a:").Key, Catalog.Cache.Has(cache, 1, "A").Key, Catalog.Cache.Folds(cache, 1, "A").Key,
                Catalog.Cache.From(cache, 1, "A").Key, Catalog.Cache.Own(cache, "ann", 1).Key, Catalog.Own(new Who(), 1, cache), Catalog.Cache.Generic(cache, 5).Key,
                Caught.By(() => Catalog.Cache.All(cache, null, 1)), Caught.By(() => new Catalog(cache).All("", 1)), Caught.By(() => new Catalog(cache).Lacks(1, default, null!)),
                Caught.By(() => Catalog.Cache.Own(cache, "", 1)), Caught.By(() => Catalog.Own(new Who { User = "" }, 2, cache)))
            """,
            "Catalog:All:a:1 Catalog:org=00000000-0000-0000-0000-000000000000:user=a%3A:1 Catalog:A:1 Catalog:user=A:a:1 Catalog:user=A:1 Catalog:user=ann:Own:1 own Catalog<System.Int32>:5 "
                + "ArgumentNullException:user ArgumentException:user ArgumentNullException:user ArgumentException:userScope "
                + "'Catalog.Own(ICacheScope, int, MethodCache)' keeps the answers of each user apart, and its ICacheScope does not know the user: nothing was loaded or cached. "
                + "Call it where the user is known, or let GetScope(\"user\") return a name for those who have none, such as \"nobody\"."),

        ["a scope from a function, found in a field, a property and a base type"] = Types(
            """
            internal abstract class Base(MethodCache cache) { protected MethodCache Cached => cache; protected static readonly ICacheScope s_scope = CacheScope.From(name => name + "!"); }
            internal sealed partial class A(MethodCache cache) : Base(cache)
            {
                [Cached, CacheScope("class")] public partial string Get();
                private string GetCore() => "a";
            }
            internal partial struct B(MethodCache cache)
            {
                private ICacheScope Scope { get; } = CacheScope.From(name => name + "?");
                [Cached, CacheScope("class")] public readonly partial string Get(int scope);
                private readonly string GetCore(int scope) => "b";
            }
            """,
            """string.Join(' ', A.Cache.Get(cache, @class: "x").Key, new A(cache).Get(), A.Cache.Get(cache, "class!").Peek(out _), new B(cache).Get(1), B.Cache.Get(cache, "class?", 1).Peek(out _))""",
            "A:class=x:Get a True b True"),

        ["changes of scoped entries"] = Types(
            $$"""
            {{Who}}
            {{Caught}}
            [CacheScope("tenant-id")]
            internal sealed partial class Playlists(MethodCache cache, ICacheScope who)
            {
                public int Loads, Saves;
                [Cached(Key = "playlist:{id}"), CacheScope("user")] public partial string Get(int id);
                private string GetCore(int id) => $"{who.GetScope("tenant-id")}/{who.GetScope("user")} {++Loads}";
                [Invalidates(nameof(Get))] public partial void Save(int id);
                private void SaveCore(int id) => Saves++;
                [Updates(nameof(Get))] public partial Task<string> SetAsync(int id, string user, [CacheScope("tenant-id")] string of);
                private Task<string> SetCoreAsync(int id, string user, string of) => Task.FromResult($"set for {of}/{user}");
                [Cached] private partial Own Hidden();
                private Own HiddenCore() => new();
                [Invalidates(nameof(Hidden))] public partial void Drop();
                private void DropCore() { }
                public bool Has => Hidden() == Hidden();
                private sealed class Own;
            }
            internal sealed partial class Other(MethodCache cache)
            {
                [Invalidates(typeof(Playlists), nameof(Playlists.Get), With = "id=playlist")] public partial void Drop(int playlist, ICacheScope user);
                private void DropCore(int playlist, ICacheScope user) { }
            }
            internal static class Story
            {
                public static async Task<string> Tell(MethodCache cache)
                {
                    var who = new Who();
                    var it = new Playlists(cache, who);
                    var told = it.Get(1);
                    who.User = "bob";
                    told += ", " + it.Get(1);
                    it.Save(1);
                    told += ", " + it.Get(1);
                    await it.SetAsync(1, "ann", "acme");
                    who.User = null;
                    told += ", " + Caught.By(() => { it.Save(1); return null; })[^17..] + it.Saves;
                    who.User = "ann";
                    told += ", " + it.Get(1);
                    new Other(cache).Drop(1, who);
                    it.Drop();
                    return told + ", " + it.Get(1) + it.Has;
                }
            }
            """,
            "await Story.Tell(cache)",
            "acme/ann 1, acme/bob 2, acme/bob 3, such as \"nobody\".1, set for acme/ann, acme/ann 4True"),
    };
}
