using System.Diagnostics.CodeAnalysis;
using CacheGen.Batching;

namespace CacheGen.InProcess;

// Many keys that one call of a source brings. What concerns each load by itself (timeouts, refreshes behind callers, failed results, leases)
// is not for these: such methods load item by item.
internal sealed partial class InProcessTable<TKey, TValue>
{
    internal override JointLoad<TKey, TValue>? BeginTogether(TKey[] keys, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
        || _lifetimes is { SoftTimeout: > 0 } or { HardTimeout: > 0 } or { RefreshAfter: > 0 }
        || Method.FailWhen is not null
        || Policy.RateLimit is not null
        || BatchChunk<TKey, TValue>.IsInSource
            ? null
            : new JointFlights(this, keys, cancellationToken);

    private sealed class JointFlights : JointLoad<TKey, TValue>
    {
        private readonly InProcessTable<TKey, TValue> _table;
        private readonly CancellationToken _callersToken;
        private readonly CancellationTokenSource? _cancellation;

        // One for each key: the flight that has begun here, or the one that was under way, or none where an entry answers.
        private readonly Flight<TKey, TValue>?[] _flights;

        // Made for what has not begun here, which is seldom.
        private Task<TValue>?[]? _others;
        private int _staying;
        private int _misses;
        private int _hasLeft;

        public JointFlights(InProcessTable<TKey, TValue> table, TKey[] keys, CancellationToken cancellationToken)
        {
            _table = table;
            _callersToken = cancellationToken;
            _cancellation = cancellationToken.CanBeCanceled ? new CancellationTokenSource() : null;
            _flights = new Flight<TKey, TValue>?[keys.Length];
            // Read once: a load keeps the times that held when it began.
            var lifetimes = table._lifetimes;
            var now = table._clock.Now;
            for (var place = 0; place < keys.Length; place++)
                Begin(place, keys[place], lifetimes, now);
            table.Counters.Miss(_misses);
            table.Counters.Load(_staying);
        }

        protected override CancellationToken Token => _cancellation?.Token ?? CancellationToken.None;

        public override bool HasBegun(int place) => _others?[place] is null;

        public override bool TryGet(int place, [MaybeNullWhen(false)] out TValue value)
        {
            if (_others?[place] is { } other)
            {
                value = other.IsCompletedSuccessfully ? other.Result : default;
                return other.IsCompletedSuccessfully;
            }

            var flight = _flights[place]!;
            value = flight.Value;
            return flight.IsLoaded;
        }

        public override Task<TValue> AnswerAsync(int place) =>
            _others?[place] ?? AnswerOf(_flights[place]!, _table.StripeOf(_flights[place]!.Key)).AsTask();

        public override void Leave()
        {
            // The token tells it, and the end of the wait does: whoever comes first, or this caller would leave for others as well.
            if (Interlocked.Exchange(ref _hasLeft, 1) != 0)
                return;
            for (var place = 0; place < _flights.Length; place++)
            {
                if (HasBegun(place))
                    new Waiter(_table, _flights[place]!, _flights[place]!.Answer).Leave();
            }
        }

        protected override void Succeed(Dictionary<TKey, TValue> answers)
        {
            for (var place = 0; place < _flights.Length; place++)
            {
                if (HasBegun(place))
                    Succeed(_flights[place]!, answers.GetValueOrDefault(_flights[place]!.Key)!);
            }
        }

        protected override void Fail(Exception exception)
        {
            for (var place = 0; place < _flights.Length; place++)
            {
                if (HasBegun(place))
                    _table.Failed(_flights[place]!, exception);
            }
        }

        // What has been joined is loaded by somebody else.
        protected override bool Loads(CacheTable<TKey, TValue> table, TKey key) =>
            ReferenceEquals(table, _table) && Enumerable.Range(0, _flights.Length).Any(place => HasBegun(place) && _flights[place]!.Key.Equals(key));

        private void Begin(int place, TKey key, Lifetimes lifetimes, long now)
        {
            var stripe = _table.StripeOf(key);
            Entry<TKey, TValue>? known = null;
            Task<TValue>? itself = null;
            lock (stripe)
            {
                var entry = _table.Servable(key, now);
                stripe.TryGetValue(key, out var flight);
                if (entry is not null && now < entry.ExpiresAt)
                {
                    entry.Touch();
                    _table.CountHit(entry.Value);
                    known = entry;
                }
                else
                {
                    _misses++;
                    if (entry is not null && (now < entry.RetryAt || flight is { IsSlow: true }))
                    {
                        entry.Touch();
                        _table.Counters.ServedStale();
                        known = entry;
                    }
                    else if (flight is null)
                    {
                        flight = new JointFlight(this, key, lifetimes) { Callers = 1 };
                        stripe.Add(key, flight);
                        _flights[place] = flight;
                        _staying++;
                        return;
                    }
                    else if (LoadsItself(flight))
                    {
                        // Not thrown from here: what has begun before would never end.
                        itself = Task.FromException<TValue>(_table.WaitsForItself(flight.Key));
                    }
                    else
                    {
                        flight.Callers++;
                        _flights[place] = flight;
                    }
                }
            }

            _others ??= new Task<TValue>?[_flights.Length];
            _others[place] = itself ?? known?.Task ?? Join(_flights[place]!);
        }

        private Task<TValue> Join(Flight<TKey, TValue> flight) => _callersToken.CanBeCanceled
            ? _table.WaitAsync(flight, flight.Answer, starts: false, _callersToken)
            : flight.Answer.Task;

        private void Succeed(Flight<TKey, TValue> flight, TValue value)
        {
            Assessed assessed;
            try
            {
                assessed = _table.Assess(flight.Key, value);
            }
            catch (Exception exception)
            {
                _table.Failed(flight, exception);
                return;
            }

            _table.Loaded(flight, value, assessed);
        }

        private void OneLeft()
        {
            if (Interlocked.Decrement(ref _staying) == 0)
                _cancellation?.Cancel();
        }

        /// <summary>One of them. Its source is all of theirs: it is cancelled when the last of them is.</summary>
        private sealed class JointFlight(JointFlights all, TKey key, Lifetimes lifetimes) : Flight<TKey, TValue>(key, source: null, lifetimes)
        {
            public override void Cancel() => all.OneLeft();
        }
    }
}
