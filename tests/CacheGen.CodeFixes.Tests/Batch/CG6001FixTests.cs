using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Batch;

public class CG6001FixTests
{
    [Fact]
    public Task KeyOf_IsAdded() => WorkingFix.VerifyAsync(
        "CG6001",
        """
        namespace Music;

        public sealed record Track(string Id, string Title);

        public partial class Catalog(MethodCache cache)
        {
            [CachedBatch(MaxBatch = 50)]
            public partial Task<IReadOnlyList<Track?>> GetTracksAsync(string[] ids); // many

            private Task<List<Track?>> GetTracksCoreAsync(string[] ids) => Task.FromResult(new List<Track?>());
        }
        """,
        """
        namespace Music;

        public sealed record Track(string Id, string Title);

        public partial class Catalog(MethodCache cache)
        {
            [CachedBatch(MaxBatch = 50, KeyOf = nameof(IdOf))]
            public partial Task<IReadOnlyList<Track?>> GetTracksAsync(string[] ids); // many

            private static string IdOf(Track item) => item.Id;

            private Task<List<Track?>> GetTracksCoreAsync(string[] ids) => Task.FromResult(new List<Track?>());
        }
        """);

    [Theory]
    // the id is called otherwise, or not to be seen
    [InlineData("[CachedBatch] public partial List<Song> Get(int[] ids); private List<Song> GetCore(int[] ids) => [];",
        "[CachedBatch(KeyOf = nameof(IdOf))] public partial List<Song> Get(int[] ids); private static int IdOf(Song item) => item.SongId; private List<Song> GetCore(int[] ids) => [];")]
    [InlineData("[CachedBatch] public partial string[] Get(int[] ids); private string[] GetCore(int[] ids) => [];",
        "[CachedBatch(KeyOf = nameof(IdOf))] public partial string[] Get(int[] ids); private static int IdOf(string item) => throw new NotImplementedException(); private string[] GetCore(int[] ids) => [];")]
    // named already
    [InlineData("[CachedBatch(KeyOf = nameof(Key))] public partial Song[] Get(int[] ids); private Song[] GetCore(int[] ids) => [];",
        "[CachedBatch(KeyOf = nameof(Key))] public partial Song[] Get(int[] ids); private static int Key(Song item) => item.SongId; private Song[] GetCore(int[] ids) => [];")]
    [InlineData("[CachedBatch(KeyOf = \"Key\")] public partial Song[] Get(int[] ids); private Song[] GetCore(int[] ids) => [];",
        "[CachedBatch(KeyOf = \"Key\")] public partial Song[] Get(int[] ids); private static int Key(Song item) => item.SongId; private Song[] GetCore(int[] ids) => [];")]
    [InlineData("public int IdOf => 1; [CachedBatch] public partial Song[] Get(int[] ids); private Song[] GetCore(int[] ids) => [];",
        "public int IdOf => 1; [CachedBatch(KeyOf = nameof(IdOf2))] public partial Song[] Get(int[] ids); private static int IdOf2(Song item) => item.SongId; private Song[] GetCore(int[] ids) => [];")]
    public Task KeyOf_TellsTheId(string before, string after) => WorkingFix.VerifyAsync("CG6001", InCatalog(before), InCatalog(after));

    [Theory]
    [InlineData("[CachedBatch] public partial string Get(int[] ids);")]
    [InlineData("[CachedBatch] public partial string[] Get(int id);")]
    [InlineData("[CachedBatch(KeyOf = nameof(Key))] public partial Song[] Get(int[] ids); private Song[] GetCore(int[] ids) => []; private static string Key(Song item) => \"\";")]
    public async Task OtherFaults_HaveNoFix(string member) => Assert.Empty(await FixVerifier.TitlesAsync("CG6001", InCatalog(member)));

    private static string InCatalog(string member) => "public sealed record Song(int SongId); public partial class Catalog(MethodCache cache) { public MethodCache C => cache; " + member + " }";
}
