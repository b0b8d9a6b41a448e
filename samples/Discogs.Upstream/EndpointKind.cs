namespace Discogs.Upstream;

/// <summary>What an endpoint serves: decides how long an answer takes and under which heading a call is counted.</summary>
public enum EndpointKind
{
    Release,
    Collection,
    Search,
    Profile,
    Other,
}
