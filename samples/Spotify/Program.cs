using Dj;
using Dj.Commands;
using Dj.Comparison;
using Dj.Http;
using Dj.Outage;
using Dj.Serve;
using Samples;

try
{
    return args switch
    {
        _ when args.Any(arg => arg is "--help" or "-h") => Help.Write(),
        ["analyze", .. var rest] => await AnalyzeAsync(AnalyzeOptions.Parse(rest)),
        ["outage", .. var rest] => await OutageAsync(OutageOptions.Parse(rest)),
        ["serve", .. var rest] => await ServeCommand.RunAsync(ServeOptions.Parse(rest), UpstreamSettings.FromEnvironment()),
        ["upstream", .. var rest] => await UpstreamCommand.RunAsync(ServeOptions.Parse(rest)),
        _ => await AnalyzeAsync(AnalyzeOptions.Parse(args)),
    };
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
catch (Exception e) when (e is UpstreamException or UnknownPlaylistException or IOException or TimeoutException)
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

static async Task<int> OutageAsync(OutageOptions options)
{
    var figures = await OutageCommand.RunAsync(options, Console.Error);
    Console.Write(OutageTable.Write(figures));
    return figures.Steps.All(step => step.AsBefore == step.Tracks) ? 0 : 1;
}
