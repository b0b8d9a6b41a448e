namespace CacheGen.CodeFixes.Tests.Key;

/// <summary>Files with one cached method.</summary>
internal static class KeySource
{
    /// <param name="attribute">With its brackets.</param>
    /// <param name="parameters">What the method takes.</param>
    /// <param name="types">What else is in the file.</param>
    /// <param name="source">What its source takes, where that is written differently.</param>
    public static string Catalog(string attribute, string parameters, string types = "", string? source = null) => $$"""
        {{types}}
        public sealed partial class Catalog(MethodCache cache)
        {
            {{attribute}}
            public partial Task<string> GetAsync({{parameters}});

            private Task<string> GetCoreAsync({{source ?? parameters}}) => Task.FromResult("");
        }
        """;
}
