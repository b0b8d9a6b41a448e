using CacheGen.SourceGenerator.Model;

namespace CacheGen.SourceGenerator.Emission;

/// <summary>What a method says of its values, as people read it and as members of its descriptor.</summary>
internal static class ValueText
{
    public static IEnumerable<(string Word, string Text)> Lines(ValueModel values)
    {
        if (values.Miss is { } miss)
            yield return ("Miss", miss.Name);
        if (values.StoreWhen is { } store)
            yield return ("Stored", $"when {store.Name}");
        if (values.FailWhen is { } failure)
            yield return ("Failure", $"an exception, or {failure.Name}");
        if (Stale(values) is { Length: > 0 } stale)
            yield return ("Stale", stale);
        if (values.ValidWhen is { } valid)
            yield return ("Valid", $"when {valid.Name}, asked of each cached value");
    }

    public static IEnumerable<string> Members(ValueModel values)
    {
        foreach (var (name, selector) in new[] { ("Miss", values.Miss), ("StoreWhen", values.StoreWhen), ("TtlFrom", values.TtlFrom), ("FailWhen", values.FailWhen) })
        {
            if (selector is not null)
                yield return $"{name} = {selector.Lambda}";
        }

        if (values.SameValue is { } same)
            yield return $"SameValue = {same}";
        if (values.ServeStaleOn is { } serve)
            yield return $"ServeStaleOn = {Types(serve)}";
        if (values.NeverServeStaleOn is { } never)
            yield return $"NeverServeStaleOn = {Types(never)}";
    }

    private static string Stale(ValueModel values)
    {
        var parts = new List<string>();
        if (values.ServeStaleOn is { } serve)
            parts.Add(serve.Count == 0 ? "after no exception" : $"after {Names(serve)}");
        if (values.NeverServeStaleOn is { Count: > 0 } never)
            parts.Add($"never after {Names(never)}, which removes it");
        return string.Join("; ", parts);
    }

    private static string Names(IEnumerable<ExceptionType> types) => string.Join(", ", types.Select(type => type.Name));

    private static string Types(IEnumerable<ExceptionType> types) =>
        $"new global::System.Type[] {{ {string.Join(", ", types.Select(type => $"typeof({type.Code})"))} }}";
}
