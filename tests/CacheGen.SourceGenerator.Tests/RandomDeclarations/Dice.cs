namespace CacheGen.SourceGenerator.Tests.RandomDeclarations;

/// <summary>Choices that a seed decides.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Less than this.</summary>
    public int Below(int end) => _random.Next(end);

    /// <summary>True once in so many times.</summary>
    public bool OnceIn(int times) => _random.Next(times) == 0;

    /// <summary>Now and then the user is to be wrong: seldom enough that most methods are right.</summary>
    public bool IsWrong => OnceIn(40);

    public T Pick<T>(params IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>One of the first, seldom one of the second.</summary>
    public string Mostly(IReadOnlyList<string> right, params IReadOnlyList<string> wrong) => Pick(IsWrong ? wrong : right);

    /// <summary>Each of them half of the times, in their order.</summary>
    public List<T> Some<T>(IEnumerable<T> from) => [.. from.Where(_ => OnceIn(2))];

    public List<T> Shuffled<T>(IEnumerable<T> from) => [.. from.OrderBy(_ => _random.Next())];
}
