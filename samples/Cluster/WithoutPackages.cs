// The whole program where FusionCache or the Redis client are on no package source; see Cluster.csproj.
Console.Error.WriteLine(
    "This sample needs ZiggyCreatures.FusionCache and StackExchange.Redis, which none of the configured package sources has: "
        + "add one that has them, such as nuget.org, then run dotnet restore and try again.");
return 1;
