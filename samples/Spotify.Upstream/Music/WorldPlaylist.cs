using System.Text;
using Samples;
using static System.FormattableString;

namespace Dj.Upstream.Music;

/// <summary>Something in a playlist: a track, or what Spotify has in the place of one.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Track">The track, where it is one.</param>
/// <param name="AddedAt">Since when.</param>
/// <param name="AddedBy">Whose doing.</param>
public sealed record PlaylistEntry(EntryKind Kind, WorldTrack? Track, DateTimeOffset AddedAt, string AddedBy);

/// <summary>What an entry of a playlist is.</summary>
public enum EntryKind
{
    Track,

    /// <summary>An episode of a podcast.</summary>
    Episode,

    /// <summary>A file on somebody's disk, of which Spotify has only the name.</summary>
    LocalFile,

    /// <summary>A track that Spotify no longer has.</summary>
    Lost,
}

/// <summary>A playlist. Each edit gives it another snapshot.</summary>
public sealed class WorldPlaylist
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _snapshots = [];
    private PlaylistState _state;

    internal WorldPlaylist(string id, string name, string description, string ownerId, IReadOnlyList<PlaylistEntry> entries)
    {
        Id = id;
        Name = name;
        Description = description;
        OwnerId = ownerId;
        _state = new PlaylistState(Snapshot(1), 1, entries);
        _snapshots.Add(_state.SnapshotId);
    }

    public string Id { get; }

    public string Name { get; }

    public string Description { get; }

    public string OwnerId { get; }

    public string SnapshotId => State.SnapshotId;

    /// <summary>How many entries, whatever they are.</summary>
    public int Total => State.Entries.Count;

    /// <summary>The tracks in their order; other entries are left out.</summary>
    public IReadOnlyList<string> TrackIds =>
        [.. State.Entries.Where(entry => entry.Kind == EntryKind.Track).Select(entry => entry.Track!.Id)];

    internal PlaylistState State
    {
        get { lock (_lock) return _state; }
    }

    /// <summary>Puts tracks in, as with Spotify's own app: at the end, or before the entry at <paramref name="position"/>.</summary>
    public string Add(IReadOnlyCollection<WorldTrack> tracks, DateTimeOffset now, int? position = null) => Edit(entries =>
    {
        var added = tracks.Select(track => new PlaylistEntry(EntryKind.Track, track, now, OwnerId));
        var at = Math.Min(position ?? entries.Count, entries.Count);
        return [.. entries.Take(at), .. added, .. entries.Skip(at)];
    });

    /// <summary>Takes all occurrences of tracks out.</summary>
    public string Remove(IReadOnlyCollection<string> trackIds) => Edit(entries =>
        [.. entries.Where(entry => entry.Track is null || !trackIds.Contains(entry.Track.Id))]);

    internal bool HasHad(string snapshotId)
    {
        lock (_lock) return _snapshots.Contains(snapshotId);
    }

    private string Edit(Func<IReadOnlyList<PlaylistEntry>, IReadOnlyList<PlaylistEntry>> edit)
    {
        lock (_lock)
        {
            var version = _state.Version + 1;
            _state = new PlaylistState(Snapshot(version), version, edit(_state.Entries));
            _snapshots.Add(_state.SnapshotId);
            return _state.SnapshotId;
        }
    }

    // As Spotify writes them: the number of the edit and 20 bytes that mean nothing to others.
    private string Snapshot(int version)
    {
        var edit = Invariant($"{Id}/{version}");
        var hash = string.Concat(Enumerable.Range(0, 5).Select(part => Invariant($"{StableHash.Of(edit, part):x8}")));
        return Convert.ToBase64String(Encoding.ASCII.GetBytes(Invariant($"{version},{hash}")));
    }
}

/// <summary>What a playlist is at one moment. Never changes, so that an answer is of one piece.</summary>
internal sealed record PlaylistState(string SnapshotId, int Version, IReadOnlyList<PlaylistEntry> Entries);
