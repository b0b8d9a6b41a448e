using CacheGen.Conformance;

namespace CacheGen.FusionCache.Tests.Nodes;

/// <summary>The handle of the method that most of these tests use, under a short name.</summary>
public static class Handles
{
    public static CacheHandle<string?> Plain(this Node node, int id) => Catalog.Cache.Plain(node.Cache, id);
}
