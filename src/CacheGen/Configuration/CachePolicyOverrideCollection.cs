using System.Collections;

namespace CacheGen;

/// <summary>
/// Overrides by name: <c>options.Methods["Discogs.DiscogsCatalog.GetReleaseAsync"].Ttl = TimeSpan.FromHours(12)</c>. Names are compared
/// without case, as configuration compares them.
/// </summary>
public sealed class CachePolicyOverrideCollection : IReadOnlyCollection<KeyValuePair<string, CachePolicyOverride>>
{
    private readonly Dictionary<string, CachePolicyOverride> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is said of this name; an empty override is added where nothing was.</summary>
    /// <exception cref="ArgumentNullException">The name or the override is null.</exception>
    public CachePolicyOverride this[string name]
    {
        get
        {
            if (!_byName.TryGetValue(name, out var found))
                _byName.Add(name, found = new CachePolicyOverride());
            return found;
        }
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _byName[name] = value;
        }
    }

    /// <inheritdoc/>
    public int Count => _byName.Count;

    /// <summary>Takes back what was said of this name; false where nothing was.</summary>
    public bool Remove(string name) => _byName.Remove(name);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, CachePolicyOverride>> GetEnumerator() => _byName.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal CachePolicyOverride? Find(string? name) => name is not null && _byName.TryGetValue(name, out var found) ? found : null;

    internal CachePolicyOverrideCollection Clone()
    {
        var clone = new CachePolicyOverrideCollection();
        foreach (var (name, said) in _byName)
            clone._byName.Add(name, said.Clone());
        return clone;
    }
}
