using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

internal static partial class WrongCode
{
    /// <summary>CG1011, and the rules of templates where they are tags.</summary>
    public static TheoryData<string, string> Tags => new()
    {
        // CG1011: not in the key, or not in this way
        { Tag("\"artist:{|CG1011:{artist}|}\"", "page:{page}"), "'{artist}' is no part of the key \"Catalog:page:{page}\": put it into the key" },
        { Tag("\"all\", \"{page}:{|CG1011:{artist}|}\"", "page:{page}"), "'{artist}'" },
        { Tag("\"{|CG1011:{artist}|}\"", "{artist|norm}"), "write a hole here just as the key writes it" },
        { Tag("\"{|CG1011:{artist|norm}|}\"", "{artist}"), "'{artist|norm}'" },
        { Tag("\"{|CG1011:{artist|norm|hash}|}\"", "{artist|norm}"), "hash" },
        { Tag("\"{|CG1011:{day:yyyy}|}\"", "{day}"), "'{day:yyyy}'" },
        { Tag("\"{|CG1011:{day:yyyy}|}\"", "{day:yy}"), "'{day:yyyy}'" },
        { Tag("\"{|CG1011:{maybe ?? 1}|}\"", "{maybe}"), "'{maybe ?? 1}'" },
        { Tag("\"{|CG1011:{maybe}|}\"", "{maybe ?? 1}"), "'{maybe}'" },
        { Tag("\"{|CG1011:{query.Text}|}\"", "{query.Page}"), "'{query.Text}'" },
        { Tag("\"{|CG1011:{query}|}\"", "{query.Page}"), "'{query}'" },
        { Tag("\"{|CG1011:{page}|}\"", "constant"), "\"Catalog:constant\"" },
        { Tag("{|CG1011:\"a\" + \"{page}\"|}", "constant"), "'{page}'" },
        { Tag("{|CG1011:@\"a{page}\"|}", "constant"), "'{page}'" },
        { "[Cached(Tags = new string[] { \"{|CG1011:{trace}|}\" })] public partial int Get(int id, [NotInKey] int trace); private int GetCore(int id, int trace) => 1;", "Catalog:Get:{id}" },
        { "[Cached(Tags = new[] { \"{|CG1011:{thing}|}\" })] public partial int Get(int id, [NotInKey] object thing); private int GetCore(int id, object thing) => 1;", "'{thing}'" },
        { "[Cached(Tags = new[] { \"{|CG1011:{http}|}\" })] public partial int Get(int id, System.Net.Http.HttpClient http); private int GetCore(int id, System.Net.Http.HttpClient http) => 1;", "'{http}'" },

        // CG2001, CG2008: as in keys
        { Tag("\"all\", \"{|CG2001:{artits}|}\"", "{artist}"), "did you mean 'artist'?" },
        { Tag("\"{|CG2001:{query.Txt}|}\"", "{query.Text}"), "did you mean 'Text'?" },
        { Tag("\"a:{|CG2008:{|}page\"", "{page}"), "Tag \"a:{page\", position 2: this '{' is never closed" },
        { Tag("\"{page}{|CG2008:{artist}|}\"", "{page}:{artist}"), "separator" },
        { Tag("\"{page}{|CG2008:-|}{artist}\"", "{page}:{artist}"), "part of a value" },
        { Tag("\"{|CG2008:{page|norm}|}\"", "{page}"), "'norm' needs text" },
        { Tag("\"100{|CG2008:%|}\"", "{page}"), "escaping" },
        { Tag("{|CG2008:\"a\\nb\"|}", "{page}"), "control characters" },
        { Tag("\"{|CG2008:\"|}", "{page}"), "it is empty" },
        { Tag("\"a\", {|CG2008:null!|}", "{page}"), "it is empty" },
        { Tag("\"a\", \"{|CG2008:a|}\"", "{page}"), "has this tag already" },
        { Tag("\"a:{page}\", \"b\", \"{|CG2008:a:{ page }|}\"", "{page}"), "leave one out" },

        // What is wrong with the key is told once.
        { "[Cached(Key = \"{|CG2001:{idd}|}\", Tags = new[] { \"{id}\" })] public partial int Get(int id); private int GetCore(int id) => 1;", "did you mean 'id'?" },
        { "[Cached(Tags = new[] { \"{thing}\" })] public partial int Get(object {|CG2003:thing|}); private int GetCore(object thing) => 1;", "no stable value" },
    };

    private static string Tag(string tags, string key) =>
        $"[Cached(Key = \"{key}\", Tags = new[] {{ {tags} }})] public partial int Get(string artist, int page, DateTime day, int? maybe, Query query); "
        + "private int GetCore(string artist, int page, DateTime day, int? maybe, Query query) => 1; internal sealed record Query(string Text, int Page);";
}
