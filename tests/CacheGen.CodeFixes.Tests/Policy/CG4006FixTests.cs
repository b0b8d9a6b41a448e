using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Policy;

public class CG4006FixTests
{
    [Theory]
    [InlineData("Task.Delay(id)", "Task.Delay(id, ct)")]
    [InlineData("api.GetAsync(id)", "api.GetAsync(id, ct: ct)")]
    [InlineData("api.GetAsync(id, 3)", "api.GetAsync(id, 3, ct)")]
    [InlineData("api.GetAsync(tries: 3, id: id)", "api.GetAsync(tries: 3, id: id, ct: ct)")]
    [InlineData("api.AskAsync(id)", "api.AskAsync(id, ct)")]
    [InlineData("api.PingAsync()", "api.PingAsync(ct)")]
    [InlineData("Task.WhenAll(new[] { id }.Select(i => api.AskAsync(i)))", "Task.WhenAll(new[] { id }.Select(i => api.AskAsync(i, ct)))")]
    public Task Token_IsPassedOn(string before, string after) => FixVerifier.FixAsync("CG4006", Catalog(before), Catalog(after));

    [Fact]
    public Task Token_IsTaken() => FixVerifier.FixAsync("CG4006", Catalog("api.AskAsync(id)", ""), Catalog("api.AskAsync(id, ct)", ", CancellationToken ct = default"));

    [Fact]
    public async Task WhatAHelperCalls_IsLeftToTheUser() => Assert.Empty(await FixVerifier.TitlesAsync("CG4006", Catalog("HelpAsync(id)")));

    [Fact]
    public Task All_AreMendedAtOnce() => FixVerifier.FixAllAsync(
        "CG4006", Catalog("Task.Delay(id)") + Catalog("Task.Delay(id)", "", "B"), Catalog("Task.Delay(id, ct)") + Catalog("Task.Delay(id, ct)", ", CancellationToken ct = default", "B"));

    private static string Catalog(string call, string token = ", CancellationToken ct", string type = "A") =>
        $$"""
        internal sealed partial class {{type}}(IApi{{type}} api, MethodCache cache)
        {
            [Cached]
            public partial Task<int> GetAsync(int id, CancellationToken ct = default);

            private async Task<int> GetCoreAsync(int id{{token}})
            {
                await {{call}};
                return id;
            }

            private Task HelpAsync(int id) => api.AskAsync(id);
        }

        internal interface IApi{{type}} { Task GetAsync(int id, int tries = 2, CancellationToken ct = default); Task PingAsync(CancellationToken ct = default); }

        internal static class Api{{type}}
        {
            public static Task AskAsync(this IApi{{type}} api, int id) => api.GetAsync(id);
            public static Task AskAsync(this IApi{{type}} api, int id, CancellationToken ct) => api.GetAsync(id, 1, ct);
        }

        """;
}
