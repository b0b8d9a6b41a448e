using ZiggyCreatures.Caching.Fusion;

namespace CacheGen.Benchmarks.Fusion;

/// <summary>The same by hand. The duration is in the cache's default options: to say it in each call makes it slower.</summary>
internal sealed class HandWritten(IFusionCache cache)
{
    public ValueTask<Track> GetAsync(int id) => cache.GetOrSetAsync<Track>($"track:{id}", _ => Track.LoadAsync(id));

    public ValueTask<Track> NamedAsync(string name) => cache.GetOrSetAsync<Track>($"artist:{name}", _ => Track.LoadAsync(name));

    public ValueTask<Track> OrderedAsync(Guid id) => cache.GetOrSetAsync<Track>($"order:{id}", _ => Track.LoadAsync(id));

    public ValueTask<Track> SearchAsync(string query, int page, string sort) =>
        cache.GetOrSetAsync<Track>($"search:{query}:{page}:{sort}", _ => Track.LoadAsync((query, page, sort)));
}
