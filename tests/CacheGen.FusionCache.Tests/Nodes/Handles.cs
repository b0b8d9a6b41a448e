using CacheGen.Conformance;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>The handles that most of these tests use, under short names.</summary>
public static class Handles
{
    public static CacheHandle<string?> Plain(this Node node, int id) => Catalog.Cache.Plain(node.Cache, id);

    public static CacheHandle<string?> FailSafe(this Node node, int id) => Catalog.Cache.FailSafe(node.Cache, id);
}
