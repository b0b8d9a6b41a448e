namespace CacheGen.Benchmarks;

/// <summary>Hits on the FusionCache engine beside hand-written FusionCache.</summary>
public class FusionHits
{
}
