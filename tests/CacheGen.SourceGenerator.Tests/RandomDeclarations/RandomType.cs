namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>A type with methods of ours: what it is, where it has its cache, what stands in it.</summary>
internal sealed class RandomType
{
    private readonly Dice _dice;
    private readonly RandomFile _file;
    private readonly string _name;
    private readonly List<string> _ours = [];
    private readonly List<string> _support = [];
    private readonly List<string> _wrapped = [];
    private readonly HashSet<string> _signatures = [];
    private readonly HashSet<string> _names = [];
    private readonly string _keyword;
    private readonly string _typeParameters;

    public RandomType(Dice dice, RandomFile file, string name)
    {
        (_dice, _file, _name) = (dice, file, name);
        _keyword = dice.Mostly(["sealed partial class", "partial class", "partial class", "partial record", "partial struct", "readonly partial struct", "partial record struct", "static partial class"], "partial interface", "ref partial struct", "class", "abstract partial class", "sealed unsafe partial class");
        _typeParameters = dice.OnceIn(5) ? dice.Pick("<TOwn>", "<TOwn, @for>") : "";
        if (dice.OnceIn(5) && !IsStatic)
            Wrapped = $"I{name}";
        Self = name + _typeParameters.Replace("TOwn", "int", StringComparison.Ordinal).Replace("@for", "string", StringComparison.Ordinal);
    }

    public bool IsStatic => _keyword.StartsWith("static", StringComparison.Ordinal);

    /// <summary>The type with arguments, as others name it.</summary>
    public string Self { get; private set; }

    /// <summary>What stands where T does in methods that have none.</summary>
    public string TypeArgument => _typeParameters.Length > 0 ? "TOwn" : "long";

    /// <summary>An interface that it wraps.</summary>
    public string? Wrapped { get; }

    public List<RandomSignature> Overridable { get; } = [];

    /// <summary>Accessibilities that methods of such a type may have.</summary>
    public string[] Accessibilities => Wrapped is not null ? ["public "]
        : _keyword.EndsWith("struct", StringComparison.Ordinal) || IsStatic ? ["public ", "internal ", "private "]
        : ["public ", "internal ", "private ", "protected internal ", "private protected "];

    /// <summary>False where the compiler would say that there is one already.</summary>
    public bool TryAdd(RandomSignature method) => method.Parameters.Select(parameter => parameter.Name).Distinct().Count() == method.Parameters.Count && _signatures.Add(method.Identity);

    public void Ours(string member) => _ours.Add(member);

    public void Support(string member) => _support.Add(member);

    /// <summary>The name, with a number where it is taken, but for some overloads.</summary>
    public string Free(string name) => _names.Add(name) || _dice.OnceIn(4) ? name : Free(name + "3");

    public void SupportOnce(string mark, string member)
    {
        if (!_support.Any(other => other.Contains(mark, StringComparison.Ordinal)))
            _support.Add(member);
    }

    public void Wrap(RandomSignature method) =>
        _wrapped.Add($"{method.Returns} {method.Name}{method.TypeParameters}({string.Join(", ", method.Parameters.Select(parameter => parameter.Bare + parameter.Behind))}) {method.Constraint};");

    public void Offer(RandomSignature method) => _file.Targets.Add(new RandomTarget(Self, method.Name, method.TypeParameters, method.Constraint, method.Parameters, method.Value));

