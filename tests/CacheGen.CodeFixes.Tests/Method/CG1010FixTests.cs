using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Method;

public class CG1010FixTests
{
    [Theory]
    [InlineData("class O { internal partial class A(MethodCache cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; } }",
        "partial class O { internal partial class A(MethodCache cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; } }")]
    [InlineData("namespace N { public interface I { public record struct R { internal partial class A(MethodCache cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; } } } }",
        "namespace N { public partial interface I { public partial record struct R { internal partial class A(MethodCache cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; } } } }")]
    public Task OuterTypes_AreMadePartial(string before, string after) => WorkingFix.VerifyAsync("CG1010", before, after);

    [Theory]
    [InlineData("class O { internal abstract class A { [Cached] public abstract int Get(int id); } }")]
    [InlineData("file partial class A(MethodCache cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; }")]
    [InlineData("class A { public void M() { [Cached] int Local(int id) => id; Local(1); } }")]
    public async Task OtherPlaces_HaveNoFix(string code) => Assert.Empty(await FixVerifier.TitlesAsync("CG1010", code));
}
