namespace CacheGen.InProcess;

internal sealed partial class InProcessTable<TKey, TValue>
{
    /// <summary>A caller whose token may be cancelled.</summary>
    private sealed class Waiter(InProcessTable<TKey, TValue> table, Flight<TKey, TValue> flight, TaskCompletionSource<TValue> answer)
    {
        private bool _left;

        public void Leave()
        {
            var stripe = table.StripeOf(flight.Key);
            lock (stripe)
            {
                // Left before, or answered already, by the load or by a stale value.
                if (_left || flight.IsOver || flight.Answer != answer)
                    return;
                _left = true;
                flight.Callers--;
                // What goes on behind its callers goes on for the next ones, as long as these need not wait for it.
                if (flight.Callers > 0 || (flight.GoesOnBehind && table.Servable(flight.Key, table._clock.Now) is not null))
                    return;
                flight.IsOver = true;
                if (!flight.IsDetached)
                    Detach(stripe, flight.Key);
            }

            flight.StopTimers();
            table.Cancel(flight);
        }
    }

    // What the source registered on its token runs here, on a timer's thread or that of a caller who leaves: neither can answer for it.
    private void Cancel(Flight<TKey, TValue> flight)
    {
        try
        {
            flight.Cancel();
        }
        catch (AggregateException exception)
        {
            Log.CancellationFailed(_cache.Logger, exception, Method.Id, FormatKey(flight.Key));
        }
    }

    /// <summary>What a flight's timers call.</summary>
    private sealed class Alarm(InProcessTable<TKey, TValue> table, Flight<TKey, TValue> flight)
    {
        public void Soft()
        {
            Entry<TKey, TValue>? fallback;
            TaskCompletionSource<TValue> answer;
            int callers;
            lock (table.StripeOf(flight.Key))
            {
                if (flight.IsOver || flight.IsDetached)
                    return;
                fallback = table.Servable(flight.Key, table._clock.Now);
                if (fallback is null)
                    return;
                (answer, callers) = flight.Release();
            }

            table.Counters.ServedStale(callers);
            answer.TrySetResult(fallback.Value);
        }

        public void Hard()
        {
            table.Failed(flight, new TimeoutException(
                $"The source of {table.Method.Id} took longer than its HardTimeout of {TimeSpan.FromMilliseconds(flight.Lifetimes.HardTimeout)} for key '{table.FormatKey(flight.Key)}'."));
            table.Cancel(flight);
        }
    }
}
