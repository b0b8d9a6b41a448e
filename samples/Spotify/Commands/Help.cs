namespace Dj.Commands;

internal static class Help
{
    public static int Write()
    {
        Console.WriteLine(
            """
            The Spotify sample: a DJ's playlist analysis on four upstreams, cached by CacheGen.
            """);
        return 0;
    }
}
