using System.Linq.Expressions;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xunit;

namespace CacheGen.Tests.Keys.Properties;

/// <summary>
/// Holds three notions of "the same arguments" to each other: what the transforms are documented to mean, the formatted key,
/// and the typed key. Each list is compared with all lists before it, by dictionaries.
/// </summary>
internal static class KeyProperty
{
    /// <param name="count">How many argument lists.</param>
    /// <param name="seed">For System.Random.</param>
    /// <param name="create">Makes arguments.</param>
    /// <param name="handle">The generated handle.</param>
    /// <param name="meaning">A value with structural equality that says of the arguments what the key is meant to say, no more.</param>
    /// <returns>How many different keys there were.</returns>
    public static int Check<TArguments>(
        int count, int seed, Func<Random, TArguments> create, Func<TArguments, CacheHandle<int>> handle, Func<TArguments, object> meaning)
    {
        var random = new Random(seed);
        var byText = new Dictionary<string, (object Meaning, TArguments Arguments)>(StringComparer.Ordinal);
        var byMeaning = new Dictionary<object, (string Text, TArguments Arguments)>();
        TypedKeys? typed = null;
        for (var i = 0; i < count; i++)
        {
            var arguments = create(random);
            var entry = handle(arguments);
            var text = entry.Key;
            var means = meaning(arguments);
            typed ??= TypedKeys.For(entry);
            var isNewText = byText.TryAdd(text, (means, arguments));
            var isNewMeaning = byMeaning.TryAdd(means, (text, arguments));
            var isNewTyped = typed.TryAdd(entry, text, out var typedText);

            if (!isNewText && !byText[text].Meaning.Equals(means))
                Fail("two lists of arguments have one key", byText[text].Arguments, arguments);
            if (!isNewMeaning && byMeaning[means].Text != text)
                Fail("one list of arguments has two keys", byMeaning[means].Arguments, arguments);
            if (!isNewTyped && typedText != text)
                Fail($"typed keys are equal and formatted ones are not: {typedText}", arguments, arguments);
            if (isNewTyped && !isNewText)
                Fail("formatted keys are equal and typed ones are not", byText[text].Arguments, arguments);

            void Fail(string what, TArguments first, TArguments second) => Assert.Fail(
                $"seed {seed}, list {i}: {what}: {text}\n{Show(first)}\n{Show(second)}");
        }

        return byText.Count;
    }

    private static readonly JsonSerializerOptions s_json = new() { IncludeFields = true, Encoder = JavaScriptEncoder.Default };

    private static string Show<T>(T arguments)
    {
        try
        {
            return $"{arguments} {JsonSerializer.Serialize(arguments, s_json)}";
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException)
        {
            return $"{arguments}";
        }
    }
}

/// <summary>The typed keys behind handles, and the text of each.</summary>
internal abstract class TypedKeys
{
    public static TypedKeys For(CacheHandle<int> handle) =>
        (TypedKeys)Activator.CreateInstance(typeof(TypedKeys<>).MakeGenericType(handle.GetType().GetGenericArguments()[0]), handle.GetType())!;

    public abstract bool TryAdd(CacheHandle<int> handle, string text, out string existing);
}

internal sealed class TypedKeys<TKey>(Type handleType) : TypedKeys
    where TKey : notnull
{
    private readonly Dictionary<TKey, string> _texts = [];
    private readonly Func<CacheHandle<int>, TKey> _keyOf = KeyOf(handleType);

    public override bool TryAdd(CacheHandle<int> handle, string text, out string existing)
    {
        var key = _keyOf(handle);
        if (_texts.TryAdd(key, text))
        {
            existing = text;
            return true;
        }

        existing = _texts[key];
        return false;
    }

    private static Func<CacheHandle<int>, TKey> KeyOf(Type handleType)
    {
        var field = handleType.GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Single(candidate => candidate.FieldType == typeof(TKey));
        var handle = Expression.Parameter(typeof(CacheHandle<int>));
        return Expression.Lambda<Func<CacheHandle<int>, TKey>>(Expression.Field(Expression.Convert(handle, handleType), field), handle).Compile();
    }
}

/// <summary>Values in order, equal by their items.</summary>
internal sealed class Sequence(IEnumerable<object?> items) : IEquatable<Sequence>
{
    private readonly object?[] _items = [.. items];

    public bool Equals(Sequence? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as Sequence);

    public override int GetHashCode() => _items.Aggregate(_items.Length, HashCode.Combine);
}

/// <summary>Values without order, equal by their items.</summary>
internal sealed class Unordered(IEnumerable<object?> items) : IEquatable<Unordered>
{
    private readonly HashSet<object?> _items = [.. items];

    public bool Equals(Unordered? other) => other is not null && _items.SetEquals(other._items);

    public override bool Equals(object? obj) => Equals(obj as Unordered);

    public override int GetHashCode() => _items.Sum(item => (long)(item?.GetHashCode() ?? 1)).GetHashCode();
}
