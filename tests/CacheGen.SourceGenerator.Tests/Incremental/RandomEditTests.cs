using CacheGen.SourceGenerator.Tests.Harness;
using CacheGen.SourceGenerator.Tests.RandomDeclarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Incremental;

/// <summary>
/// Whatever is edited, right or wrong, a driver that has seen all that was before says what a new one says (<see cref="Edited"/>). More rounds:
/// <c>RANDOM_ROUNDS=500 dotnet test tests/CacheGen.SourceGenerator.Tests --filter RandomEditTests</c>.
/// </summary>
public class RandomEditTests
{
    private const int Edits = 12;

    private static readonly string[] s_bodies = ["\n#nullable disable\n", "\n#nullable restore\n", "\n#if X\n}\n#endif\n", "\n#pragma warning disable\n", "{ }", "return;", "/* */", "cache", "id"];

    private static readonly string[] s_globals =
        ["global using System.IO;", "global using Hour = CacheGen.CachedAttribute;", "[assembly: CacheDefaults(Ttl = \"9m\")]", "namespace Shop { enum Level { Low } }", "namespace System { class Task; }", "class Level;", ""];

    private static int Rounds { get; } = int.TryParse(Environment.GetEnvironmentVariable("RANDOM_ROUNDS"), out var rounds) ? rounds : 10;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void RandomEdits_AreSeenOrMakeNoDifference(int seed)
    {
        var parsed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var dice = new Dice(seed * 1_000_000 + round);
            var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose);
            var session = new Edited(Compiler.Compile(Split(Source(dice, seed * 1_000_000 + round), options), LanguageVersion.Preview));
            for (var edit = 0; edit < Edits; edit++)
            {
                Edit(session, dice);
                parsed += session.Parsed;
            }
        }

        Assert.True(parsed > Rounds, "Hardly anything was parsed again: the edits say nothing.");
    }

    private static string Source(Dice dice, int seed) => dice.OnceIn(2) ? new RandomFile(seed).Source : RandomEdit.Of(seed).Source;

    /// <summary>Each type in a file of its own.</summary>
    private static (string, string)[] Split(string source, CSharpParseOptions options)
    {
        var root = (CompilationUnitSyntax)Edited.Parse("All.cs", source, options).GetRoot();
        var space = root.Members.OfType<FileScopedNamespaceDeclarationSyntax>().FirstOrDefault();
        var members = space?.Members ?? root.Members;
        var head = space is null ? $"{root.Usings}\n" : $"{root.Usings}\n namespace {space.Name};\n{space.Usings}\n";
        return [("Assembly.cs", $"{root.Usings}\n{root.AttributeLists}"), .. members.Select((member, index) => ($"File{index}.cs", head + member.ToFullString()))];
    }

    private static void Edit(Edited session, Dice dice)
    {
        var trees = session.Compilation.SyntaxTrees;
        // What a solution is made of stands in the files of types; those of usings are edited too.
        var tree = dice.Pick(trees);
        var number = session.Compilation.SyntaxTrees.Length;
        switch (dice.Below(12))
        {
            case 0 when trees.Length > 3:
                session.Remove(tree.FilePath);
                break;
            case 1:
                session.Add($"Added{number}{dice.Below(1000)}.cs", dice.Pick(s_globals));
                break;
            case 2:
                session.Rename(tree.FilePath, $"{Path.GetFileNameWithoutExtension(tree.FilePath)}{(dice.OnceIn(2) ? ".g.cs" : "x.cs")}");
                break;
            case 3:
                session.Run(session.Compilation.WithOptions(session.Compilation.Options.WithNullableContextOptions(dice.Pick(NullableContextOptions.Enable, NullableContextOptions.Disable))));
                break;
            case 4 or 5 or 6:
                session.Replace(tree.FilePath, InBody(tree, dice));
                break;
            default:
                session.Replace(tree.FilePath, OfToken(tree, dice));
                break;
        }
    }

    private static string InBody(SyntaxTree tree, Dice dice)
    {
        var bodies = tree.GetRoot().DescendantNodes().OfType<BlockSyntax>().Select(block => block.OpenBraceToken.Span.End)
            .Concat(tree.GetRoot().DescendantNodes().OfType<ArrowExpressionClauseSyntax>().Select(arrow => arrow.ArrowToken.Span.End)).ToArray();
        return bodies.Length == 0 ? OfToken(tree, dice) : tree.ToString().Insert(dice.Pick(bodies), $" {dice.Pick(s_bodies)} ");
    }

    /// <summary>One token dropped, doubled, or swapped for another of the file.</summary>
    private static string OfToken(SyntaxTree tree, Dice dice)
    {
        var tokens = tree.GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToArray();
        if (tokens.Length == 0)
            return "class Filled;";
        var (token, other) = (dice.Pick(tokens), dice.Pick(tokens));
        var text = dice.Below(4) switch
        {
            0 => "",
            1 => $"{token} {token}",
            _ => other.ToString(),
        };
        return $"{tree.ToString()[..token.SpanStart]}{text}{tree.ToString()[token.Span.End..]}";
    }
}
