using System.Collections.Concurrent;
using System.Reflection;
using Castle.DynamicProxy;
using Microsoft.Extensions.Caching.Memory;

namespace CacheGen.Benchmarks.Hits;

/// <summary>What marks a method for <see cref="CachingInterceptor"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CacheableAttribute : Attribute
{
    public int Seconds { get; init; }
}

/// <summary>What a proxy is put around.</summary>
public interface ICatalog
{
    [Cacheable(Seconds = 3600)]
    Task<Release> GetAsync(int id);

    [Cacheable(Seconds = 3600)]
    Task<Release> NamedAsync(string name);

    [Cacheable(Seconds = 3600)]
    Task<Release> OrderedAsync(Guid id);

    [Cacheable(Seconds = 3600)]
    Task<Release> SearchAsync(string query, int page, string sort);
}

/// <summary>
/// Caching as proxy libraries do it: a key of type, method and arguments as text, the value in an IMemoryCache, and a task around it, made by
/// reflection, for whoever expects one. Libraries ask each call's method for its attribute (EasyCaching's interceptor for Castle does so
/// four times a call, where this one asks once); a lean one would remember the answer, and is measured beside.
/// </summary>
internal sealed class CachingInterceptor(IMemoryCache cache, bool lean) : IInterceptor
{
    private readonly ConcurrentDictionary<MethodInfo, CacheableAttribute?> _attributes = new();
    private readonly ConcurrentDictionary<Type, TaskMethods> _tasks = new();

    public static ICatalog Around(ICatalog catalog, bool lean = false) =>
        new ProxyGenerator().CreateInterfaceProxyWithTarget(catalog, new CachingInterceptor(new MemoryCache(new MemoryCacheOptions()), lean));

    public void Intercept(IInvocation invocation)
    {
        var method = invocation.Method;
        var attribute = lean ? _attributes.GetOrAdd(method, AttributeOf) : AttributeOf(method);
        if (attribute is null)
        {
            invocation.Proceed();
            return;
        }

        var tasks = _tasks.GetOrAdd(method.ReturnType, static type => TaskMethods.For(type.GetGenericArguments()[0]));
        var key = $"{method.DeclaringType!.FullName}.{method.Name}({string.Join(',', invocation.Arguments)})";
        if (cache.TryGetValue(key, out var value))
        {
            invocation.ReturnValue = tasks.FromResult.Invoke(null, [value]);
            return;
        }

        invocation.Proceed();
        invocation.ReturnValue = tasks.StoreAsync.Invoke(null, [cache, key, TimeSpan.FromSeconds(attribute.Seconds), invocation.ReturnValue]);
    }

    private static CacheableAttribute? AttributeOf(MethodInfo method) => method.GetCustomAttribute<CacheableAttribute>();

    private static async Task<T> StoreAsync<T>(IMemoryCache cache, string key, TimeSpan ttl, Task<T> task) =>
        cache.Set(key, await task.ConfigureAwait(false), ttl);

    private sealed record TaskMethods(MethodInfo FromResult, MethodInfo StoreAsync)
    {
        public static TaskMethods For(Type value) => new(
            typeof(Task).GetMethod(nameof(Task.FromResult))!.MakeGenericMethod(value),
            typeof(CachingInterceptor).GetMethod(nameof(CachingInterceptor.StoreAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(value));
    }
}

/// <summary>The service behind the proxy.</summary>
internal sealed class PlainCatalog : ICatalog
{
    public Task<Release> GetAsync(int id) => Task.FromResult(Release.Some);

    public Task<Release> NamedAsync(string name) => Task.FromResult(Release.Some);

    public Task<Release> OrderedAsync(Guid id) => Task.FromResult(Release.Some);

    public Task<Release> SearchAsync(string query, int page, string sort) => Task.FromResult(Release.Some);
}
