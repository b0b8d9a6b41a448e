namespace CacheGen.SourceGenerator.Declarations;

/// <summary>
/// What the declarations of a file can depend on. C# knows declarations by their names: a file depends on those that declare a type by a name that it
/// mentions, on those that these depend on, and on which namespaces there are by such names. That is more than it does depend on, and never less. A key
/// is a hash of a file and of the keys of what it depends on; files that depend on one another share one.
/// </summary>
internal sealed class Dependencies
{
    private readonly DeclaredCompilation _compilation;
    private readonly Dictionary<string, Named> _named = new(StringComparer.Ordinal);

    // Behind the files: what each of them depends on without a word of it.
    private readonly int _all;
    private readonly Node?[] _nodes;

    // Tarjan's algorithm for strongly connected components, with a stack of its own: a chain of files may be long.
    private readonly Stack<Node> _open = new();
    private int _visited;

    public Dependencies(DeclaredCompilation compilation)
    {
        _compilation = compilation;
        var files = compilation.Files;
        _all = files.Count;
        _nodes = new Node?[_all + 1];
        for (var i = 0; i < files.Count; i++)
        {
            foreach (var name in files[i].Types)
                For(name).Files.Add(i);
            foreach (var name in files[i].Namespaces)
                For(name.Substring(name.LastIndexOf('.') + 1)).Namespaces.Add(name);
        }
    }

    public string KeyOf(int file)
    {
        if (_nodes[file]?.Key is null)
            Visit(file);
        return _nodes[file]!.Key!;
    }

    private Named For(string name)
    {
        if (!_named.TryGetValue(name, out var named))
            _named.Add(name, named = new());
        return named;
    }

    private Node Open(int index)
    {
        var node = _nodes[index] = new Node(index, ++_visited);
        if (index < _all)
        {
            node.On.Add(_all);
            Mention(node, _compilation.Files[index].Mentioned);
        }
        else
        {
            for (var i = 0; i < _all; i++)
            {
                var file = _compilation.Files[i];
                if (file.IsKnownToCompiler || file.MentionedForAll is not null)
                    node.On.Add(i);
                Mention(node, file.MentionedForAll ?? []);
            }
        }

        _open.Push(node);
        return node;
    }

    private void Mention(Node node, IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            if (!_named.TryGetValue(name, out var named))
                continue;
            node.On.AddRange(named.Files);
            node.Namespaces.AddRange(named.Namespaces);
        }
    }

    private void Visit(int root)
    {
        var path = new Stack<Node>();
        path.Push(Open(root));
        while (path.Count > 0)
        {
            var node = path.Peek();
            if (node.Next < node.On.Count)
            {
                var other = _nodes[node.On[node.Next++]];
                if (other is null)
                    path.Push(Open(node.On[node.Next - 1]));
                else if (other.Key is null)
                    node.Low = Math.Min(node.Low, other.Number);
                continue;
            }

            path.Pop();
            if (path.Count > 0)
                path.Peek().Low = Math.Min(path.Peek().Low, node.Low);
            if (node.Low == node.Number)
                Close(node);
        }
    }

    /// <summary>All that were opened since a node depend on one another.</summary>
    private void Close(Node node)
    {
        var members = new List<Node>();
        do
            members.Add(_open.Peek());
        while (_open.Pop() != node);

        // In the order of the compilation, which is that of the parts of a type.
        members.Sort(static (one, other) => one.Index - other.Index);
        var others = members.SelectMany(member => member.On).Select(index => _nodes[index]!.Key).OfType<string>()
            .Concat(members.SelectMany(member => member.Namespaces)).Distinct().OrderBy(text => text, StringComparer.Ordinal);
        var key = Digest.Of(string.Join("\n", members.Select(member => TextOf(member.Index)).Concat(others)));
        foreach (var member in members)
            member.Key = key;
    }

    private string TextOf(int index) => index == _all ? "all"
        : _compilation.IsGenerated.Count == 0 ? _compilation.Files[index].Text
        : $"{_compilation.Files[index].Text} {_compilation.IsGenerated[index]}";

    /// <summary>What has a name.</summary>
    private sealed class Named
    {
        public List<int> Files { get; } = [];

        public SortedSet<string> Namespaces { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>A file, or all of them, on the way to its key.</summary>
    private sealed class Node(int index, int number)
    {
        public int Index => index;

        public int Number { get; } = number;

        public int Low { get; set; } = number;

        public int Next { get; set; }

        public List<int> On { get; } = [];

        public List<string> Namespaces { get; } = [];

        public string? Key { get; set; }
    }
}
