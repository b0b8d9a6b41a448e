using CacheGen.FusionCache.Tests.Redis;

namespace CacheGen.FusionCache.Tests.Nodes;

// All that nodes do for one another they do with a front too. Its window is longer than any of these tests waits: it is by news alone that
// a node sees what another one did.

internal static class FrontNodes
{
    public static NodeOptions Options { get; } = new() { FrontWindow = TimeSpan.FromHours(1) };
}

public sealed class FrontNewsTests(RedisServer redis) : NewsTests(redis)
{
    protected override NodeOptions Options => FrontNodes.Options;
}

public sealed class FrontInFlightTests(RedisServer redis) : InFlightTests(redis)
{
    protected override NodeOptions Options => FrontNodes.Options;
}

public sealed class FrontSharingTests(RedisServer redis) : SharingTests(redis)
{
    protected override NodeOptions Options => FrontNodes.Options;
}

public sealed class FrontValueNodesTests(RedisServer redis) : ValueNodesTests(redis)
{
    protected override NodeOptions Options => FrontNodes.Options;
}

public sealed class FrontStreamSharingTests(RedisServer redis) : StreamSharingTests(redis)
{
    protected override NodeOptions Options => FrontNodes.Options;
}

public sealed class FrontLateWriteTests : LateWriteTests
{
    protected override NodeOptions Options => FrontNodes.Options;
}

public sealed class FrontOutageTests : OutageTests
{
    protected override NodeOptions Options => FrontNodes.Options;
}

public sealed class FrontRecoveryTests : RecoveryTests
{
    protected override NodeOptions Options => FrontNodes.Options;
}
