using Discogs.Upstream;

namespace Cluster.Demo;

/// <summary>What two replicas do while Redis is there, is gone, and is back: chapter by chapter, with what must hold in each.</summary>
internal sealed class Story(DiscogsUpstream upstream, RedisServer redis, Replica a, Replica b, CancellationToken ct)
{
    private readonly Narrator _narrator = new(upstream, ct);
    private readonly Release _first = new(upstream.Catalogue, 0);
    private readonly Release _second = new(upstream.Catalogue, 1);
    private readonly Release _third = new(upstream.Catalogue, 2);
    private readonly Release _warmUp = new(upstream.Catalogue, 3);

    public Checks Checks => _narrator.Checks;

    public async Task TellAsync()
    {
        await _narrator.UntilRedisIsAsync("connected", a, b);
        await _narrator.WarmUpAsync(_warmUp, a, b);
        await ShareAsync();
        await InvalidateAsync();
        await LoseRedisAsync();
        await RestartWithoutRedisAsync();
        await InvalidateWithoutRedisAsync();
        await RecoverAsync();
        await LoseRedisAgainAsync();
    }

    private async Task ShareAsync()
    {
        _narrator.Chapter("What A has loaded, B has too");
        await _narrator.AskAsync(a, _first, Source.Api, "A had to ask the API");
        await _narrator.AskAsync(a, _first, Source.L1, "A has it in memory now");
        await _narrator.AskAsync(b, _first, Source.L2, "B has it from Redis, without a call of the API");
        await _narrator.AskAsync(b, _first, Source.L1, "and B has it in memory, too");
    }

    private async Task InvalidateAsync()
    {
        _narrator.Chapter("A release is corrected, and invalidated on A");
        _first.Correct();
        await _narrator.InvalidateAsync(a, _first);
        await _narrator.UntilAsync(b, _first, "B was told: it no longer serves the old one");
        await _narrator.AskAsync(a, _first, Source.L2, "A has what B loaded: one call of the API for both");
    }

    private async Task LoseRedisAsync()
    {
        _narrator.Chapter("Redis is killed");
        redis.Kill();
        await _narrator.UntilRedisIsAsync("away", a, b);
        await _narrator.AskAsync(a, _first, Source.L1, "A goes on from memory");
        await _narrator.AskAsync(b, _first, Source.L1, "B goes on from memory");
        await _narrator.AskAsync(a, _second, Source.Api, "what is new comes from the API");
        await _narrator.AskAsync(b, _second, Source.Api, "to each of them: there is nothing to share it through");
        Narrator.Say("A forgets its memory");
        await a.ForgetMemoryAsync(ct);
        await _narrator.AskAsync(a, _second, Source.L2, "A's fallback cache has it, without a call of the API");
    }

    private async Task RestartWithoutRedisAsync()
    {
        _narrator.Chapter("B is restarted while Redis is away");
        b.Restart();
        await _narrator.UntilRedisIsAsync("away", b);
        await _narrator.AskAsync(b, _second, Source.Api, "B starts without Redis; what it had fallen back on before is not trusted, so it asks the API");
    }

    private async Task InvalidateWithoutRedisAsync()
    {
        _narrator.Chapter("The other release is corrected, and invalidated on A, while Redis is away");
        _second.Correct();
        await _narrator.InvalidateAsync(a, _second);
        await _narrator.AskAsync(a, _second, Source.Api, "A serves the corrected one");
        await _narrator.AskAsync(b, _second, Source.L1, "B cannot know yet: it serves what it has", isOld: true);
    }

    private async Task RecoverAsync()
    {
        _narrator.Chapter("Redis comes back, with all that it had");
        redis.Start();
        await _narrator.UntilRedisIsAsync("connected", a, b);
        await _narrator.UntilAsync(b, _second, "B was told late, but was told: it serves the corrected one");
        // In its memory or not: A repeats the invalidation where B, late, has told of its older value.
        await _narrator.UntilAsync(a, _second, "so does A");

        // Redis must agree with their memories, or the old value would return with the next restart.
        Narrator.Say("both forget their memory");
        await a.ForgetMemoryAsync(ct);
        await b.ForgetMemoryAsync(ct);
        await _narrator.AskAsync(a, _second, Source.L2, "A finds the corrected one in Redis");
        await _narrator.AskAsync(b, _second, Source.L2, "and so does B");
        await _narrator.AskAsync(a, _first, Source.L2, "the first release is as corrected as it was");

        _narrator.Chapter("All is as it was");
        await _narrator.AskAsync(a, _third, Source.Api, "A had to ask the API");
        await _narrator.AskAsync(b, _third, Source.L2, "B has it from Redis");
        _third.Correct();
        await _narrator.InvalidateAsync(a, _third);
        await _narrator.UntilAsync(b, _third, "an invalidation on A is seen by B, which was started without Redis");
        await _narrator.AskAsync(a, _third, Source.L2, "one call of the API for both");
    }

    // What B held in its fallback cache when the release was corrected must not be there when it falls back again.
    private async Task LoseRedisAgainAsync()
    {
        _narrator.Chapter("Redis is killed once more, and both forget their memory");
        redis.Kill();
        await _narrator.UntilRedisIsAsync("away", a, b);
        await a.ForgetMemoryAsync(ct);
        await b.ForgetMemoryAsync(ct);
        await _narrator.AskAsync(a, _second, Source.Api, "A falls back on nothing from the first outage");
        await _narrator.AskAsync(b, _second, Source.Api, "nor does B: what was invalidated then does not return");
    }
}
