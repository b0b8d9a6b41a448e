using System.Globalization;
using CacheGen.Distributed;
using Xunit;
using static CacheGen.FusionCache.Tests.Distributed.FallbackFixture;

namespace CacheGen.FusionCache.Tests.Distributed;

/// <summary>
/// Random operations through random outages of either store, against a model that remembers every write. What a read may answer:
/// the latest acknowledged write of its key, one that was tried after it and failed, or nothing. While the journal has room, not
/// even the acknowledged one is answered once a later write was tried and failed.
/// </summary>
public sealed class ModelTests
{
    private const int Removed = 0;

    // A miss is allowed anywhere, so that a cache that forgets all would pass: the test counts that most reads find their value.
    [Theory]
    [InlineData(true, ReturnMode.Copy, 100)]
    [InlineData(false, ReturnMode.Copy, 100)]
    [InlineData(true, ReturnMode.Remove, 100)]
    [InlineData(true, ReturnMode.Copy, 2)]
    [InlineData(false, ReturnMode.Copy, 2)]
    [InlineData(false, ReturnMode.Remove, 0)]
    public async Task RandomOperationsThroughOutages_NeverReadAnOlderValue(bool mirrors, ReturnMode onReturn, int capacity)
    {
        var (reads, hits) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var run = new Run(seed, ReturnTests.With(mirrors, options =>
            {
                options.OnReturn = onReturn;
                options.JournalCapacity = capacity;
            }), journalHasRoom: capacity >= 6);
            for (var step = 0; step < 300; step++)
                await run.StepAsync();
            reads += run.Reads;
            hits += run.Hits;
        }

        Assert.InRange(hits, reads / 5, reads);
    }

    private sealed class Run(int seed, FallbackFixture f, bool journalHasRoom)
    {
        private readonly Random _random = new(seed);
        private readonly Dictionary<string, (int Acknowledged, int Tried, DateTimeOffset End)> _model = [];
        private int _writes;

        public int Reads { get; private set; }

        public int Hits { get; private set; }

        public async Task StepAsync()
        {
            var key = $"key{_random.Next(6)}";
            switch (_random.Next(20))
            {
                case < 6: await WriteAsync(key, ++_writes); break;
                case < 8: await WriteAsync(key, Removed); break;
                case < 16: await ReadAsync(key); break;
                case 16: f.Primary.IsDown = !f.Primary.IsDown; break;
                case 17: f.Secondary.IsDown = !f.Primary.IsDown && _random.Next(4) == 0; break;
                case 18: f.Clock.Advance(TimeSpan.FromSeconds(_random.Next(20))); break;
                default: await f.Cache.ResynchroniseAsync(); break;
            }
        }

        private async Task WriteAsync(string key, int value)
        {
            var lifetime = TimeSpan.FromSeconds(_random.Next(5, 300));
            var tried = _model.GetValueOrDefault(key);
            // One number for each try: a removal's is negative.
            var number = value == Removed ? -++_writes : value;
            _model[key] = tried with { Tried = number, End = f.Clock.GetUtcNow() + lifetime };
            try
            {
                var sync = _random.Next(2) == 0;
                if (number < 0 && sync)
                    f.Cache.Remove(key);
                else if (number < 0)
                    await f.Cache.RemoveAsync(key);
                else if (sync)
                    f.Cache.Set(key, Bytes(Text(number)), For(lifetime));
                else
                    await f.Cache.SetAsync(key, Bytes(Text(number)), For(lifetime));
                _model[key] = _model[key] with { Acknowledged = number };
            }
            catch (Exception exception) when (exception is IOException or AggregateException)
            {
                Assert.True(f.Secondary.IsDown, "A write is refused only where both stores failed.");
            }
        }

        private async Task ReadAsync(string key)
        {
            byte[]? bytes;
            try
            {
                bytes = _random.Next(2) == 0 ? f.Cache.Get(key) : await f.Cache.GetAsync(key);
            }
            catch (Exception exception) when (exception is IOException or AggregateException)
            {
                Assert.True(f.Secondary.IsDown, "A read fails only where both stores failed.");
                return;
            }

            Reads++;
            if (bytes is null)
                return;
            Hits++;
            var read = int.Parse(FallbackFixture.Text(bytes)!, CultureInfo.InvariantCulture);
            var (acknowledged, tried, end) = _model[key];
            Assert.True(read >= Math.Abs(acknowledged), $"Seed {seed}: {key} was {read} after {acknowledged} had been acknowledged.");
            Assert.True(
                read != acknowledged || acknowledged == tried || !journalHasRoom,
                $"Seed {seed}: {key} was {read} though {tried} had been tried after it.");
            Assert.True(read != tried || f.Clock.GetUtcNow() < end, $"Seed {seed}: {key} was {read} after its end.");
        }

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
