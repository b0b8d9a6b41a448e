using Discogs.Upstream.Catalogue;

namespace Cluster.Demo;

/// <summary>A release of the API that a contributor corrects in the course of the story: its title tells old answers from new ones.</summary>
internal sealed class Release(MusicCatalogue catalogue, int rank)
{
    private readonly Pressing _original = catalogue.Pressings[rank];

    public int Id => _original.Id;

    /// <summary>As the API has it now.</summary>
    public string Title => catalogue.FindPressing(Id)!.Title;

    /// <summary>As it was before it was corrected.</summary>
    public string OldTitle => _original.Title;

    public void Correct() => catalogue.Correct(_original with { Title = $"{_original.Title} (corrected)" });
}
