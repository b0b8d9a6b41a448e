using Discogs;
using Discogs.Replay;
using Discogs.Serve;
using Samples;

try
{
    return args switch
    {
        _ when args.Any(arg => arg is "--help" or "-h") => Help(),
        ["serve", .. var rest] => await ServeCommand.RunAsync(ServeOptions.Parse(rest)),
        ["upstream", .. var rest] => await UpstreamCommand.RunAsync(ServeOptions.Parse(rest)),
        ["replay", .. var rest] => await ReplayAsync(ReplayOptions.Parse(rest)),
        _ => await ReplayAsync(ReplayOptions.Parse(args)),
    };
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
catch (IOException e)
{
    // An address that cannot be listened on.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

static async Task<int> ReplayAsync(ReplayOptions options)
{
    var figures = await ReplayCommand.RunAsync(options, Console.Error);
    Console.Write(options.Json ? ReplayJson.Write(figures) + Environment.NewLine : ReplayTable.Write(figures));
    return 0;
}

static int Help()
{
    Console.WriteLine(
        """
        The Discogs sample: a service on a rate-limited API, cached by CacheGen.

          replay     the same sessions straight and cached, side by side, and the difference (the default)
            --seed N       another catalogue and other sessions (1)
            --sessions N   how many; they begin some 45 s apart (36)
            --speed N      how many times as fast as life (40)
            --json         the figures as JSON on standard output, alone
          serve      the cached service over HTTP; /stats says what the cache does
            --urls URL     where to listen (http://127.0.0.1:5080)
            --seed N       another catalogue behind it (1)
          upstream   the simulated Discogs API alone, for other clients to try
            --urls URL     where to listen (http://127.0.0.1:5081)
            --seed N       another catalogue (1)

        A session is one user's visit: profile, statistics, then 24 to 36 questions some seconds apart.
        serve talks to the simulated API unless DISCOGS_BASE_URL (https://api.discogs.com) and DISCOGS_TOKEN say otherwise;
        replay always does, because Discogs would not like it.
        """);
    return 0;
}
