using CacheGen.CodeFixes.Tests.Harness;
using Xunit;

namespace CacheGen.CodeFixes.Tests.Method;

public class CG1001FixTests
{
    [Fact]
    public Task Type_IsMadePartial() => FixVerifier.FixAsync(
        "CG1001",
        "internal sealed class A(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; }",
        "internal sealed partial class A(MethodCache cache) { [Cached] public partial int Get(int id); private int GetCore(int id) => id; }");

    [Fact]
    public Task Types_AreMadePartialAtOnce() => FixVerifier.FixAllAsync(
        "CG1001",
        "class A(MethodCache cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; } record B(MethodCache Cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; }",
        "partial class A(MethodCache cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; } partial record B(MethodCache Cache) { [Cached] public partial int Get(int id); int GetCore(int id) => id; }");
}
