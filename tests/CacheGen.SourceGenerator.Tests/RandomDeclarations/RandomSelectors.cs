namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>Methods that attributes name, written beside the method whose attribute it is.</summary>
internal sealed class RandomSelectors(Dice dice, RandomType type, RandomSignature method)
{
    /// <summary>IsMiss, StoreWhen, TtlFrom, FailWhen, ValidWhen.</summary>
    public IEnumerable<string> OfValues()
    {
        foreach (var (property, returns) in new[] { ("IsMiss", "bool"), ("StoreWhen", "bool"), ("FailWhen", "bool"), ("TtlFrom", dice.Pick("TimeSpan?", "TimeSpan")) }.Where(_ => dice.OnceIn(6)))
            yield return $"{property} = {Write("static ", returns, [Value()])}";
        if (dice.OnceIn(8))
        {
            var isStatic = method.IsStatic || dice.OnceIn(2) ? "static " : "";
            var returns = dice.Mostly(method.Wraps == "{0}" ? ["bool"] : ["bool", "Task<bool>", "ValueTask<bool>"], "Task<bool>", "string", "void");
            var others = dice.Some(method.Parameters.Where(parameter => !parameter.Attributes.Contains("ref", StringComparison.Ordinal)).Select(parameter => parameter.Bare)).ToList();
            yield return $"ValidWhen = {Write(isStatic, returns, [Value(), .. others, .. dice.OnceIn(3) ? (string[])["CancellationToken token"] : []])}";
        }
    }

    /// <summary>A method that makes the key.</summary>
    public string KeyFrom() => Write("static ", dice.Mostly(["string", "string?", "int", "(int, string)", "Point", "Query"], "object", "void", "Task<string>"),
        [.. dice.Some(method.Parameters.Where(parameter => parameter.IsKeyed || dice.IsWrong).Select(parameter => parameter.Bare))], generic: false);

    /// <summary>A method that tells the id of an item.</summary>
    public string KeyOf(string id, string item) => Write("static ", id, [$"{item} it"], generic: false);

    private string Value()
    {
        var value = method.Cached;
        return dice.Mostly([value, value, value.TrimEnd('?'), value.EndsWith('?') ? value : value + "?"], "object", "object?", "string", "in " + value, "ref " + value) + " " + dice.Pick("it", "value", "self", "ct");
    }

    /// <summary>The name of the new method, as the attribute writes it.</summary>
    private string Write(string isStatic, string returns, string[] parameters, bool generic = true)
    {
        var name = dice.OnceIn(6) ? dice.Pick(Words.Helpers) : dice.Pick("Is", "Judge", "Ask") + dice.Pick("Good", "One", "It", "Key", "2");
        name = type.Free(name);
        if (dice.IsWrong)
            return $"\"{name}\"";
        if (dice.IsWrong)
            isStatic = isStatic.Length == 0 ? "static " : "";
        // Whatever names the method's type parameter needs it.
        var typeParameters = generic && (method.IsGeneric && dice.OnceIn(2) || string.Join(",", parameters).Contains("T ", StringComparison.Ordinal)) ? method.TypeParameters : "";
        if (typeParameters.Length == 0 && method.IsGeneric)
            parameters = [.. parameters.Select(RandomSignature.WithoutT)];
        var constraint = typeParameters.Length > 0 ? method.Constraint : "";
        // Or a type parameter of its own stands for the value, or for what it holds.
        if (generic && typeParameters.Length == 0 && dice.OnceIn(5))
        {
            var at = parameters[0].LastIndexOf(' ');
            typeParameters = "<TOwn>";
            constraint = dice.Pick("", "", "where TOwn : class", "where TOwn : struct", "where TOwn : notnull", "where TOwn : class?", "where TOwn : IEquatable<TOwn>");
            parameters[0] = dice.Pick("TOwn", "TOwn", "in TOwn", "IEnumerable<TOwn>", "IReadOnlyCollection<TOwn>", "TOwn[]", "IEquatable<TOwn>") + parameters[0][at..];
        }

        var text = $"private {isStatic}{returns} {name}{typeParameters}({string.Join(", ", parameters)}) {constraint} => throw new NotImplementedException();";
        type.Support(text);
        return dice.OnceIn(3) || typeParameters.Length > 0 ? $"\"{name.TrimStart('@')}\"" : $"nameof({name})";
    }
}
