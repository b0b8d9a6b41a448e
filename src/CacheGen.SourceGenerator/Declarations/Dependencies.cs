namespace CacheGen.SourceGenerator.Declarations;

/// <summary>
/// What the declarations of a file can depend on. C# knows declarations by their names: a file depends on those that declare a type by a name that it
/// mentions, on those that these depend on, and on which namespaces there are by such names. That is more than it does depend on, and never less. A key
/// is a hash of a file and of the keys of what it depends on; files that depend on one another share one.
/// </summary>
internal sealed class Dependencies
{
    private readonly DeclaredCompilation _compilation;
    private readonly Dictionary<string, List<int>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _namespaces = new(StringComparer.Ordinal);

    // Behind the files: what each of them depends on without a word of it.
    private readonly int _all;
    private readonly int[] _ofAll;
    private readonly string?[] _keys;

    // Tarjan's algorithm for strongly connected components, with a stack of its own: a chain of files may be long.
    private readonly int[] _number;
    private readonly int[] _low;
    private readonly Stack<int> _open = new();
    private int _visited;

    public Dependencies(DeclaredCompilation compilation)
    {
        _compilation = compilation;
        var files = compilation.Files;
        for (var i = 0; i < files.Count; i++)
        {
            foreach (var name in files[i].Types)
                Of(_types, name).Add(i);
            foreach (var name in files[i].Namespaces)
                Of(_namespaces, name.Substring(name.LastIndexOf('.') + 1)).Add(name);
        }

        _all = files.Count;
        _ofAll = [.. Enumerable.Range(0, _all).Where(i => files[i].IsKnownToCompiler || files[i].MentionedForAll is not null)
            .Concat(files.SelectMany(file => file.MentionedForAll ?? []).SelectMany(Declaring)).Distinct().OrderBy(i => i)];
        _keys = new string?[_all + 1];
        _number = new int[_all + 1];
        _low = new int[_all + 1];
    }

    public string KeyOf(int file)
    {
        if (_keys[file] is null)
            Visit(file);
        return _keys[file]!;
    }

    private static T Of<T>(Dictionary<string, T> all, string name) where T : new()
    {
        if (!all.TryGetValue(name, out var of))
            all.Add(name, of = new());
        return of;
    }

    private IEnumerable<int> Declaring(string name) => _types.TryGetValue(name, out var files) ? files : [];

    private IEnumerable<int> From(int node) => node == _all ? _ofAll : _compilation.Files[node].Mentioned.SelectMany(Declaring).Append(_all);

    private void Visit(int root)
    {
        var path = new Stack<(int Node, IEnumerator<int> Next)>();
        Enter(root);
        while (path.Count > 0)
        {
            var (node, next) = path.Peek();
            if (next.MoveNext())
            {
                if (_number[next.Current] == 0)
                    Enter(next.Current);
                else if (_keys[next.Current] is null)
                    _low[node] = Math.Min(_low[node], _number[next.Current]);
                continue;
            }

            path.Pop();
            if (path.Count > 0)
                _low[path.Peek().Node] = Math.Min(_low[path.Peek().Node], _low[node]);
            if (_low[node] == _number[node])
                Close(node);
        }

        void Enter(int node)
        {
            _number[node] = _low[node] = ++_visited;
            _open.Push(node);
            path.Push((node, From(node).GetEnumerator()));
        }
    }

    /// <summary>All that were opened since a node depend on one another.</summary>
    private void Close(int node)
    {
        var members = new SortedSet<int>();
        do
            members.Add(_open.Peek());
        while (_open.Pop() != node);

        var others = new SortedSet<string>(members.SelectMany(From).Distinct().Where(other => !members.Contains(other)).Select(other => _keys[other]!), StringComparer.Ordinal);
        others.UnionWith(members.Where(member => member != _all).SelectMany(member => _compilation.Files[member].Mentioned).Distinct()
            .SelectMany(name => _namespaces.TryGetValue(name, out var named) ? named : []));
        // In the order of the compilation, which is that of the parts of a type.
        var key = Digest.Of(string.Join("\n", members.Select(TextOf).Concat(others)));
        foreach (var member in members)
            _keys[member] = key;
    }

    private string TextOf(int node) => node == _all ? "all"
        : _compilation.IsGenerated.Count == 0 ? _compilation.Files[node].Text
        : $"{_compilation.Files[node].Text} {_compilation.IsGenerated[node]}";
}
