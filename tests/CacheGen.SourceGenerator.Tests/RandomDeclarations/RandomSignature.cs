using System.Text.RegularExpressions;

namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>A method without its attribute: what it takes, what it returns, and in what.</summary>
internal sealed record RandomSignature
{
    public required string Name { get; init; }

    public required string Modifiers { get; init; }

    public bool IsStatic => Modifiers.Contains("static ", StringComparison.Ordinal);

    /// <summary><c>&lt;T&gt;</c>, or nothing.</summary>
    public string TypeParameters { get; init; } = "";

    public bool IsGeneric => TypeParameters.Length > 0;

    public string Constraint { get; init; } = "";

    public List<RandomParameter> Parameters { get; init; } = [];

    /// <summary>What it returns, out of its task; empty for nothing.</summary>
    public required string Value { get; init; }

    /// <summary>Task&lt;{0}&gt; and the like.</summary>
    public required string Wraps { get; init; }

    /// <summary>What is kept of it.</summary>
    public string Cached => Wraps.StartsWith("IAsync", StringComparison.Ordinal) ? $"IReadOnlyList<{Value}>" : Value;

    public string Returns => Value.Length > 0 ? string.Format(System.Globalization.CultureInfo.InvariantCulture, Wraps, Value) : Wraps == "{0}" ? "void" : Wraps.Replace("<{0}>", "", StringComparison.Ordinal);

    public string Declaration => $"{Modifiers}partial {Returns} {Name}{TypeParameters}({string.Join(", ", Parameters.Select(parameter => parameter.Text))}) {(Modifiers.Contains("override ", StringComparison.Ordinal) ? "" : Constraint)};";

    /// <summary>What tells it from its overloads.</summary>
    public string Identity => $"{Name}{TypeParameters}({string.Join(", ", Parameters.Select(parameter => parameter.Type.Replace("?", "", StringComparison.Ordinal)))})";

    public static RandomSignature Of(Dice dice, RandomType type, bool isStatic, IReadOnlyList<string> wraps)
    {
        var isGeneric = dice.OnceIn(4);
        string Concrete(string text) => isGeneric ? text : WithoutT(text, type.TypeArgument);
        var names = dice.Shuffled(Words.Parameters);
        var parameters = Enumerable.Range(0, dice.Below(4)).Select(index =>
        {
            var isKeyed = !dice.OnceIn(8);
            var attributes = (isKeyed ? dice.OnceIn(8) : !dice.IsWrong) ? "[NotInKey] " : dice.OnceIn(24) ? $"[CacheScope(\"{dice.Mostly(["user", "tenant", "a-b"], "", "1", "a b")}\")] " : "";
            return new RandomParameter(attributes + (dice.OnceIn(12) ? "in " : dice.OnceIn(80) ? "ref " : ""), Concrete(dice.Pick(isKeyed ? Words.Keyed : Words.NotKeyed)), names[index]);
        }).ToList();
        if (isStatic)
            parameters.InsertRange(0, [new RandomParameter("", "MethodCache", "store_"), .. dice.OnceIn(3) ? (RandomParameter[])[new RandomParameter("", "Who", "who_")] : []]);
        if (dice.OnceIn(2))
            parameters.Add(new RandomParameter("", "CancellationToken", "ct", dice.OnceIn(2) ? " = default" : ""));
        return new RandomSignature
        {
            Name = dice.OnceIn(4) ? dice.Pick(Words.Methods) : dice.Pick("Read", "Look", "Price") + dice.Pick("One", "All", "Up") + dice.Pick("", "Async"),
            Modifiers = dice.Mostly(type.Accessibilities, "", "public virtual ", "internal unsafe ", "internal unsafe ", "public new ", "internal async ", "public sealed ")
                + (isStatic ? "static " : ""),
            TypeParameters = isGeneric ? "<T>" : "",
            Constraint = isGeneric ? dice.Pick(Words.Constraints) : "",
            Parameters = parameters,
            Value = Concrete(dice.Mostly(Words.Values, Words.NotValues)),
            Wraps = dice.Pick(wraps),
        };
    }

    public static string WithoutT(string type) => WithoutT(type, "long");

    private static string WithoutT(string type, string instead) => Regex.Replace(type, @"\bT\b", instead);
}
