using System.Text.RegularExpressions;

namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>A method with [Cached] and its source.</summary>
internal sealed class RandomCached(Dice dice, RandomType type)
{
    public void Write()
    {
        var signature = RandomSignature.Of(dice, type, type.IsStatic || dice.OnceIn(6), ["{0}", "Task<{0}>", "Task<{0}>", "ValueTask<{0}>", "IAsyncEnumerable<{0}>"]);
        if (!type.TryAdd(signature))
            return;
        var arguments = new RandomPolicy(dice).List(onceIn: 8).Concat(OfKey(dice, type, signature)).Concat(new RandomSelectors(dice, type, signature).OfValues()).ToList();
        if (signature.Wraps.StartsWith("IAsync", StringComparison.Ordinal) ? dice.OnceIn(3) : dice.IsWrong)
            arguments.Add($"MaxItems = {dice.Mostly(["10", "1", "100_000"], "0", "-1")}");
        if (type.Wrapped is not null && dice.OnceIn(2) && !signature.IsStatic)
            type.Wrap(signature);
        else
            type.Support(RandomSources.Write(dice, signature, arguments));
        type.Ours($"[Cached{(arguments.Count > 0 ? $"({string.Join(", ", dice.Shuffled(arguments))})" : "")}] {Scope(dice)}{signature.Declaration}");
        type.Offer(signature);
        if (signature.Modifiers.Contains("virtual", StringComparison.Ordinal))
            type.Overridable.Add(signature);
    }

    /// <summary>Key or KeyFrom, Version, Tags.</summary>
    public static IEnumerable<string> OfKey(Dice dice, RandomType type, RandomSignature method, string? ids = null, string? id = null)
    {
        var holes = method.Parameters.Where(parameter => parameter.IsKeyed).Select(parameter => Hole(dice, type, parameter.Type, parameter.Name == ids ? id! : parameter.Name.TrimStart('@'))).ToList();
        if (dice.OnceIn(2))
        {
            var template = string.Join(dice.Pick(":", "/", ",", "-:"), holes.Where(_ => !dice.OnceIn(6)).Prepend(dice.Pick("k", "release", "a{{b}}")));
            yield return $"Key = \"{(dice.IsWrong ? template + dice.Pick(Words.Templates) : template)}\"";
        }
        else if (ids is null && dice.OnceIn(8))
        {
            yield return $"KeyFrom = {new RandomSelectors(dice, type, method).KeyFrom()}";
        }

        if (dice.OnceIn(8))
            yield return $"Version = {dice.Pick("1", "0", "-3", "int.MaxValue")}";
        if (dice.OnceIn(5))
            yield return $"Tags = new{dice.Pick("[]", " string[]")} {{ {string.Join(", ", dice.Some(holes).Select(hole => $"\"t:{hole}\"").Append(dice.Mostly(["\"all\"", "\"x{{y}}\""], "\"\"", "null!", "\"{\"", "\"{nobody}\"")))} }}";
    }

    private static string Hole(Dice dice, RandomType type, string parameter, string name)
    {
        var transform = dice.OnceIn(3) ? dice.Pick(Words.TransformsOf(parameter)) : dice.IsWrong ? dice.Pick(Words.Transforms) : "";
        if (transform.Contains("Slug", StringComparison.Ordinal))
            type.SupportOnce("Slug(", dice.Mostly(["private static string Slug(string value) => value;", "private static int Slug(int? value) => 1; private static string? Slug(string? value) => value;"], "private string Slug(string value) => value;", "private static void Slug(string value) { }"));
        var path = transform.Length > 0 || !dice.OnceIn(4) ? "" : dice.Pick(Words.PathsOf(parameter));
        return $"{{{name}{path}{transform}}}";
    }

    public static string Scope(Dice dice) => dice.OnceIn(12) ? $"[CacheScope{dice.Pick("", "(\"tenant\")", "(\"a-b\")")}] " : dice.OnceIn(30) ? "[Obsolete(\"old\")] " : "";

    /// <summary>A type that must not hold null.</summary>
    public static string Strict(string type) => Regex.Replace(type, @"\?$", "");
}
