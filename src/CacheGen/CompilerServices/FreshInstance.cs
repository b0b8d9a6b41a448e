using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace CacheGen.CompilerServices;

/// <summary>For generated code: how a service with cached methods is had from another scope (BackgroundScope).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FreshInstance
{
    private readonly Type[] _services;
    private readonly Func<IServiceProvider, object>? _create;

    private FreshInstance(Type[] services, Func<IServiceProvider, object>? create) => (_services, _create) = (services, create);

    /// <summary>Of a class that can be made.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="interfaces">Under which it may be registered in its own name's place.</param>
    public static FreshInstance Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(params Type[] interfaces)
        where T : class =>
        new([typeof(T), .. interfaces], typeof(T).IsAbstract ? null : static services => ActivatorUtilities.CreateInstance<T>(services));

    /// <summary>An instance of a type: the class of this, or one derived from it.</summary>
    /// <param name="services">The scope's.</param>
    /// <param name="type">What the cached method was called on.</param>
    /// <param name="isOurs">Whether the scope does not know the instance, and so does not dispose it.</param>
    internal object Create(IServiceProvider services, Type type, out bool isOurs)
    {
        isOurs = false;
        if (services.GetService(type) is { } registered)
            return registered;
        // The way the application makes it comes first: a decorator, say, is registered as the interface that it wraps, and made by its
        // constructor it would be given itself.
        foreach (var service in _services)
        {
            if (services.GetService(service) is { } instance && instance.GetType() == type)
                return instance;
        }

        isOurs = true;
        try
        {
            // Of a derived type no constructor is known at compile time, which trimming would have to spare.
            if (type == _services[0] && _create is not null)
                return _create(services);
        }
        catch (InvalidOperationException exception)
        {
            throw CannotCreate(type, exception);
        }

        throw CannotCreate(type, null);
    }

    private static InvalidOperationException CannotCreate(Type type, Exception? inner) => new(
        $"A cached method of {type} has BackgroundScope = true, but a scope of its own cannot make that type: register it, "
        + $"as services.AddScoped<{type.Name}>() for example.", inner);
}
