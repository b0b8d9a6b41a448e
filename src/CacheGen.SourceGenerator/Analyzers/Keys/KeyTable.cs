using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>
/// The keys of a compilation and of what it references. Made once in a compilation and read by need: of all types only what their keys begin with,
/// and methods only of types whose keys begin alike, which are few where each type has a prefix of its own. So a key press costs little.
/// </summary>
internal sealed class KeyTable
{
    private static readonly ConditionalWeakTable<Compilation, KeyTable> s_tables = new();

    private readonly Compilation _compilation;
    private readonly Dictionary<INamedTypeSymbol, KeyGroup> _own = new(SymbolEqualityComparer.Default);
    private readonly KeyGroup[] _groups;
    private readonly string[] _leads;
    private readonly int[] _lengths;
    private readonly HashSet<KeyGroup> _read = [];
    private readonly KeyIndex _index = new();

    private KeyTable(Compilation compilation)
    {
        _compilation = compilation;
        foreach (var type in CachedTypes.Of(compilation))
            _own[type] = KeyGroup.Of(type, compilation, null);
        _groups = [.. _own.Values.Concat(Referenced(compilation)).OrderBy(group => group.Lead, StringComparer.Ordinal)];
        _leads = [.. _groups.Select(group => group.Lead)];
        _lengths = [.. _leads.Select(lead => lead.Length).Distinct().OrderBy(length => length)];
    }

    public static KeyTable Of(Compilation compilation) => s_tables.GetValue(compilation, static compilation => new KeyTable(compilation));

    /// <summary>Methods of a type, each with the other methods that can make one of its keys, and such a key.</summary>
    public IReadOnlyList<(KeyPattern Pattern, IReadOnlyList<(KeyPattern Pattern, string Key)> Others)> Collisions(
        INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // A type whose attributes have other names by a global using is not seen from others, but sees them.
        if (!_own.TryGetValue(type, out var own))
            own = KeyGroup.Of(type, _compilation, null);
        var groups = Near(own.Lead).Append(own).Distinct().ToArray();
        foreach (var group in groups)
            group.Patterns(cancellationToken);
        var collisions = new List<(KeyPattern, IReadOnlyList<(KeyPattern, string)>)>();
        lock (_index)
        {
            foreach (var pattern in groups.Where(_read.Add).SelectMany(group => group.Patterns(cancellationToken)))
                _index.Add(pattern);
            foreach (var pattern in own.Patterns(cancellationToken))
            {
                var others = _index.Find(pattern, cancellationToken).Where(other => other.Pattern != pattern && !IsSame(other.Pattern, pattern))
                    .OrderBy(other => other.Pattern.Assembly, StringComparer.Ordinal).ThenBy(other => other.Pattern.Id, StringComparer.Ordinal).ToArray();
                if (others.Length > 0)
                    collisions.Add((pattern, others));
            }
        }

        return collisions;
    }

    /// <summary>The same source, compiled into two assemblies.</summary>
    private static bool IsSame(KeyPattern one, KeyPattern other) =>
        one.Assembly != other.Assembly && one.Id == other.Id && one.Template == other.Template && one.ValueType == other.ValueType;

    /// <summary>The groups one of whose keys may be one of a group that begins with this.</summary>
    private IEnumerable<KeyGroup> Near(string lead)
    {
        foreach (var length in _lengths.TakeWhile(length => length < lead.Length))
        {
            var shorter = lead.Substring(0, length);
            for (var i = FirstFrom(shorter); i < _leads.Length && _leads[i] == shorter; i++)
                yield return _groups[i];
        }

        for (var i = FirstFrom(lead); i < _leads.Length && _leads[i].StartsWith(lead, StringComparison.Ordinal); i++)
            yield return _groups[i];
    }

    private int FirstFrom(string lead)
    {
        var (low, high) = (0, _leads.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_leads[middle], lead) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Of compiled assemblies their catalogs; projects beside this one in an editor have theirs not yet, but are there as source.</summary>
    private static IEnumerable<KeyGroup> Referenced(Compilation compilation)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            var groups = compilation.GetMetadataReference(assembly) is CompilationReference { Compilation: { } source }
                ? CachedTypes.Of(source).Select(type => KeyGroup.Of(type, source, assembly.Name))
                : KeyGroup.Of(assembly);
            foreach (var group in groups)
                yield return group;
        }
    }
}
