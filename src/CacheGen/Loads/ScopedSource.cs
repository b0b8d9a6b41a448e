using CacheGen.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace CacheGen.Loads;

/// <summary>A source on an instance of its type that is made for this call, in a scope that ends with it.</summary>
internal sealed class ScopedSource<TSelf, TArgs, TValue> : CacheSource<TValue>
{
    private readonly IServiceScopeFactory _scopes;
    private readonly FreshInstance _fresh;
    private readonly Type _type;
    private readonly TArgs _args;
    private readonly Func<TSelf, TArgs, CancellationToken, ValueTask<TValue>> _source;

    public ScopedSource(
        CacheTable table, FreshInstance fresh, Type type, TArgs args,
        Func<TSelf, TArgs, CancellationToken, ValueTask<TValue>> source, bool isSynchronous) : base(isSynchronous)
    {
        var services = table.Cache.Options.Services ?? throw new InvalidOperationException(
            $"{table.Method.Id} has BackgroundScope = true, but its cache has no services to make a scope of: "
            + "get the cache from services.AddCacheGen(), or set CacheGenOptions.Services.");
        _scopes = services.GetRequiredService<IServiceScopeFactory>();
        (_fresh, _type, _args, _source) = (fresh, type, args, source);
    }

    public override async ValueTask<TValue> InvokeAsync(CancellationToken cancellationToken)
    {
        var scope = _scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var instance = _fresh.Create(scope.ServiceProvider, _type, out var isOurs);
            try
            {
                return await _source((TSelf)instance, _args, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                if (isOurs)
                    await DisposeAsync(instance).ConfigureAwait(false);
            }
        }
    }

    private static ValueTask DisposeAsync(object instance)
    {
        if (instance is IAsyncDisposable disposable)
            return disposable.DisposeAsync();
        (instance as IDisposable)?.Dispose();
        return default;
    }
}
