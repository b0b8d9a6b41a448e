using Xunit;

namespace CacheGen.Tests.Keys;

/// <summary>Which key parts cost an allocation on every hit; docs/keys.md says the same.</summary>
public class AllocationTests
{
    private static readonly MethodCache s_cache = MethodCache.CreateInProcess();
    private static readonly Values s_values = new(s_cache);
    private static readonly Templates s_templates = new(s_cache);
    private static readonly Records s_records = new(s_cache);
    private static readonly Collections s_collections = new(s_cache);
    private static readonly Search s_search = new("a", Speed.Fast, new Address("Ulm", null), null);
    private static readonly Uri s_uri = new("http://a.example/");
    private static readonly Version s_version = new(1, 2, 3);
    private static readonly User s_user = new();
    private static readonly int[] s_ids = [1, 2];

    [Fact]
    public void PartsThatAreTheArgumentItself_AllocateNothing()
    {
        Allocates(false, () => s_values.Int(1));
        Allocates(false, () => s_values.OptionalInt(null));
        Allocates(false, () => s_values.Text("a"));
        Allocates(false, () => s_values.OptionalText("a"));
        Allocates(false, () => s_values.Guid(Guid.Empty));
        Allocates(false, () => s_values.Enum(Speed.Fast));
        Allocates(false, () => s_values.Decimal(1.50m));
        Allocates(false, () => s_values.DateTime(DateTime.UnixEpoch));
        Allocates(false, () => s_values.DateTimeOffset(DateTimeOffset.UnixEpoch));
        Allocates(false, () => s_values.Uri(s_uri));
        Allocates(false, () => s_templates.Path(s_user));
        Allocates(false, () => s_templates.Defaults(null, null, null, null, null));
    }

    [Fact]
    public void RecordsStructsAndTuples_AllocateNothing()
    {
        Allocates(false, () => s_records.Record(s_search));
        Allocates(false, () => s_records.RecordStruct(new Corner(1), null));
        Allocates(false, () => s_records.Tuple((1, "a"), null));
    }

    [Fact]
    public void TransformsThatChangeNothing_AllocateNothing()
    {
        Allocates(false, () => s_templates.Transforms("pink floyd", "abc", "ABC"));
        Allocates(false, () => s_templates.HashText(null));
    }

    [Fact]
    public void FormattedParts_AllocateTheirText()
    {
        Allocates(true, () => s_templates.Transforms("Pink Floyd", "abc", "ABC"));
        Allocates(true, () => s_templates.HashText("a"));
        Allocates(true, () => s_templates.Formats(1, DateTime.UnixEpoch, default, Speed.Fast));
        Allocates(true, () => s_collections.Ints(s_ids));
        Allocates(true, () => s_records.OptionalRecord(s_search));
        Allocates(true, () => s_values.Version(s_version));
        Allocates(true, () => s_values.Own(new Celsius(3)));
    }

    private static void Allocates(bool expected, Func<int> call)
    {
        for (var warmUp = 0; warmUp < 100; warmUp++)
            call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var hit = 0; hit < 100; hit++)
            call();
        Assert.Equal(expected, GC.GetAllocatedBytesForCurrentThread() > before);
    }
}