    public string Write()
    {
        for (var count = 1 + _dice.Below(4); count > 0; count--)
        {
            if (_dice.OnceIn(4))
                new RandomBatch(_dice, this).Write();
            else if (_dice.OnceIn(3) && _file.Targets.Count > 0)
                new RandomWrite(_dice, this, _file.Targets).Write();
            else
                new RandomCached(_dice, this).Write();
        }

        foreach (var member in Words.Awkward.Where(_ => _dice.OnceIn(20)))
        {
            if (!IsStatic && !_keyword.Contains("readonly", StringComparison.Ordinal) || member.Contains("static", StringComparison.Ordinal) || member.Contains("const", StringComparison.Ordinal))
                Support(member);
        }

        var (parameters, bases) = Cache();
        var attributes = Attributes();
        var all = _dice.Shuffled(_ours.Concat(_support));
        // Over two declarations, the second without what the first says.
        var first = _dice.OnceIn(4) && _keyword.Contains("partial", StringComparison.Ordinal) ? all.Take(all.Count / 2).ToList() : all;
        var text = $"{attributes}{Accessibility()} {_keyword} {_name}{_typeParameters}{parameters}{bases}\n{{\n    {string.Join("\n    ", first)}\n}}";
        if (first.Count < all.Count)
            text += $"\n{_keyword[_keyword.IndexOf("partial", StringComparison.Ordinal)..]} {_name}{_typeParameters}\n{{\n    {string.Join("\n    ", all.Skip(first.Count))}\n}}";
        if (Wrapped is not null)
            text = $"public interface {Wrapped} {{ {string.Join(" ", _wrapped)} {string.Join(" ", _dice.Some(["int Count { get; }", "void Clear();", "string? Cache { get; set; }", "event Action? Changed;", "Task<T?> Any<T>(int id);"]))} }}\n{text}";
        return Nested(text);
    }

    private string Accessibility() => _dice.OnceIn(200) ? "file" : _dice.Pick("internal", "public", "internal");

    private string Attributes() => string.Concat(
        _dice.OnceIn(6) ? $"[CacheDefaults({new RandomPolicy(_dice).Arguments(onceIn: 3)})] " : "",
        _dice.OnceIn(6) ? $"[CachePrefix({_dice.Mostly(["\"music\"", "\"\"", "\"a{b}\""], "\"a\\nb\"", "null!")})] " : "",
        _dice.OnceIn(12) ? $"[CacheScope(\"{_dice.Mostly(["user", "tenant-id"], "", "a b")}\")] " : "");

    /// <summary>The parameters of the primary constructor, and the bases; members that hold the cache are added.</summary>
    private (string Parameters, string Bases) Cache()
    {
        var wrapped = Wrapped is null ? "" : $"{Wrapped} inner, ";
        var bases = Wrapped is null ? "" : $" : {Wrapped}";
        if (IsStatic)
        {
            if (_dice.OnceIn(2))
                Support("private static readonly MethodCache s_cache = MethodCache.None;");
            return ("", "");
        }

        if (!_dice.OnceIn(6))
            Support("public object? Uses => store;");
        var scope = _dice.OnceIn(4) ? "" : ", Who who";
        if (scope.Length > 0)
            Support("public object? UsesToo => who;");
        switch (_dice.Below(12))
        {
            case 0 when Wrapped is null && !_keyword.Contains("struct", StringComparison.Ordinal) && !_keyword.Contains("record", StringComparison.Ordinal):
                return ($"(MethodCache store{scope})", $" : {_name}Base(store)");
            case 1:
                Support("private static readonly MethodCache s_store = MethodCache.None;");
                return ($"({wrapped}object store{scope})", bases);
            case 2 when !_keyword.Contains("record", StringComparison.Ordinal):
                Support("internal MethodCache Store { get; } = store;");
                return ($"({wrapped}MethodCache store{scope})", bases);
            case 3 when _dice.IsWrong:
                return ($"({wrapped}MethodCache? store, MethodCache other{scope})", bases);
            default:
                return ($"({wrapped}MethodCache store{scope})", bases);
        }
    }

    private string Nested(string text)
    {
        if (text.Contains($" : {_name}Base(", StringComparison.Ordinal))
            text = $"public abstract class {_name}Base(MethodCache store) {{ protected MethodCache Store {{ get; }} = store; {string.Join(" ", _dice.Some(_support).Where(member => member.Contains("Core", StringComparison.Ordinal) && !member.Contains("TOwn", StringComparison.Ordinal)).Select(member => member.Replace("private ", "protected ", StringComparison.Ordinal)))} }}\n{text}";
        if (!_dice.OnceIn(6))
            return text;
        var outer = _dice.Mostly(["partial class Around", "partial struct Around", "partial record Around", "static partial class Around"], "class Around") + _name[0];
        foreach (var target in _file.Targets.Where(target => target.Type == Self).ToArray())
            _file.Targets[_file.Targets.IndexOf(target)] = target with { Type = $"Around{_name[0]}.{Self}" };
        return $"public {outer}\n{{\n{text}\n}}";
    }
}
