using CacheGen.Conformance;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CacheGen.Tests.Loads;

/// <summary>Which instance a load with a scope of its own runs on.</summary>
public class FreshInstanceTests
{
    [Fact]
    public async Task InstanceOfItsOwnMaking_IsDisposedWithTheLoad()
    {
        await using var services = Services(_ => { });
        var part = new DisposablePart(services.GetRequiredService<Disposals>(), services.GetRequiredService<MethodCache>());
        Assert.Equal("answer", await part.GetAsync(1));
        Assert.Equal(1, services.GetRequiredService<Disposals>().Count);
    }

    [Fact]
    public async Task RegisteredInstance_IsDisposedOnceByItsScope()
    {
        await using var services = Services(collection => collection.AddScoped<DisposablePart>());
        await using var request = services.CreateAsyncScope();
        Assert.Equal("answer", await request.ServiceProvider.GetRequiredService<DisposablePart>().GetAsync(1));
        Assert.Equal(1, services.GetRequiredService<Disposals>().Count);
    }

    [Fact]
    public async Task DerivedInstance_IsHadAsItIsRegistered()
    {
        await using var services = Services(collection => collection.AddScoped<DisposablePart, DerivedPart>());
        await using var request = services.CreateAsyncScope();
        Assert.Equal("derived answer", await request.ServiceProvider.GetRequiredService<DisposablePart>().GetAsync(1));
    }

    [Fact]
    public async Task DerivedInstanceThatNobodyRegistered_IsAClearError()
    {
        await using var services = Services(_ => { });
        using var part = new DerivedPart(services.GetRequiredService<Disposals>(), services.GetRequiredService<MethodCache>());
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => part.GetAsync(1));
        Assert.Contains("services.AddScoped<DerivedPart>()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InstanceThatCannotBeMade_IsAClearError()
    {
        await using var services = Services(_ => { });
        var part = new NumberedPart(7, services.GetRequiredService<MethodCache>());
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => part.GetAsync(1));
        Assert.Contains("services.AddScoped<NumberedPart>()", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.InnerException);
    }

    [Fact]
    public async Task Factory_MakesWhatNoConstructorCan()
    {
        await using var services = Services(collection => collection.AddScoped<INumbered>(provider => new NumberedPart(9, provider.GetRequiredService<MethodCache>())));
        var part = new NumberedPart(7, services.GetRequiredService<MethodCache>());
        Assert.Equal(9, await part.GetAsync(1));
    }

    private static ServiceProvider Services(Action<IServiceCollection> register)
    {
        var collection = new ServiceCollection().AddSingleton<Disposals>();
        collection.AddCacheGen();
        register(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }
}

public sealed class Disposals
{
    public int Count { get; set; }
}

public partial class DisposablePart(Disposals disposals, MethodCache cache) : IDisposable
{
    [Cached(BackgroundScope = true)]
    public partial Task<string> GetAsync(int id);

    public void Dispose()
    {
        disposals.Count++;
        GC.SuppressFinalize(this);
    }

    protected virtual string Answer => "answer";

    private async Task<string> GetCoreAsync(int id)
    {
        await Task.Yield();
        return disposals.Count == 0 ? Answer : "after disposal";
    }
}

public sealed class DerivedPart(Disposals disposals, MethodCache cache) : DisposablePart(disposals, cache)
{
    protected override string Answer => "derived answer";
}

public interface INumbered;

public sealed partial class NumberedPart(int number, MethodCache cache) : INumbered
{
    [Cached(BackgroundScope = true)]
    public partial Task<int> GetAsync(int id);

    private Task<int> GetCoreAsync(int id) => Task.FromResult(number);
}
