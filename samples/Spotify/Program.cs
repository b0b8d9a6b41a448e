using Dj;
using Dj.Commands;
using Dj.Comparison;
using Dj.Http;
using Samples;

try
{
    return args switch
    {
        _ when args.Any(arg => arg is "--help" or "-h") => Help.Write(),
        ["analyze", .. var rest] => await AnalyzeAsync(AnalyzeOptions.Parse(rest)),
        _ => await AnalyzeAsync(AnalyzeOptions.Parse(args)),
    };
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
catch (Exception e) when (e is UpstreamException or UnknownPlaylistException or IOException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

static async Task<int> AnalyzeAsync(AnalyzeOptions options)
{
    var figures = await AnalyzeCommand.RunAsync(options, UpstreamSettings.FromEnvironment(), Console.Error);
    Console.Write(options.Json ? FiguresJson.Write(figures) + Environment.NewLine : FiguresTable.Write(figures));
    return 0;
}
