using CacheGen.Invalidation;

namespace CacheGen;

public abstract partial class MethodCache
{
    private readonly AsyncLocal<InvalidationScope?> _scope = new();

    /// <summary>The scope that this flow of control is in; one that has ended is none.</summary>
    internal InvalidationScope? Scope => _scope.Value is { HasEnded: false } scope ? scope : null;

    /// <summary>
    /// From here on, until the scope completes, methods with <see cref="InvalidatesAttribute"/> and <see cref="UpdatesAttribute"/> that this code calls
    /// leave this cache alone. Begin it where the transaction begins: a method that is awaited cannot begin it for its caller.
    /// </summary>
    public ICacheInvalidationScope BeginInvalidationScope()
    {
        if (Scope is { } outer)
            return new JoinedScope(outer);
        return _scope.Value = new InvalidationScope(this);
    }

    /// <summary>In another flow of control than the one that began it, an ended scope stays to be found ended.</summary>
    internal void Leave(InvalidationScope scope)
    {
        if (ReferenceEquals(_scope.Value, scope))
            _scope.Value = null;
    }
}
