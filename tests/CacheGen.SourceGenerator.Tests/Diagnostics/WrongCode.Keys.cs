using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    /// <summary>CG2xxx.</summary>
    public static TheoryData<string, string> Keys => new()
    {
        // CG2001: holes
        { "[Cached(Key = \"{|CG2001:{idd}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "did you mean 'id'?" },
        { "[Cached(Key = \"a:{|CG2001:{name.Lenght}|}\")] public partial int Get(string name); private int GetCore(string name) => 1;", "did you mean 'Length'?" },
        { "[Cached(Key = \"{|CG2001:{Id}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "did you mean 'id'?" },
        { "[Cached(Key = \"{id}:{|CG2001:{tenant}|}\")] public partial int Get(int id, int page); private int GetCore(int id, int page) => 1;", "there are 'id', 'page'" },
        { "[Cached(Key = \"{|CG2001:{id}|}\")] public partial int Get(); private int GetCore() => 1;", "there are none" },
        { "[Cached(Key = \"{|CG2001:{user.secret}|}\")] public partial int Get(User user); private int GetCore(User user) => 1; internal sealed class User { private int secret = 1; public int Id => secret; }", "'Id'" },
        { "[Cached(Key = \"{|CG2001:{when.Year.Nope}|}\")] public partial int Get(DateTime when); private int GetCore(DateTime when) => 1;", "readable member of int" },
        { "[Cached(Key = {|CG2001:\"a:\" + \"{idd}\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "idd" },
        { "[Cached(Key = {|CG2001:@\"a:{idd}\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "idd" },

        // CG2002: services
        { "[Cached(Key = \"{|CG2002:{http}|}\")] public partial int Get(System.Net.Http.HttpClient http); private int GetCore(System.Net.Http.HttpClient http) => 1;", "HttpClient" },
        { "[Cached(Key = \"{id}:{|CG2002:{done}|}\")] public partial int Get(int id, Action done); private int GetCore(int id, Action done) => 1;", "Action" },
        { "[Cached] public partial int Get(int id, Func<int, bool> {|CG2003:f|}); private int GetCore(int id, Func<int, bool> f) => 1;", "[NotInKey]" },
        { "[Cached] public partial int Get(System.IO.Stream {|CG2003:file|}); private int GetCore(System.IO.Stream file) => 1;", "[NotInKey]" },
        { "[Cached(Key = \"{id}:{|CG2002:{ct}|}\")] public partial int Get(int id, CancellationToken ct); private int GetCore(int id) => 1;", "CancellationToken" },
        { "[Cached(Key = \"{|CG2002:{log}|}\")] public partial int Get(Microsoft.Extensions.Logging.ILogger<Catalog> log); private int GetCore(Microsoft.Extensions.Logging.ILogger<Catalog> log) => 1;", "ILogger<Catalog>" },
        { "[Cached(Key = \"{|CG2002:{file}|}\")] public partial int Get(System.IO.FileStream file); private int GetCore(System.IO.FileStream file) => 1;", "FileStream" },
        { "[Cached(Key = \"{|CG2002:{box.Services}|}\")] public partial int Get(Box box); private int GetCore(Box box) => 1; internal sealed record Box(IServiceProvider Services);", "IServiceProvider" },

        // CG2003: stable values
        { "[Cached] public partial int Get(object {|CG2003:thing|}); private int GetCore(object thing) => 1;", "no stable value" },
        { "[Cached] public partial int Get(IEnumerable<int> {|CG2003:ids|}); private int GetCore(IEnumerable<int> ids) => 1;", "no stable value" },
        { "[Cached(Key = \"{|CG2003:{version}|}\")] public partial int Get(Random version); private int GetCore(Random version) => 1;", "Random" },
        { "[Cached] public partial int Get(Dictionary<string, int> {|CG2003:map|}); private int GetCore(Dictionary<string, int> map) => 1;", "no stable value" },
        { "[Cached] public partial int Get(Secret {|CG2003:secret|}); private int GetCore(Secret secret) => 1; internal readonly struct Secret(int x) { private readonly int _x = x; public override string ToString() => $\"{_x}\"; }", "cannot be read from outside" },
        { "[Cached] public partial int Get<T>(T {|CG2003:thing|}); private int GetCore<T>(T thing) => 1;", "no stable value" },
        { "[Cached] public partial int Get(int[,] {|CG2003:grid|}); private int GetCore(int[,] grid) => 1;", "no stable value" },
        { "[Cached] public partial int Get(Tree {|CG2003:tree|}); private int GetCore(Tree tree) => 1; internal sealed record Tree(Tree? Left, int Id);", "contains itself" },
        { "[Cached] public partial int Get(Shape {|CG2003:shape|}); private int GetCore(Shape shape) => 1; internal abstract record Shape(int Id);", "no stable value" },
        { "[Cached] public partial int Get(Empty {|CG2003:empty|}); private int GetCore(Empty empty) => 1; internal sealed record Empty;", "no members" },
        { "[Cached] public partial int Get(List<object> {|CG2003:things|}); private int GetCore(List<object> things) => 1;", "no stable value" },
        { "[Cached] public partial int Get(CancellationToken? {|CG2003:ct|}); private int GetCore(CancellationToken? ct) => 1;", "cannot be read from outside" },
        { "[Cached] public partial int Get(Task<int> {|CG2003:task|}); private int GetCore(Task<int> task) => 1;", "no stable value" },

        // CG2008: templates
        { "[Cached(Key = \"a:{|CG2008:{|}id\")] public partial int Get(int id); private int GetCore(int id) => 1;", "never closed" },
        { "[Cached(Key = \"a{|CG2008:}|}:{id}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "closes nothing" },
        { "[Cached(Key = \"{a}{|CG2008:{b}|}\")] public partial int Get(int a, int b); private int GetCore(int a, int b) => 1;", "separator" },
        { "[Cached(Key = \"{a}{|CG2008:-|}{b}\")] public partial int Get(string a, string b); private int GetCore(string a, string b) => 1;", "part of a value" },
        { "[Cached(Key = \"a{|CG2008:%|}{id}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "escaping" },
        { "[Cached(Key = \"{|CG2008:{id|norm}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "'norm' needs text" },
        { "[Cached(Key = \"{|CG2008:{name|slug}|}\")] public partial int Get(string name); private int GetCore(string name) => 1;", "no transform" },
        { "[Cached(Key = \"{|CG2008:{id:QQ}|}\")] public partial int Get(Guid id); private int GetCore(Guid id) => 1;", "no format" },
        { "[Cached(Key = \"{|CG2008:{id ?? 1}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "never null" },
        { "[Cached(Key = \"{|CG2008:\"|})] public partial int Get(); private int GetCore() => 1;", "empty" },
        { "[Cached(Key = \"{|CG2008:{id:D99999999}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "no format" },
        { "[Cached(Key = {|CG2008:\"a\\nb{id}\"|})] public partial int Get(int id); private int GetCore(int id) => 1;", "control characters" },
        { "[Cached(Key = \"{|CG2008:{}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "a hole needs a parameter's name" },
        { "[Cached(Key = \"{|CG2008:{id:}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "format behind" },
        { "[Cached(Key = \"{|CG2008:{name ??}|}\")] public partial int Get(string? name); private int GetCore(string? name) => 1;", "a literal belongs" },
        { "[Cached(Key = \"{|CG2008:{name| }|}\")] public partial int Get(string name); private int GetCore(string name) => 1;", "a transform's name" },
        { "[Cached(Key = \"{|CG2008:{id|set}|}\")] public partial int Get(int id); private int GetCore(int id) => 1;", "needs a collection" },
        { "[Cached(Key = \"{|CG2008:{name:N}|}\")] public partial int Get(string name); private int GetCore(string name) => 1;", "takes no format" },
        { "[Cached(Key = \"{|CG2008:{page ?? x}|}\")] public partial int Get(int? page); private int GetCore(int? page) => 1;", "'x' is no int" },
        { "[Cached(Key = \"{|CG2008:{day ?? Someday}|}\")] public partial int Get(DayOfWeek? day); private int GetCore(DayOfWeek? day) => 1;", "Someday" },
        { "[Cached(Key = \"{|CG2008:{things|set}|}\")] public partial int Get(List<object> things); private int GetCore(List<object> things) => 1;", "its items cannot be key parts" },
    };
}
