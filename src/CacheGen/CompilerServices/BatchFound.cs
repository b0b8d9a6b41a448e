using System.ComponentModel;
using System.Runtime.InteropServices;

namespace CacheGen.CompilerServices;

/// <summary>What a call of a batch method has found: the caller's ids, each once and in his order, with their values.</summary>
/// <typeparam name="TId">The id of an item.</typeparam>
/// <typeparam name="TValue">An item as it is cached: null for an id that nothing goes by.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchFound<TId, TValue>
    where TId : notnull
{
    private readonly Dictionary<TId, TValue> _values;
    private readonly List<TId> _ids;

    internal BatchFound(int count)
    {
        _values = new(count);
        _ids = new(count);
    }

    /// <summary>Each id with its value, null too.</summary>
    public Dictionary<TId, TValue> All() => _values;

    /// <summary>The ids that have a value.</summary>
    public Dictionary<TId, TValue> Present()
    {
        foreach (var id in _ids)
        {
            if (_values[id] is null)
                _values.Remove(id);
        }

        return _values;
    }

    /// <summary>A value for each id, null too.</summary>
    public List<TValue> AllInOrder() => _ids.ConvertAll(id => _values[id]);

    /// <summary>The values that there are.</summary>
    public List<TValue> PresentInOrder()
    {
        var values = AllInOrder();
        values.RemoveAll(static value => value is null);
        return values;
    }

    /// <summary>Looks for the values in this process. Returns the ids of those that are not there; null for none.</summary>
    internal List<TId>? Look<TKey, TArgs>(CacheTable<TKey, TValue> table, IEnumerable<TId> ids, TArgs args, Func<TId, TArgs, TKey> key)
        where TKey : notnull
    {
        List<TId>? missing = null;
        var hits = 0;
        foreach (var id in ids)
        {
            // Without optimisation a null check boxes a struct.
            if (!typeof(TId).IsValueType && id is null)
                throw new ArgumentException($"One of the ids given to a batch of {table.Method.Id} is null: leave it out.", nameof(ids));
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_values, id, out var isThere);
            if (isThere)
                continue;
            _ids.Add(id);
            if (table.TryGetUncounted(key(id, args), out var value))
            {
                place = value;
                hits++;
            }
            else
            {
                (missing ??= []).Add(id);
            }
        }

        if (hits > 0)
            table.Counters.Hit(hits);
        return missing;
    }

    internal void Set(TId id, TValue value) => _values[id] = value;
}
