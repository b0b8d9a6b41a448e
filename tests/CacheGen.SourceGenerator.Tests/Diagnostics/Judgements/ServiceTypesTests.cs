using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.KeySource;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

/// <summary>CG2002 for types that an .editorconfig calls services.</summary>
public class ServiceTypesTests
{
    private const string Setting = "cachegen_service_types = Shop.ITenant, Shop.Repo Shop.Clock";
    private const string Types = "using Shop; namespace Shop { public interface ITenant { int Id { get; } } public record Tenant(int Id) : ITenant; public class Repo<T> { public int Id => 1; } public record struct Clock(int Offset); }";

    public static TheoryData<string, string> Wrong => new()
    {
        { Method("", "int id, Tenant {|CG2002:tenant|}", types: Types), "'tenant' is of the service type 'Tenant', which says nothing about the answer: take it out of the key" },
        // It is no key part anyway; that it is a service says what to do.
        { Method("", "int id, ITenant {|CG2002:tenant|}", types: Types), "'ITenant'" },
        { Method("", "int id, Repo<int> {|CG2002:repo|}", types: Types), "'Repo<int>'" },
        { Method(Key("x:{id}:{|CG2002:{clock}|}"), "int id, Clock clock", types: Types), "'clock'" },
        { Method(Key("x:{|CG2002:{call.Tenant|hash}|}"), "Call call", types: Types + "public record Call(Shop.Tenant Tenant);"), "'call.Tenant'" },
    };

    public static TheoryData<string> Fine =>
    [
        Method("", "int id, [NotInKey] Tenant tenant", types: Types),
        Method(Key("x:{id}:{tenant.Id}"), "int id, Tenant tenant", types: Types),
        Method(Key("x:{id}"), "int id, ITenant tenant, Repo<int> repo", types: Types),
        Method("", "Tenant tenant", types: "public record Tenant(int Id);"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_IsTold(string file, string says) => Assert.Contains(says, string.Join('\n', await Markup.JudgeAsync("CG2002", file, Setting)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsFine(string file) => Assert.Empty(await Markup.JudgeAsync("CG2002", file, Setting));

    [Fact]
    public async Task WithoutTheSetting_ItIsAnArgument() =>
        Assert.Empty(await Markup.JudgeAsync("CG2002", Method("", "int id, Tenant tenant", types: Types)));
}
