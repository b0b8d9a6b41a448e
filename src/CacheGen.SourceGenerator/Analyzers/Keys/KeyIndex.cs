namespace CacheGen.SourceGenerator.Analyzers.Keys;

/// <summary>
/// Key patterns by their segments, as a tree: a pattern is compared only with those whose segments so far overlap with its own, and two
/// segments, however many patterns have them, are compared once.
/// </summary>
internal sealed class KeyIndex
{
    private readonly Node _root = new();
    private readonly Dictionary<string, FormAutomaton> _automata = [];
    private readonly Dictionary<(string, string), string?> _shared = [];

    public void Add(KeyPattern pattern)
    {
        var node = _root;
        foreach (var segment in pattern.Segments)
        {
            var children = segment.IsLiteral ? node.Literals : node.Forms;
            if (!children.TryGetValue(segment.Form, out var child))
                children[segment.Form] = child = new Node();
            node = child;
        }

        node.Patterns.Add(pattern);
    }

    /// <summary>All patterns that can make a key of this one, itself too, each with such a key.</summary>
    public IReadOnlyList<(KeyPattern Pattern, string Key)> Find(KeyPattern pattern, CancellationToken cancellationToken)
    {
        var found = new List<(KeyPattern, string)>();
        Find(_root, pattern, 0, "", found, cancellationToken);
        return found;
    }

    private void Find(Node node, KeyPattern pattern, int depth, string key, List<(KeyPattern, string)> found, CancellationToken cancellationToken)
    {
        if (depth == pattern.Segments.Count)
        {
            found.AddRange(node.Patterns.Select(other => (other, key.Substring(1))));
            return;
        }

        var segment = pattern.Segments[depth];
        if (!segment.IsLiteral)
        {
            foreach (var child in node.Literals)
                Go(child);
        }
        else if (node.Literals.TryGetValue(segment.Form, out var same))
        {
            Go(new(segment.Form, same));
        }

        foreach (var child in node.Forms)
            Go(child);

        void Go(KeyValuePair<string, Node> child)
        {
            if (Shared(segment.Form, child.Key, cancellationToken) is { } text)
                Find(child.Value, pattern, depth + 1, $"{key}:{text}", found, cancellationToken);
        }
    }

    private string? Shared(string one, string other, CancellationToken cancellationToken)
    {
        var pair = string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
        if (!_shared.TryGetValue(pair, out var text))
            _shared[pair] = text = FormAutomaton.Shared(Automaton(one), Automaton(other), cancellationToken);
        return text;
    }

    private FormAutomaton Automaton(string form)
    {
        if (!_automata.TryGetValue(form, out var automaton))
            _automata[form] = automaton = new FormAutomaton(form);
        return automaton;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Node> Forms { get; } = new(StringComparer.Ordinal);

        public List<KeyPattern> Patterns { get; } = [];
    }
}
