namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>Files with one cached method, for rules that judge its key.</summary>
internal static class KeySource
{
    /// <param name="attribute">What [Cached] says, in parentheses or not at all.</param>
    /// <param name="parameters">What the method takes; marks and attributes are left out of its source.</param>
    /// <param name="more">Members of the type.</param>
    /// <param name="types">What else is in the file.</param>
    public static string Method(string attribute, string parameters, string more = "", string types = "")
    {
        var plain = System.Text.RegularExpressions.Regex.Replace(Harness.Markup.Plain(parameters), @"\[[A-Z][^\]]*\] ?", "");
        return $$"""
            {{types}}
            public sealed partial class Catalog(MethodCache cache)
            {
                [Cached{{attribute}}]
                public partial Task<string> GetAsync({{parameters}});
                private Task<string> GetCoreAsync({{plain}}) => Task.FromResult("");
                {{more}}
            }
            """;
    }

    /// <summary>A hole of the key in which the rule finds something.</summary>
    public static string Key(string template) => $"(Key = \"{template}\")";
}
