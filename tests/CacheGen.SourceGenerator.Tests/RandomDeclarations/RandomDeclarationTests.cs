using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>
/// The whole attribute language, put together at random; see <see cref="GeneratorProperty"/> for what holds of it. More rounds:
/// <c>RANDOM_ROUNDS=5000 dotnet test tests/CacheGen.SourceGenerator.Tests --filter RandomDeclarationTests</c>. A file that fails is shown; what is
/// mended becomes a case of its own (Cases.Random, WrongCode.Random), since other words in the grammar make other files of a seed.
/// </summary>
public class RandomDeclarationTests
{
    private static readonly LanguageVersion[] s_versions = [LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.Preview];

    private static int Rounds { get; } = int.TryParse(Environment.GetEnvironmentVariable("RANDOM_ROUNDS"), out var rounds) ? rounds : 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task RandomFiles_CompileOrAreReported(int seed)
    {
        var verdicts = new List<GeneratorProperty.Verdict>();
        for (var round = 0; round < Rounds; round++)
        {
            var number = seed * 1_000_000 + round;
            verdicts.Add(await GeneratorProperty.CheckAsync(new RandomFile(number).Source, s_versions[round % 3], Nullable(round % 5 == 0)));
        }

        Suffices(verdicts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task CasesWithAttributesEdited_CompileOrAreReported(int seed)
    {
        var verdicts = new List<GeneratorProperty.Verdict>();
        for (var round = 0; round < Rounds; round++)
        {
            var (source, version, nullable) = RandomEdit.Of(seed * 1_000_000 + round);
            verdicts.Add(await GeneratorProperty.CheckAsync(source, version, nullable));
        }

        Suffices(verdicts);
    }

    private static NullableContextOptions Nullable(bool isDisabled) => isDisabled ? NullableContextOptions.Disable : NullableContextOptions.Enable;

    // Else the property would hold of a generator that takes nothing, or of files that no compiler takes.
    private static void Suffices(List<GeneratorProperty.Verdict> verdicts)
    {
        var judged = verdicts.Where(verdict => !verdict.IsUsersFault).ToArray();
        Assert.True(judged.Length > Rounds / 3, $"{judged.Length} of {Rounds} files are without fault");
        Assert.True(judged.Sum(verdict => verdict.Emitted) > Rounds, $"{judged.Sum(verdict => verdict.Emitted)} methods are cached");
        Assert.Contains(judged, verdict => verdict.Refused > 0);
    }
}
