namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>A method with [Invalidates] or [Updates] and its source.</summary>
internal sealed class RandomWrite(Dice dice, RandomType type, IReadOnlyList<RandomTarget> targets)
{
    private static readonly string[] s_literals = ["1", "-1", "'a'", "null", "true", "Year", "result", "result.Id", "item.Id", "item.Next.Name", "nobody", "id", "'", "", "a b"];

    public void Write()
    {
        var target = dice.Pick(targets);
        var any = RandomSignature.Of(dice, type, type.IsStatic || dice.OnceIn(8), ["{0}", "Task<{0}>", "ValueTask<{0}>"]);
        var updates = dice.OnceIn(3);
        // What the target's key reads is taken, most of it by the same name.
        var bound = target.Parameters.Where(parameter => !parameter.IsService && !dice.OnceIn(5)).ToList();
        var parameters = any.Parameters.Where(parameter => bound.All(other => other.Name != parameter.Name)).Concat(bound.Select(parameter => parameter with { Attributes = "" })).ToList();
        if (!any.IsStatic && dice.OnceIn(3))
            parameters.Insert(0, new RandomParameter("", "Item", "item_"));
        var isGeneric = target.TypeParameters.Length > 0 || any.IsGeneric;
        var write = any with
        {
            Name = dice.Pick("Save", "Delete", "Put", "@lock") + dice.Pick("", "It", "Async", "Many"),
            Parameters = [.. parameters.Where(parameter => parameter.Type != "CancellationToken"), .. parameters.Where(parameter => parameter.Type == "CancellationToken").Take(1)],
            TypeParameters = isGeneric ? "<T>" : "",
            Constraint = target.TypeParameters.Length > 0 && !dice.OnceIn(10) ? target.Constraint : any.Constraint,
            Value = updates && !dice.OnceIn(10) ? target.Value : dice.OnceIn(2) ? "" : any.Value,
        };
        if (!type.TryAdd(write))
            return;
        var source = new List<string>();
        if (dice.OnceIn(write.Value.Length == 0 && !updates ? 4 : 40))
            source.Add("Source = null");
        else if (type.Wrapped is not null && dice.OnceIn(3) && !write.IsStatic)
            type.Wrap(write);
        else
            type.Support(RandomSources.Write(dice, write, source));
        if (dice.OnceIn(4))
            source.Add($"RateLimit = {dice.Mostly(["\"api\"", "\"a\\\"b\\\\\"", "null"], "\"\"", "\" \"")}");
        var attributes = new List<string> { Attribute(updates ? "Updates" : "Invalidates", target, [.. WithOf(target, bound), .. source]) };
        if (dice.OnceIn(4))
            attributes.Add($"Invalidates(Tags = new[] {{ {Tags(write)} }})");
        if (dice.OnceIn(6))
            attributes.Add(Attribute("Invalidates", dice.Pick(targets), []));
        if (dice.IsWrong)
            attributes.Add(dice.Pick("Cached", "CachedBatch", "Invalidates", "Invalidates(null!)", "Updates(\"Nobody\")", "Invalidates(typeof(Query), \"Text\")", "Invalidates(typeof(List<>), \"Add\")"));
        type.Ours($"[{string.Join(", ", dice.Shuffled(attributes))}] {write.Declaration}");
    }

    private string Attribute(string name, RandomTarget target, IEnumerable<string> arguments)
    {
        var method = target.Type == type.Self && !dice.OnceIn(4) ? $"nameof({target.Name})" : $"typeof({target.Type}), \"{target.Name.TrimStart('@')}\"";
        return $"{name}({string.Join(", ", arguments.Prepend(method))})";
    }

    private IEnumerable<string> WithOf(RandomTarget target, List<RandomParameter> bound)
    {
        var items = target.Parameters.Where(parameter => !bound.Contains(parameter) && parameter.IsKeyed)
            .Select(parameter => $"{parameter.Name}={Bound(parameter)}").ToList();
        if (dice.IsWrong)
            items.Add(dice.Pick("nobody=1", "=", ",", "x", "id"));
        if (items.Count > 0)
            yield return $"With = \"{string.Join(dice.Pick(",", ", "), items)}\"";
    }

    private string Bound(RandomParameter parameter) => dice.OnceIn(6) ? dice.Pick(s_literals) : parameter.Type.TrimEnd('?') switch
    {
        "int" or "long" or "byte" => dice.Pick("1", "item_.Id"),
        "string" => dice.Pick("'a'", "item_.Name"),
        "bool" => "true",
        "Sort" => "Year",
        _ when parameter.Type.EndsWith('?') => "null",
        _ => dice.Pick(s_literals),
    };

    private string Tags(RandomSignature write) => string.Join(", ", dice.Some(write.Parameters.Where(parameter => !parameter.IsService))
        .Select(parameter => $"\"t:{{{parameter.Name.TrimStart('@')}{(dice.OnceIn(4) ? dice.Pick(Words.Transforms) : "")}}}\"").Append(dice.Mostly(["\"all\"", "\"a{{b}}\""], "\"\"", "null!", "\"{result}\"", "\"{result.Id}\"", "\"%\"")));
}
