using Xunit;

namespace CacheGen.Tests.Keys;

public class TagTests
{
    [Fact]
    public void TagsOfAKey_HaveNoPrefix() =>
        Assert.Equal(["artist:7", "releases"], Of(cache => Tags.Cache.Releases(cache, 7, 1)));

    [Fact]
    public void MethodWithoutTags_HasNoFormatter() => Assert.Null(Removed(cache => Tags.Cache.Untagged(cache, 1)).Tags);

    [Theory]
    [InlineData("a:b", "name:a%3Ab")]
    [InlineData("", "name:")]
    [InlineData(null, "name:%null")]
    [InlineData("null", "name:null")]
    public void Values_AreEscapedAsInKeys(string? name, string tag) => Assert.Equal([tag], Of(cache => Tags.Cache.ByName(cache, name)));

    [Fact]
    public void PartsOfAnyShape_AreWrittenAsInKeys()
    {
        Assert.Equal(["(1.5,(4))/[a,b,]"], Of(cache => Tags.Cache.Grouped(cache, new Spot(1.5, new Corner(4)), ["b", "a", "b"])));
        Assert.Equal(["%null/[]"], Of(cache => Tags.Cache.Grouped(cache, null, [])));
    }

    [Fact]
    public void CallsThatShareAnEntry_ShareItsTags() =>
        Assert.Equal(Of(cache => Tags.Cache.Normal(cache, " Pink  Floyd")), Of(cache => Tags.Cache.Normal(cache, "PINK FLOYD")));

    [Fact]
    public void Fingerprint_IsInTheDescriptor() =>
        Assert.Matches("^[0-9a-f]{8}$", Removed(cache => Tags.Cache.Untagged(cache, 1)).Fingerprint);

    [Fact]
    public async Task EntriesOfATag_AreRemovedTogether()
    {
        var cache = MethodCache.CreateInProcess();
        Tags.Cache.Releases(cache, 7, 1).Set(1);
        Tags.Cache.Releases(cache, 7, 2).Set(2);
        Tags.Cache.Releases(cache, 8, 1).Set(3);
        await cache.RemoveByTagAsync("artist:7", TestContext.Current.CancellationToken);
        Assert.False(Tags.Cache.Releases(cache, 7, 1).Peek(out _) || Tags.Cache.Releases(cache, 7, 2).Peek(out _));
        Assert.True(Tags.Cache.Releases(cache, 8, 1).Peek(out _));
    }

    private static string[] Of(Func<MethodCache, CacheHandle<int>> handle) => Removed(handle).Tags!;

    private static TagReader Removed(Func<MethodCache, CacheHandle<int>> handle)
    {
        var cache = new TagReader();
        handle(cache).Remove();
        return cache;
    }

    /// <summary>An engine of which nothing is asked but the tags of the entry to remove.</summary>
    private sealed class TagReader() : MethodCache(new CacheGenOptions())
    {
        public string[]? Tags { get; private set; }

        public string Fingerprint { get; private set; } = "";

        public override void Remove(string key) => throw new NotSupportedException();

        public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public override void RemoveByTag(string tag) => throw new NotSupportedException();

        public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public override void Clear() => throw new NotSupportedException();

        public override ValueTask ClearAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        protected override CacheTable<TKey, TValue> CreateTable<TKey, TValue>(CachedMethod<TKey, TValue> method) => new MethodTable<TKey, TValue>(this, method);

        private sealed class MethodTable<TKey, TValue>(TagReader cache, CachedMethod<TKey, TValue> method) : CacheTable<TKey, TValue>(method, cache)
            where TKey : notnull
        {
            public override long? Count => null;

            public override void Remove(TKey key)
            {
                cache.Tags = Method.FormatTags?.Invoke(key);
                cache.Fingerprint = Method.Fingerprint;
            }

            public override bool TryGet(in TKey key, out TValue value) => throw new NotSupportedException();

            public override Task<TValue>? TryGetTask(in TKey key) => throw new NotSupportedException();

            public override bool Peek(in TKey key, out TValue value) => throw new NotSupportedException();

            public override ValueTask<Peeked<TValue>> PeekAsync(TKey key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

            public override void Set(TKey key, TValue value) => throw new NotSupportedException();

            public override ValueTask SetAsync(TKey key, TValue value, CancellationToken cancellationToken = default) => throw new NotSupportedException();

            public override ValueTask RemoveAsync(TKey key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

            protected override ValueTask<TValue> LoadAsync(TKey key, CacheSource<TValue> source, CancellationToken cancellationToken) => throw new NotSupportedException();
        }
    }
}
