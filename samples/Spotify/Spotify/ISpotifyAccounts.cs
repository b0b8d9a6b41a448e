namespace Dj.Spotify;

/// <summary>Who calls Spotify: this application, or one of its users.</summary>
public interface ISpotifyAccounts
{
    /// <summary>A token of this application's own (the client credentials flow).</summary>
    Task<AccessToken> GetTokenAsync(CancellationToken ct = default);

    /// <summary>Spotify does not accept a token of this application's own any more: the next one asked for is another.</summary>
    Task ForgetTokenAsync(AccessToken refused, CancellationToken ct = default);

    /// <summary>The user whose token it is; null where Spotify does not accept it (any more).</summary>
    Task<SpotifyUser?> GetMeAsync(string userToken, CancellationToken ct = default);
}
