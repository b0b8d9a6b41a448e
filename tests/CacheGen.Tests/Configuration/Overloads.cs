namespace CacheGen.Tests.Configuration;

/// <summary>Methods whose names alone do not always say which is meant.</summary>
public partial class Overloads(MethodCache cache)
{
    [Cached(Profile = "overloads")]
    public partial Task<int> FindAsync(int id);

    [Cached]
    public partial Task<int> FindAsync(string name);

    [Cached]
    public partial Task<T> GenericAsync<T>(int id);

    private static Task<int> FindCoreAsync(int id) => Task.FromResult(id);

    private static Task<int> FindCoreAsync(string name) => Task.FromResult(name.Length);

    private static Task<T> GenericCoreAsync<T>(int id) => Task.FromResult((T)(object)id);

    internal sealed partial class Nested(MethodCache cache)
    {
        [Cached]
        public partial Task<int> OnlyAsync();

        private static Task<int> OnlyCoreAsync() => Task.FromResult(1);
    }
}
