namespace CacheGen.Conformance;

/// <summary>A service whose writes invalidate and update what its reads have cached, on a database that is a dictionary.</summary>
[CachePrefix("shelf")]
public sealed partial class Shelf(MethodCache cache, ScriptedSource source)
{
    /// <summary>What the database says.</summary>
    public string? Title { get; set; } = "old";

    /// <summary>What writes throw; null for none.</summary>
    public Exception? Fails { get; set; }

    [Cached(Key = "title:{id}", Ttl = "10m", MissTtl = "5m", Tags = new[] { "shelf:{id}" })]
    public partial Task<string?> GetAsync(int id, CancellationToken ct = default);

    [Cached(Key = "page:{id}:{page}:{name|norm}", Ttl = "10m", Tags = new[] { "shelf:{id}", "pages of {name|norm}:{name|norm}" })]
    public partial string? Page(int id, int page, [NotInKey] string? other = null, string name = "A b");

    [Invalidates(nameof(GetAsync))]
    public partial Task SaveAsync(int id, string? title, CancellationToken ct = default);

    [Invalidates(nameof(GetAsync), Source = nameof(SaveCore))]
    public partial void Save(int id, string? title);

    [Invalidates(nameof(Page), With = "page=1, name='A  B'")]
    [Invalidates(Tags = new[] { "pages of {name|norm}:{name|norm}" })]
    public partial ValueTask RenameAsync(int id, string name);

    [Updates(nameof(GetAsync))]
    [Invalidates(Tags = new[] { "shelf:{id}" })]
    public partial Task<string?> ReplaceAsync(int id, string? title);

    [Updates(nameof(GetAsync), Source = nameof(ReplaceCore))]
    public partial string? Replace(int id, string? title);

    private async Task<string?> GetCoreAsync(int id, CancellationToken ct) => source.Holds ? await source.LoadAsync(ct) : Title;

    private string? PageCore(int id, int page, string? other, string name) => $"{Title}/{page}";

    private async Task SaveCoreAsync(int id, string? title, CancellationToken ct)
    {
        await Task.Yield();
        SaveCore(id, title);
    }

    private void SaveCore(int id, string? title)
    {
        Title = title;
        if (Fails is { } failure)
            throw failure;
    }

    private ValueTask RenameCoreAsync(int id, string name) => new(SaveCoreAsync(id, name, default));

    private string? ReplaceCore(int id, string? title)
    {
        SaveCore(id, title);
        return title;
    }

    private async Task<string?> ReplaceCoreAsync(int id, string? title)
    {
        await Task.Yield();
        return ReplaceCore(id, title);
    }
}
