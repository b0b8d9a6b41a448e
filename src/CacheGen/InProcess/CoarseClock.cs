using System.Runtime.CompilerServices;

namespace CacheGen.InProcess;

/// <summary>
/// Environment.TickCount64 as a field: to read it costs half a nanosecond, to ask the system more than all the rest of a hit. A thread
/// of the process's own brings it up to date every 10 ms while anybody reads it, and sleeps otherwise. It is a thread and not a timer because a
/// timer's callback waits for the thread pool: were that exhausted, time would stand still and nothing would expire.
/// </summary>
internal static class CoarseClock
{
    private const int Step = 10;
    private const int StepsBetweenQuestions = 100;

    // In place of the time: whoever reads this says that he is there.
    private const long IsAnybodyThere = -1;

    private static readonly ManualResetEventSlim s_wake = new(initialState: false);
    private static long s_now = IsAnybodyThere;
    private static int s_isAsleep = 1;
    private static int s_isStarted;

    /// <summary>Some 10 ms behind at most, unless the process gets no processor at all.</summary>
    public static long Now
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var now = Volatile.Read(ref s_now);
            return now >= 0 ? now : Precise();
        }
    }

    /// <summary>The system's time. It becomes the coarse time too.</summary>
    public static long Precise()
    {
        var now = Environment.TickCount64;
        // The browser has one thread, whose time nobody else could tell.
        if (Volatile.Read(ref s_now) == now || OperatingSystem.IsBrowser())
            return now;
        // A full fence before the look: either the thread sees the time and stays awake, or it is seen asleep here.
        Interlocked.Exchange(ref s_now, now);
        if (Volatile.Read(ref s_isAsleep) == 1 && !Wake())
            Interlocked.Exchange(ref s_now, IsAnybodyThere);
        return now;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Wake()
    {
        if (Interlocked.Exchange(ref s_isStarted, 1) == 0)
        {
            try
            {
                new Thread(Run) { IsBackground = true, Name = "CacheGen clock" }.UnsafeStart();
            }
            catch (OutOfMemoryException)
            {
                // No more threads: the system is asked each time, until there are.
                s_isStarted = 0;
                return false;
            }
        }

        s_wake.Set();
        return true;
    }

    private static void Run()
    {
        while (true)
        {
            s_wake.Wait();
            s_wake.Reset();
            Volatile.Write(ref s_isAsleep, 0);
            while (KeepTime())
            {
            }

            Interlocked.Exchange(ref s_isAsleep, 1);
            // Who came in between saw the thread awake.
            if (Volatile.Read(ref s_now) >= 0)
                s_wake.Set();
        }
    }

    // For a second; false if nobody was there.
    private static bool KeepTime()
    {
        Volatile.Write(ref s_now, IsAnybodyThere);
        for (var step = 0; step < StepsBetweenQuestions; step++)
        {
            Thread.Sleep(Step);
            if (Volatile.Read(ref s_now) >= 0)
                Volatile.Write(ref s_now, Environment.TickCount64);
        }

        return Volatile.Read(ref s_now) >= 0;
    }
}
