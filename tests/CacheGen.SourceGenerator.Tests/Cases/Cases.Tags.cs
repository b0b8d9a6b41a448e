namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    /// <summary>A cache that says which tags an entry would have, as a value's text.</summary>
    private const string Teller = """
        internal sealed class Teller() : MethodCache(new CacheGenOptions())
        {
            private readonly List<string> _told = [];
            public string Told => string.Join(" ", _told);
            public override void Remove(string key) { }
            public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => default;
            public override void RemoveByTag(string tag) { }
            public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => default;
            public override void Clear() { }
            public override ValueTask ClearAsync(CancellationToken cancellationToken = default) => default;
            protected override CacheTable<TKey, TValue> CreateTable<TKey, TValue>(CachedMethod<TKey, TValue> method) => new MethodTable<TKey, TValue>(this, method);
            private sealed class MethodTable<TKey, TValue>(Teller cache, CachedMethod<TKey, TValue> method) : CacheTable<TKey, TValue>(method, cache) where TKey : notnull
            {
                public override long? Count => null;
                public override bool TryGet(in TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value) => Peek(key, out value);
                public override Task<TValue>? TryGetTask(in TKey key) => null;
                public override bool Peek(in TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value) { value = default; return false; }
                public override void Set(TKey key, TValue value) { }
                public override ValueTask SetAsync(TKey key, TValue value, CancellationToken cancellationToken = default) => default;
                public override void Remove(TKey key) => cache._told.Add(Method.FormatTags is { } tags ? $"[{string.Join(";", tags(key))}]" : "none");
                public override ValueTask RemoveAsync(TKey key, CancellationToken cancellationToken = default) => default;
                public override ValueTask<Peeked<TValue>> PeekAsync(TKey key, CancellationToken cancellationToken = default) => default;
                protected override async ValueTask<TValue> LoadAsync(TKey key, CacheSource<TValue> source, CancellationToken cancellationToken) => await source.InvokeAsync(cancellationToken);
            }
        }
        """;

    private static readonly Dictionary<string, UserCase> s_tags = new()
    {
        ["tags of one part, several and none"] = Tagged(
            """
                [Cached(Tags = new[] { "item:{id}", "items" })] public partial int One(int id);
                private int OneCore(int id) => id;
                [Cached(Key = "{a}:{b}", Tags = new string[] { "b:{b}", "{a}/{b}", "{a}" })] public partial int Two(string a, int? b);
                private int TwoCore(string a, int? b) => 1;
                [Cached(Tags = new[] { "constant" })] public partial int Constant();
                private int ConstantCore() => 1;
                [Cached] public partial int None(int id);
                private int NoneCore(int id) => id;
                [Cached(Tags = new string[0])] public partial int Empty(int id);
                private int EmptyCore(int id) => id;
                [Cached(Tags = null)] public partial int Null(int id);
                private int NullCore(int id) => id;
            """,
            """
            Catalog.Cache.One(cache, 5).Remove();
            Catalog.Cache.Two(cache, "x:y", null).Remove();
            Catalog.Cache.Constant(cache).Remove();
            Catalog.Cache.None(cache, 5).Remove();
            Catalog.Cache.Empty(cache, 5).Remove();
            Catalog.Cache.Null(cache, 5).Remove();
            """,
            "[item:5;items] [b:%null;x%3Ay/%null;x%3Ay] [constant] none none none"),

        ["tags with paths, formats, transforms and records"] = Tagged(
            """
                internal sealed record Artist(string Name, int? Id);
                internal sealed class User { public Artist? Likes { get; init; } }
                [Cached(Key = "{user.Likes.Name}:{day:yyyy}:{text|norm|hash}:{ids|set}:{sort ?? added}", Tags = new[] { "likes:{user?.Likes?.Name}", "{day:yyyy}:{ sort ?? added }", "{ids|set}", "{text|norm|hash}" })]
                public partial int Path(User user, DateTime day, string text, int[] ids, string? sort);
                private int PathCore(User user, DateTime day, string text, int[] ids, string? sort) => 1;
                [Cached(Tags = new[] { "{artist}", "@:{@class}" })] public partial int Whole(Artist artist, Artist? @class, [NotInKey] int page);
                private int WholeCore(Artist artist, Artist? @class, int page) => 1;
                [Cached(Key = "{artist.Id}", Tags = new[] { "artist:{artist.Id}" })] public partial int Member(Artist artist);
                private int MemberCore(Artist artist) => 1;
            """,
            """
            Catalog.Cache.Path(cache, new Catalog.User { Likes = new("A B", 1) }, new DateTime(2026, 1, 2), " A ", [2, 1, 2], null).Remove();
            Catalog.Cache.Whole(cache, new("A", null), null).Remove();
            Catalog.Cache.Member(cache, new("A", 3)).Remove();
            """,
            $"[likes:A%20B;2026:added;[1,2,];{CompilerServices.CacheKey.Hash("a")}] [(A,%null);@:%null] [artist:3]"),

        ["tags with awkward text"] = Tagged(
            """
                private const string Shared = "shared";
                [Cached(Tags = new[] { "{{x}}:{id}", "\"quoted\\", @"verb\atim{{}}", Shared, nameof(Catalog) + ":{id}", "größe:*/ // " })] public partial int Get(int id);
                private int GetCore(int id) => id;
            """,
            "Catalog.Cache.Get(cache, 5).Remove();",
            "[{x}:5;\"quoted\\;verb\\atim{};shared;Catalog:5;größe:*/ // ]"),

        ["tags of generic methods and types"] = Types(
            $$"""
            {{Teller}}
            internal sealed partial class Catalog<TOwner>(MethodCache cache) where TOwner : struct, IFormattable
            {
                [Cached(Tags = new[] { "owner:{owner}", "key:{key}" })] public partial T? Get<T>(TOwner owner, int key, CancellationToken ct = default) where T : class;
                private T? GetCore<T>(TOwner owner, int key) where T : class => null;
                [Cached(Tags = new[] { "{key}" })] public static partial int Single(int key, MethodCache own);
                private static int SingleCore(int key, MethodCache own) => key;
            }
            internal static class Removal
            {
                public static string Of(Teller cache)
                {
                    Catalog<Guid>.Cache.Get<string>(cache, Guid.Empty, 1).Remove();
                    Catalog<int>.Cache.Single(cache, 2).Remove();
                    return cache.Told;
                }
            }
            """,
            "Removal.Of(new Teller()) + cache.GetStatistics().Hits",
            "[owner:00000000-0000-0000-0000-000000000000;key:1] [2]0"),
    };

    private static UserCase Tagged(string members, string removals, string says) => Types(
        $$"""
        {{Teller}}
        internal sealed partial class Catalog(MethodCache cache)
        {
        {{members}}
        }
        internal static class Removal
        {
            public static string Of(Teller cache)
            {
                {{removals}}
                return cache.Told;
            }
        }
        """, "Removal.Of(new Teller()) + (cache is null)", says + "False");
}
