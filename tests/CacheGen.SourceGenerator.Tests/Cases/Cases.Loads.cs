namespace CacheGen.SourceGenerator.Tests;

internal static partial class Cases
{
    private static readonly Dictionary<string, UserCase> s_goldenLoads = new()
    {
        ["rate limit and a scope for each load"] = Hosted(
            """
            public interface ICatalog;

            public sealed partial class Catalog(Session session, MethodCache cache) : ICatalog, IDisposable
            {
                [Cached(Key = "release:{id}", Ttl = "24h", RefreshAfter = "12h", RateLimit = "api", BackgroundScope = true)]
                public partial Task<string> GetAsync(int id, CancellationToken ct = default);

                private async Task<string> GetCoreAsync(int id, CancellationToken ct)
                {
                    await Task.Yield();
                    return $"{id} of session {session.Number}";
                }

                public void Dispose() { }
            }
            """,
            "services.AddScoped<ICatalog, Catalog>();",
            """((Catalog)services.GetRequiredService<ICatalog>()).GetAsync(7)""",
            "7 of session 2"),
        ["room of its own"] = Hosted(
            """
            public sealed partial class Catalog(MethodCache cache)
            {
                [Cached(MaxEntries = 5_000)]
                public partial int Get(int id);

                private int GetCore(int id) => id + 1;
            }
            """,
            "services.AddScoped<Catalog>();",
            """Task.FromResult(services.GetRequiredService<Catalog>().Get(7))""",
            "8"),
    };

    private static readonly Dictionary<string, UserCase> s_loads = new()
    {
        ["scope: a class that is registered as itself"] = Hosted(ScopedClass("Catalog"), "services.AddScoped<Catalog>();", "services.GetRequiredService<Catalog>().GetAsync(1)", "2"),
        ["scope: a class that is not registered"] = Hosted(ScopedClass("Catalog"), "", "ActivatorUtilities.CreateInstance<Catalog>(services).GetAsync(1)", "2"),
        ["scope: a record, keyword names, nested and generic"] = Hosted(
            """
            public interface IService<T>;
            public static partial class @class<T>
            {
                private interface IHidden;
                public sealed partial record @record<@event>(Session session, MethodCache cache) : IService<T?[]>, IService<(int a, @event b)>, IHidden
                {
                    [Cached(BackgroundScope = true)] public partial ValueTask<int> GetAsync<@int>(int id);
                    private ValueTask<int> GetCoreAsync<@int>(int id) => new(session.Number);
                }
            }
            """,
            "",
            "ActivatorUtilities.CreateInstance<@class<int>.@record<string>>(services).GetAsync<long>(1).AsTask()",
            "2"),
        ["scope: a derived instance, registered as an interface, of an abstract class"] = Hosted(
            """
            public interface ICatalog { Task<int> GetAsync(int id); }
            public abstract partial class Catalog(Session session, MethodCache cache) : ICatalog
            {
                [Cached(BackgroundScope = true)] public partial Task<int> GetAsync(int id);
                private Task<int> GetCoreAsync(int id) => Task.FromResult(session.Number * Factor);
                protected abstract int Factor { get; }
            }
            public sealed class Tens(Session session, MethodCache cache) : Catalog(session, cache) { protected override int Factor => 10; }
            """,
            "services.AddScoped<ICatalog, Tens>();",
            "services.GetRequiredService<ICatalog>().GetAsync(1)",
            "20"),
        ["scope: a static source has no instance to make"] = Types(
            """
            internal static partial class Catalog
            {
                [Cached(BackgroundScope = true)] public static partial int Get(int id, MethodCache cache);
                private static int GetCore(int id, MethodCache cache) => id;
            }
            """,
            "Catalog.Get(5, cache).ToString()",
            "5"),
        ["scope: a keyed cache comes through the constructor"] = Hosted(
            """
            public sealed partial class Catalog(Session session, [Microsoft.Extensions.DependencyInjection.FromKeyedServices("other")] MethodCache cache)
            {
                [Cached(BackgroundScope = true)] public partial Task<int> GetAsync(int id);
                private Task<int> GetCoreAsync(int id) => InnerAsync(id);
                [Cached] public partial Task<int> InnerAsync(int id);
                private Task<int> InnerCoreAsync(int id) => Task.FromResult(session.Number);
            }
            """,
            """services.AddCacheGen("other"); services.AddScoped<Catalog>();""",
            "services.GetRequiredService<Catalog>().GetAsync(1)",
            "2"),
        ["scope: obsolete and experimental interfaces are not named"] = Hosted(
            """
            [Obsolete("gone")] public interface IGone;
            [System.Diagnostics.CodeAnalysis.Experimental("X1")] public interface INew;
            #pragma warning disable CS0618, X1
            public sealed partial class Catalog(Session session, MethodCache cache) : IGone, INew
            #pragma warning restore CS0618, X1
            {
                [Cached(BackgroundScope = true)] public partial Task<int> GetAsync(int id);
                private Task<int> GetCoreAsync(int id) => Task.FromResult(session.Number);
            }
            """,
            "services.AddScoped<Catalog>();",
            "services.GetRequiredService<Catalog>().GetAsync(1)",
            "2"),
        ["rate limit with an awkward name"] = new(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                public const string Name = "a \"b\"\\ {c}\n";
                [Cached(RateLimit = Name)] public partial int Get(int id);
                private int GetCore(int id) => id;
            }

            public static class Program
            {
                public static async Task<string> Run()
                {
                    await Task.Yield();
                    var options = new CacheGenOptions();
                    using var limiter = RateLimits.AtATime(1).Build();
                    options.RateLimiters.Add(Catalog.Name, limiter);
                    return new Catalog(MethodCache.CreateInProcess(options)).Get(3).ToString();
                }
            }
            """,
            "3"),
        ["rate limit and scope, of which MethodCache.None knows nothing"] = Types(
            """
            internal sealed partial class Catalog(MethodCache cache)
            {
                [Cached(RateLimit = "unknown", BackgroundScope = true)] public partial int Get(int id);
                private int GetCore(int id) => id;
            }
            """,
            "new Catalog(MethodCache.None).Get(3).ToString()",
            "3"),
    };

    private static string ScopedClass(string name) =>
        $$"""
        public sealed partial class {{name}}(Session session, MethodCache cache)
        {
            [Cached(BackgroundScope = true)] public partial Task<int> GetAsync(int id);
            private Task<int> GetCoreAsync(int id) => Task.FromResult(session.Number);
        }
        """;

    /// <summary>Types in a container, where each scope has a session with a number of its own: the request's is the first.</summary>
    private static UserCase Hosted(string types, string register, string call, string says) => new(
        $$"""
        using Microsoft.Extensions.DependencyInjection;

        {{types}}

        public sealed class Session
        {
            private static int s_count;
            public int Number { get; } = ++s_count;
        }

        public static class Program
        {
            public static async Task<string> Run()
            {
                IServiceCollection services = new ServiceCollection();
                services.AddCacheGen().AddRateLimiter("api", RateLimits.AtATime(1));
                services.AddScoped<Session>();
                {{register}}
                await using var provider = services.BuildServiceProvider(validateScopes: true);
                await using var scope = provider.CreateAsyncScope();
                return await RunAsync(scope.ServiceProvider);
            }

            private static async Task<string> RunAsync(IServiceProvider services) => string.Concat(await {{call}});
        }
        """, says);
}
