using System.Runtime.CompilerServices;

namespace CacheGen.FusionCache.Tests.Redis;

internal static class Pool
{
    // Each node would have a process and a pool of its own; here a dozen share one, some of whose threads block: on a connection, on
    // a synchronous answer of Redis, which needs a thread of the pool itself.
    [ModuleInitializer]
    internal static void HasThreadsForAll() => ThreadPool.SetMinThreads(32, 32);
}
