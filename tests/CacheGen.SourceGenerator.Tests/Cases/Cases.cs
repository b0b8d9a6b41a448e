using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace CacheGen.SourceGenerator.Tests;

/// <summary>A user's file that the generator must take.</summary>
/// <param name="Source">The file; its <c>Program.Run</c> uses what was generated.</param>
/// <param name="Says">What <c>Program.Run</c> returns.</param>
/// <param name="From">The first version of C# that can read it.</param>
internal sealed record UserCase(string Source, string Says, LanguageVersion From = LanguageVersion.CSharp12);

/// <summary>By name: files that users might write, the awkward ones above all.</summary>
internal static partial class Cases
{
    // Lazily: the fields are initialised in an order that nobody should rely on.
    public static IReadOnlyDictionary<string, UserCase> All => s_all.Value;

    private static readonly Lazy<IReadOnlyDictionary<string, UserCase>> s_all = new(() => Fields(_ => true));

    private static Dictionary<string, UserCase> Fields(Func<string, bool> isOne) => typeof(Cases).GetFields(BindingFlags.NonPublic | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Dictionary<string, UserCase>) && isOne(field.Name))
        .SelectMany(field => (Dictionary<string, UserCase>)field.GetValue(null)!)
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>Those whose generated files are kept under Snapshots, to be read: the fields called s_golden….</summary>
    public static IReadOnlyDictionary<string, UserCase> Golden => Fields(name => name.StartsWith("s_golden", StringComparison.Ordinal));

    /// <summary>A class with a cache, and a program that returns a string.</summary>
    private static UserCase One(string members, string run, string says, LanguageVersion from = LanguageVersion.CSharp12) => new(
        $$"""
        internal sealed partial class Catalog(MethodCache cache)
        {
        {{members}}
        }

        public static class Program
        {
            public static async Task<string> Run()
            {
                var cache = MethodCache.CreateInProcess();
                var it = new Catalog(cache);
                await Task.Yield();
                return {{run}};
            }
        }
        """, says, from);

    /// <summary>Other types, and a program that returns a string.</summary>
    private static UserCase Types(string types, string run, string says, LanguageVersion from = LanguageVersion.CSharp12) => new(
        $$"""
        {{types}}

        public static class Program
        {
            public static async Task<string> Run()
            {
                var cache = MethodCache.CreateInProcess();
                await Task.Yield();
                return {{run}};
            }
        }
        """, says, from);
}
