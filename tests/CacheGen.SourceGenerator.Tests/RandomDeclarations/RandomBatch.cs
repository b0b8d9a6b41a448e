namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>A method with [CachedBatch] and its source; at times with the single-item method whose entries it shares, or which is loaded through it.</summary>
internal sealed class RandomBatch(Dice dice, RandomType type)
{
    private static readonly string[] s_collections = ["IReadOnlyCollection<{0}>", "IEnumerable<{0}>", "List<{0}>", "{0}[]", "HashSet<{0}>", "IReadOnlyList<{0}>", "ISet<{0}>"];
    private static readonly string[] s_dictionaries = ["IReadOnlyDictionary<{0}, {1}>", "Dictionary<{0}, {1}>", "IDictionary<{0}, {1}>"];
    private static readonly string[] s_lists = ["IReadOnlyList<{1}>", "List<{1}>", "{1}[]", "IReadOnlyCollection<{1}>"];

    private static readonly string[] s_bounds = ["MaxBatch", "MaxParallel"];

    private readonly string _id = dice.Mostly(Words.Ids, "string?", "int?", "T", "object");
    private readonly string _idName = dice.Pick("id", "key", "item", "x", "self");
    private bool _isStatic;
    private string _value = "";

    public void Write()
    {
        _isStatic = type.IsStatic || dice.OnceIn(8);
        // What tells the items apart comes first; what else a call takes, and whether it is generic, is any method's.
        var any = RandomSignature.Of(dice, type, _isStatic, ["{0}", "Task<{0}>", "ValueTask<{0}>"]);
        any = any with { Parameters = [.. any.Parameters.Where(parameter => parameter.Name != _idName && parameter.Name != _idName + "s" && (dice.OnceIn(2) || parameter.IsService))] };
        _value = any.Value;
        var isList = dice.OnceIn(3);
        var ids = new RandomParameter("", Of(dice.Pick(s_collections)), _idName + "s");
        var batch = any with { Name = "Many" + any.Name.TrimStart('@'), Value = Of(dice.Mostly(isList ? s_lists : s_dictionaries, "IEnumerable<{1}>", "{1}")), Parameters = [.. any.Parameters.Where(parameter => parameter.Type == "MethodCache"), ids, .. any.Parameters.Where(parameter => parameter.Type != "MethodCache")] };
        if (!type.TryAdd(batch))
            return;
        var arguments = new List<string>();
        if (isList || dice.IsWrong)
            arguments.Add($"KeyOf = {new RandomSelectors(dice, type, batch).KeyOf(_id, any.Value)}");
        foreach (var bound in s_bounds.Where(_ => dice.OnceIn(3)))
            arguments.Add($"{bound} = {dice.Mostly(["1", "100", "0"], "-1", "int.MinValue")}");
        if (dice.OnceIn(2))
            arguments.AddRange(Single(any, batch));
        else
            arguments.AddRange(Own(batch));
        type.Support(Source(batch, ids, isList, arguments));
        type.Ours($"[CachedBatch{(arguments.Count > 0 ? $"({string.Join(", ", dice.Shuffled(arguments))})" : "")}] {RandomCached.Scope(dice)}{batch.Declaration}");
    }

    private string Of(string form) => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, _id, _value);

    private IEnumerable<string> Own(RandomSignature batch) => new RandomPolicy(dice).List(onceIn: 10)
        .Concat(RandomCached.OfKey(dice, type, batch, _idName + "s", _idName))
        .Concat(dice.OnceIn(4) ? new RandomSelectors(dice, type, batch with { Value = _value, Wraps = "Task<{0}>" }).OfValues() : []);

    /// <summary>The method of one item, and what the batch says of it.</summary>
    private string[] Single(RandomSignature any, RandomSignature batch)
    {
        var value = dice.IsWrong || any.Value.EndsWith('?') ? any.Value : any.Value + "?";
        var single = any with { Name = "One" + any.Name.TrimStart('@'), Value = value, Parameters = [.. any.Parameters.Where(parameter => parameter.Type == "MethodCache"), new RandomParameter("", _id, _idName), .. any.Parameters.Where(parameter => parameter.Type != "MethodCache")] };
        if (!type.TryAdd(single))
            return [];
        var arguments = new RandomPolicy(dice).List(onceIn: 12).Concat(RandomCached.OfKey(dice, type, single)).ToList();
        var isLoadedInBatches = dice.OnceIn(2);
        if (isLoadedInBatches)
            arguments.AddRange([$"Batch = nameof({batch.Name})", .. dice.IsWrong ? [] : (string[])[$"BatchWindow = {new RandomPolicy(dice).Duration()}"]]);
        else
            type.Support(RandomSources.Write(dice, single, arguments));
        type.Ours($"[Cached{(arguments.Count > 0 ? $"({string.Join(", ", arguments)})" : "")}] {single.Declaration}");
        type.Offer(single);
        return isLoadedInBatches && dice.OnceIn(3) ? [] : [$"Of = {dice.Mostly([$"nameof({single.Name})"], "\"Nobody\"")}"];
    }

    private string Source(RandomSignature batch, RandomParameter ids, bool isList, List<string> arguments)
    {
        var collection = new RandomParameter("", Of(dice.Pick(s_collections)), ids.Name);
        var form = dice.Mostly(isList || dice.OnceIn(8) ? s_lists : s_dictionaries, "IEnumerable<KeyValuePair<{0}, {1}>>", "string", "List<object>");
        var source = RandomSources.Write(dice, batch with { Value = Of(form), Parameters = [.. batch.Parameters.Select(parameter => parameter == ids ? collection : parameter)] }, arguments);
        return source;
    }
}
