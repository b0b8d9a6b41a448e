using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace CacheGen.Benchmarks.Running;

/// <summary>
/// Brings the code of all benchmarks to the JIT's last tier, which takes several rounds of calls with pauses in between, in which it works in
/// the background. BenchmarkDotNet's own warm-up is of one benchmark at a time, so each would pay these pauses.
/// </summary>
internal static class Warmup
{
    // Tier 0, instrumented, optimised; each promotion takes 30 calls and a tenth of a second without new code.
    private const int Passes = 4;
    private const int Calls = 40;
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    public static void Of(IReadOnlyCollection<Type> types)
    {
        var all = types.Select(type => new Subject(type)).ToArray();
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var subject in all)
                subject.Pass();
            Thread.Sleep(s_pause);
        }

        foreach (var subject in all)
            subject.Done();
    }

    private sealed class Subject
    {
        private readonly Action[] _benchmarks;
        private readonly Action _prepare;
        private readonly Action _done;

        public Subject(Type type)
        {
            var instance = Activator.CreateInstance(type)!;
            _benchmarks = [.. Marked<BenchmarkAttribute>(type, instance)];
            _prepare = Marked<IterationSetupAttribute>(type, instance).SingleOrDefault(() => { });
            _done = Marked<GlobalCleanupAttribute>(type, instance).SingleOrDefault(() => { });
            Marked<GlobalSetupAttribute>(type, instance).SingleOrDefault(() => { })();
        }

        public void Pass()
        {
            foreach (var benchmark in _benchmarks)
            {
                var watch = Stopwatch.StartNew();
                for (var call = 0; call < Calls && watch.Elapsed < s_longest; call++)
                {
                    _prepare();
                    benchmark();
                }
            }
        }

        public void Done() => _done();

        private static IEnumerable<Action> Marked<TAttribute>(Type type, object instance)
            where TAttribute : Attribute =>
            type.GetMethods().Where(method => method.IsDefined(typeof(TAttribute))).Select(method => (Action)(() => Call(method, instance)));

        // What fails here fails again under BenchmarkDotNet, which reports it.
        private static void Call(MethodInfo method, object instance)
        {
            try
            {
                method.Invoke(instance, null);
            }
            catch (TargetInvocationException)
            {
            }
        }
    }
}
