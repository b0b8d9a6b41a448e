using System.Globalization;
using CacheGen.SourceGenerator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CacheGen.SourceGenerator.Tests.Diagnostics;

/// <summary>The README's tour of the diagnostics: its code is compiled, and what it prints is what the compiler prints.</summary>
public class TourTests
{
    private const string File = "ShopService.cs";

    /// <summary>What the tour's code stands on: as much of EF Core and ASP.NET Core as it names.</summary>
    private const string Shop = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext;
            public abstract class DbSet<T> : IQueryable<T>
            {
                public abstract Type ElementType { get; }
                public abstract System.Linq.Expressions.Expression Expression { get; }
                public abstract IQueryProvider Provider { get; }
                public abstract IEnumerator<T> GetEnumerator();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            public static class EntityFrameworkQueryableExtensions
            {
                public static IQueryable<T> AsNoTracking<T>(this IQueryable<T> source) => source;
                public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> source, System.Linq.Expressions.Expression<Func<T, bool>> predicate) => throw new NotImplementedException();
                public static Task<List<T>> ToListAsync<T>(this IQueryable<T> source) => throw new NotImplementedException();
            }
        }
        namespace Microsoft.AspNetCore.Http
        {
            public interface IHttpContextAccessor { HttpContext? HttpContext { get; } }
            public abstract class HttpContext { public abstract System.Security.Claims.ClaimsPrincipal User { get; } }
        }
        public sealed record Product(int Id, string Name, decimal Price);
        public sealed record Basket(string User, decimal Total);
        public sealed class ShopDb : Microsoft.EntityFrameworkCore.DbContext
        {
            public Microsoft.EntityFrameworkCore.DbSet<Product> Products => throw new NotImplementedException();
            public Microsoft.EntityFrameworkCore.DbSet<Basket> Baskets => throw new NotImplementedException();
        }
        """;

    [Fact]
    public async Task Readme_ShowsWhatTheCompilerPrints()
    {
        var path = Path.Combine(Repository.Root, "README.md");
        var readme = await System.IO.File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var tour = readme.IndexOf("### What the compiler says", StringComparison.Ordinal);
        var code = Block(readme, "```csharp\n", tour);
        var shown = Block(readme, "```\n", code.End + 4);

        var source = "using Microsoft.AspNetCore.Http;\nusing Microsoft.EntityFrameworkCore;\n\n" + code.Text;
        var compilation = Compiler.Generate(Compiler.Compile([(File, source), ("Shop.cs", Shop)], LanguageVersion.CSharp12)).Compilation;
        Assert.Empty(Compiler.Complaints(compilation));
        var said = (await Compiler.JudgeAsync(compilation)).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => (At: diagnostic.Location.GetLineSpan().StartLinePosition, Diagnostic: diagnostic)).OrderBy(pair => pair.At).ThenBy(pair => pair.Diagnostic.Id)
            .Select(pair => $"{File}({pair.At.Line + 1},{pair.At.Character + 1}): {pair.Diagnostic.Severity.ToString().ToLowerInvariant()} {pair.Diagnostic.Id}: {pair.Diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n");
        var expected = string.Concat(said);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            await System.IO.File.WriteAllTextAsync(path, readme[..shown.Start] + expected + readme[shown.End..], TestContext.Current.CancellationToken);
        else
            Assert.Equal(expected, shown.Text);
    }

    private static (string Text, int Start, int End) Block(string readme, string fence, int from)
    {
        var start = readme.IndexOf(fence, from, StringComparison.Ordinal) + fence.Length;
        var end = readme.IndexOf("```", start, StringComparison.Ordinal);
        return (readme[start..end], start, end);
    }
}
