using CacheGen.SourceGenerator.Tests.Harness;
using Xunit;
using static CacheGen.SourceGenerator.Tests.Diagnostics.Judgements.KeySource;

namespace CacheGen.SourceGenerator.Tests.Diagnostics.Judgements;

public class CG2011Tests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { Method("", "string {|CG2011:token|}"), "'token' looks like a secret, and keys are read in logs and in stores: write |hash, or leave it out with [NotInKey] if the answer does not depend on it" },
        { Method("", "string user, string? {|CG2011:userPassword|}"), "'userPassword'" },
        { Method(Key("user:{|CG2011:{accessToken}|}"), "string accessToken"), "" },
        { Method(Key("user:{|CG2011:{apiKey|lower}|}"), "string apiKey"), "" },
        { Method(Key("user:{|CG2011:{APIKey}|}"), "string APIKey"), "" },
        { Method(Key("user:{|CG2011:{call.Authorization}|}"), "Call call", types: "public record Call(string Authorization);"), "'call.Authorization'" },
        { Method("", "Login {|CG2011:login|}", types: "public record Login(string User, string Password);"), "'login.Password'" },
        { Method("", "(int Id, string ClientSecret) {|CG2011:client|}"), "'client.ClientSecret'" },
        { Method("(Key = \"{|CG2011:{token}|}:x\", Tags = new[] { \"of:{token}\" })", "string token"), "" },
        { Method("", "[CacheScope(\"user\")] string {|CG2011:jwt|}"), "" },
        { Method(Key("x:{jwt|hash}:{id}"), "[CacheScope(\"user\")] string {|CG2011:jwt|}, int id"), "" },
        { Method(Key("x:{id}"), "[CacheScope(\"user\")] string {|CG2011:jwt|}, int id"), "" },
        { Method("", "string {|CG2011:connectionString|}"), "" },
    };

    public static TheoryData<string> Fine =>
    [
        Method("", "string tokenCount, int maxTokens, string tokens, string tokenKind, string secretName, string secretId, string passwordPolicy"),
        Method("", "string pageToken, string continuationToken, string nextPageToken, string? syncToken"),
        Method("", "string key, string id, string sortKey, string partitionKey, string cacheKey, string author, string authority"),
        Method("", "int id, CancellationToken token"),
        Method("", "int token, Guid secret, bool password"),
        Method(Key("user:{token|hash}"), "string token"),
        Method(Key("user:{token|Mask}"), "string token", "private static string Mask(string token) => token[..2];"),
        Method(Key("user:{login|hash}"), "Login login", types: "public record Login(string User, string Password);"),
        Method(Key("user:{login.User}"), "Login login", types: "public record Login(string User, string Password);"),
        Method("", "Login login", types: "public record Login(string User, [NotInKey] string Password);"),
        Method("", "int id, [NotInKey] string token"),
        Method("(KeyFrom = nameof(KeyOf))", "string token", "private static int KeyOf(string token) => token.Length;"),
        "#pragma warning disable CG2011\n" + Method("", "string token"),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_IsTold(string file, string says) => Assert.Contains(says, string.Join('\n', await Markup.JudgeAsync("CG2011", file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task LookAlike_IsFine(string file) => Assert.Empty(await Markup.JudgeAsync("CG2011", file));

    [Fact]
    public async Task Words_AreAddedInTheEditorconfig()
    {
        const string Words = "cachegen_secret_words = iban, cardNumber; pin";
        Assert.Equal(3, (await Markup.JudgeAsync("CG2011", Method("", "string {|CG2011:iban|}, string {|CG2011:creditCardNumber|}, string {|CG2011:pin|}, string number, string pinCode"), Words)).Length);
        Assert.Empty(await Markup.JudgeAsync("CG2011", Method("", "string iban")));
    }
}
