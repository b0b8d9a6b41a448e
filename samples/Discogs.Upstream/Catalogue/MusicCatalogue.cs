using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Discogs.Upstream.Catalogue;

/// <summary>Everything the simulated API knows: a generated music database and the collections of its users.</summary>
public sealed class MusicCatalogue
{
    private readonly FrozenDictionary<int, Pressing> _pressingById;
    private readonly ConcurrentDictionary<int, Pressing> _corrections = new();
    private readonly FrozenDictionary<int, Artist> _artistById;
    private readonly FrozenDictionary<int, Label> _labelById;
    private readonly FrozenDictionary<int, Master> _masterById;
    private readonly FrozenDictionary<string, User> _userByName;

    internal MusicCatalogue(
        IReadOnlyList<Pressing> pressings,
        IReadOnlyList<Artist> artists,
        IReadOnlyList<Label> labels,
        IReadOnlyList<User> users)
    {
        Pressings = pressings;
        Artists = artists;
        Labels = labels;
        Users = users;
        Masters = [.. pressings.GroupBy(pressing => pressing.MasterId).Select(versions => new Master(versions.Key, [.. versions]))];
        _pressingById = pressings.ToFrozenDictionary(pressing => pressing.Id);
        _artistById = artists.ToFrozenDictionary(artist => artist.Id);
        _labelById = labels.ToFrozenDictionary(label => label.Id);
        _masterById = Masters.ToFrozenDictionary(master => master.Id);
        _userByName = users.ToFrozenDictionary(user => user.Username, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All releases, the most popular first.</summary>
    public IReadOnlyList<Pressing> Pressings { get; }

    public IReadOnlyList<Artist> Artists { get; }

    public IReadOnlyList<Label> Labels { get; }

    public IReadOnlyList<Master> Masters { get; }

    public IReadOnlyList<User> Users { get; }

    public Pressing? FindPressing(int id) => _corrections.GetValueOrDefault(id) ?? _pressingById.GetValueOrDefault(id);

    public Artist? FindArtist(int id) => _artistById.GetValueOrDefault(id);

    public Label? FindLabel(int id) => _labelById.GetValueOrDefault(id);

    public Master? FindMaster(int id) => _masterById.GetValueOrDefault(id);

    public User? FindUser(string username) => _userByName.GetValueOrDefault(username);

    /// <summary>
    /// A contributor corrects a release: who asks for it by its number sees this from now on. Lists, search and collections go on
    /// with what they were made of.
    /// </summary>
    public void Correct(Pressing pressing) => _corrections[pressing.Id] = pressing;
}
