namespace CacheGen;

/// <summary>
/// Holds back what <see cref="InvalidatesAttribute"/> and <see cref="UpdatesAttribute"/> do to one cache until a database transaction has been
/// committed: a reader that comes between the invalidation and the commit would load the old row, and cache it again.
/// </summary>
/// <remarks>
/// The scope reaches all that its code calls and awaits, in parallel too. While it lasts, entries that are to be updated are removed instead: what a
/// row is like at the end of the transaction nobody knows before. A scope within a scope of the same cache joins it: what was collected is released when
/// the outermost completes. Each cache has its own scopes.
/// </remarks>
/// <example>
/// <code>
/// await using var scope = cache.BeginInvalidationScope();
/// await using var transaction = await db.Database.BeginTransactionAsync();
/// await catalog.SaveAsync(release);
/// await transaction.CommitAsync();
/// await scope.CompleteAsync();
/// </code>
/// </example>
public interface ICacheInvalidationScope : IDisposable, IAsyncDisposable
{
    /// <summary>Has an entry removed when the scope completes.</summary>
    /// <exception cref="ObjectDisposedException">The scope was disposed before.</exception>
    void Remove<TValue>(CacheHandle<TValue> entry);

    /// <summary>Has all entries of a tag removed when the scope completes.</summary>
    /// <param name="tag">As <see cref="MethodCache.RemoveByTag"/> takes it.</param>
    /// <exception cref="ObjectDisposedException">The scope was disposed before.</exception>
    void RemoveByTag(string tag);

    /// <summary>
    /// Removes what was collected; to be called once the transaction has been committed. A scope that is disposed without this removes nothing.
    /// What is invalidated later acts at once.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The scope was disposed before.</exception>
    void Complete();

    /// <inheritdoc cref="Complete"/>
    ValueTask CompleteAsync();
}
