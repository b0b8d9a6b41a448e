namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>A user's file: a few types that use the whole language, right for the most part.</summary>
internal sealed class RandomFile
{
    private readonly Dice _dice;

    public RandomFile(int seed)
    {
        _dice = new Dice(seed);
        var types = new List<string>();
        for (var number = 1 + _dice.Below(3); number > 0; number--)
            types.Add(new RandomType(_dice, this, (char)('A' + types.Count) + "Catalog").Write());
        var name = _dice.Pick("", "", "namespace Shop;", "namespace CacheGen.Own;", "namespace @class.System;");
        var aliases = _dice.OnceIn(4) ? $"[assembly: CacheDefaults({new RandomPolicy(_dice).Arguments(onceIn: 3)})]\n" : "";
        aliases += _dice.OnceIn(6) ? $"[assembly: CachePrefix({_dice.Mostly(["\"app\"", "\"\"", "\"a{b\""], "\"a\\nb\"", "null!")})]\n" : "";
        Source = $"{aliases}{name}\n{Words.Prelude}\n{string.Join("\n", types)}\n";
    }

    public string Source { get; }

    /// <summary>What methods that change something may name.</summary>
    public List<RandomTarget> Targets { get; } = [];

    /// <summary>Classes that others may derive from, with the arguments of their constructors.</summary>
    public List<string> Bases { get; } = [];
}

/// <summary>A cached method, as others speak of it.</summary>
/// <param name="Type">Its type, with type arguments.</param>
/// <param name="Name">Its name.</param>
/// <param name="TypeParameters">T, or nothing.</param>
/// <param name="Constraint">What is asked of T.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Value">What it caches.</param>
internal sealed record RandomTarget(string Type, string Name, string TypeParameters, string Constraint, IReadOnlyList<RandomParameter> Parameters, string Value);

internal sealed record RandomParameter(string Attributes, string Type, string Name, string Behind = "")
{
    public string Text => $"{Attributes}{Type} {Name}{Behind}";

    /// <summary>What the method works with, not what it is asked about.</summary>
    public bool IsService => Type is "CancellationToken" or "MethodCache" or "Who";

    /// <summary>It may stand in a key.</summary>
    public bool IsKeyed => !IsService && !Attributes.Contains("NotInKey", StringComparison.Ordinal) && !Words.NotKeyed.Contains(Type);

    public string Bare => $"{Type} {Name}";
}
