namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>The uncached methods.</summary>
internal static class RandomSources
{
    private static readonly string[] s_wraps = ["{0}", "Task<{0}>", "ValueTask<{0}>"];

    /// <summary>What fits the method, for the most part; the arguments get a Source where it is called otherwise.</summary>
    public static string Write(Dice dice, RandomSignature method, List<string> arguments)
    {
        var name = dice.OnceIn(6) ? dice.Pick("Load", "Fetch", "From2", "@base", "Reads", "args", "self", "value") + dice.Pick("One", "It", "", "_") : null;
        if (name is not null)
            arguments.Add($"Source = {(dice.IsWrong ? "\"Nobody\"" : dice.OnceIn(2) ? $"\"{name.TrimStart('@')}\"" : $"nameof({name})")}");
        var wraps = method.Wraps == "{0}" || method.Wraps.StartsWith("IAsync", StringComparison.Ordinal) ? dice.IsWrong ? dice.Pick(s_wraps) : method.Wraps : dice.OnceIn(3) ? dice.Pick(s_wraps) : method.Wraps;
        var parameters = method.Parameters.Select(parameter => parameter with { Attributes = "", Behind = "", Name = dice.OnceIn(12) ? parameter.Name.TrimStart('@') + "_" : parameter.Name, Type = Changed(dice, parameter.Type) }).ToList();
        if (dice.OnceIn(3) && parameters.RemoveAll(parameter => parameter.Type == "CancellationToken") == 0)
            parameters.Insert(dice.Below(parameters.Count + 1), new RandomParameter("", "CancellationToken", "token"));
        if (dice.IsWrong)
            parameters.Add(new RandomParameter("", "int", "more", dice.Pick("", " = 1")));
        var source = method with { Value = Changed(dice, method.Value), Wraps = wraps };
        return $"private {(method.IsStatic || dice.OnceIn(8) ? "static " : "")}{source.Returns} {name ?? CoreOf(method.Name)}{method.TypeParameters}({string.Join(", ", parameters.Select(parameter => parameter.Text))}) {method.Constraint} => throw new NotImplementedException();";
    }

    public static string CoreOf(string name) => (name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] + "CoreAsync" : name + "Core").TrimStart('@');

    private static string Changed(Dice dice, string type) => type.Length == 0 ? type : dice.OnceIn(30) ? type.TrimEnd('?') : dice.OnceIn(60) ? type + (type.EndsWith('?') ? "" : "?") : dice.OnceIn(120) ? "string" : type;
}
