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
        private readonly Action? _prepare;
        private readonly Action? _done;

        public Subject(Type type)
        {
            var instance = Activator.CreateInstance(type)!;
            var methods = type.GetMethods();
            _benchmarks = [.. methods.Where(method => method.IsDefined(typeof(BenchmarkAttribute))).Select(method => Call(method, instance))];
            _prepare = Marked<IterationSetupAttribute>(methods, instance);
            _done = Marked<GlobalCleanupAttribute>(methods, instance);
            Marked<GlobalSetupAttribute>(methods, instance)?.Invoke();
        }

        public void Pass()
        {
            foreach (var benchmark in _benchmarks)
                Repeat(benchmark);
        }

        public void Done() => _done?.Invoke();

        // What fails here fails again under BenchmarkDotNet, which reports it.
        private void Repeat(Action benchmark)
        {
            try
            {
                var watch = Stopwatch.StartNew();
                for (var call = 0; call < Calls && watch.Elapsed < s_longest; call++)
                {
                    _prepare?.Invoke();
                    benchmark();
                }
            }
            catch (TargetInvocationException)
            {
            }
        }

        private static Action? Marked<TAttribute>(IEnumerable<MethodInfo> methods, object instance)
            where TAttribute : Attribute =>
            methods.Where(method => method.IsDefined(typeof(TAttribute))).Select(method => Call(method, instance)).SingleOrDefault();

        private static Action Call(MethodInfo method, object instance) => () => method.Invoke(instance, null);
    }
}
