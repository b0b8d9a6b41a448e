using Xunit;

namespace CacheGen.Tests.Configuration;

/// <summary>What the options may call a method, and what is said where there is none of that name.</summary>
public class NameTests
{
    private const string Type = "CacheGen.Tests.Configuration.Overloads";

    [Theory]
    [InlineData(Type + ".FindAsync(int)")]
    [InlineData("Overloads.FindAsync(string)")]
    [InlineData("overloads.findasync(STRING)")]
    [InlineData("Configuration.Overloads.GenericAsync")]
    [InlineData("Overloads.GenericAsync<T>")]
    [InlineData(Type + ".GenericAsync<T>(int)")]
    [InlineData(Type + ".Nested.OnlyAsync")]
    [InlineData("Nested.OnlyAsync()")]
    public void NameThatOneMethodHas_IsTaken(string name) => With(options => options.Methods[name].Ttl = TimeSpan.FromHours(1)).Validate();

    [Theory]
    [InlineData("Overloads.FindAsync", "may be any of '" + Type + ".FindAsync(int)' or '" + Type + ".FindAsync(string)': say which by the whole id")]
    [InlineData("Overloads.FindAsync(long)", "there is no such cached method. Did you mean 'Overloads.FindAsync(int)'")]
    [InlineData("Overloads.GenericAsinc", "Did you mean 'Overloads.GenericAsync'")]
    [InlineData(Type + ".Neested.OnlyAsync", "Did you mean '" + Type + ".Nested.OnlyAsync'")]
    [InlineData("OnlyAsync", "'Nested.OnlyAsync'")]
    [InlineData("loads.GenericAsync", "there is no such cached method")]
    [InlineData("Something.QuiteDifferent", "there is no such cached method")]
    public void NameThatNoneOrSeveralHave_IsRefused(string name, string says) =>
        Assert.Contains(says, ProblemsOf(options => options.Methods[name].Ttl = TimeSpan.FromHours(1)), StringComparison.Ordinal);

    [Fact]
    public void OneMethodByTwoNames_IsRefused() => Assert.Contains(
        "are the same method",
        ProblemsOf(options => options.Methods["Nested.OnlyAsync"].Enabled = options.Methods["Overloads.Nested.OnlyAsync"].Enabled = false),
        StringComparison.Ordinal);

    [Fact]
    public void UnknownProfileAndPrefix_AreRefusedWithTheirLikes()
    {
        var problems = ProblemsOf(options =>
        {
            options.Profiles["overload"].Ttl = TimeSpan.FromHours(1);
            options.Prefixes["configurd"].Ttl = TimeSpan.FromHours(1);
            options.Prefixes[Type].Ttl = TimeSpan.FromHours(1);
        });
        Assert.Contains("Profiles[\"overload\"]: no cached method has that profile. Did you mean 'overloads'?", problems, StringComparison.Ordinal);
        Assert.Contains("Prefixes[\"configurd\"]: no cached method has that prefix. Did you mean 'configured'?", problems, StringComparison.Ordinal);
        Assert.Equal(2, problems.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void TimesThatMakeNoSense_AreRefusedAllAtOnce()
    {
        var problems = ProblemsOf(options =>
        {
            options.DefaultTtl = TimeSpan.Zero;
            options.Profiles["overloads"] = new CachePolicyOverride { Ttl = TimeSpan.Zero, FailSafe = TimeSpan.FromSeconds(-1) };
        });
        Assert.Equal(
            [
                "CacheGenOptions.DefaultTtl is 00:00:00: it must be longer than zero.",
                "CacheGenOptions.Profiles[\"overloads\"].Ttl is 00:00:00: it must be longer than zero. To switch caching off set Enabled to false.",
                "CacheGenOptions.Profiles[\"overloads\"].FailSafe is -00:00:01: it must not be negative; zero switches it off.",
            ],
            problems.Split(Environment.NewLine));
    }

    [Fact]
    public async Task NameOfAGenericMethod_IsThatOfAllItsTypeArguments()
    {
        var cache = MethodCache.CreateInProcess(With(options => options.Methods["Overloads.GenericAsync"].Enabled = false));
        var overloads = new Overloads(cache);
        await overloads.GenericAsync<int>(1);
        await overloads.GenericAsync<int>(1);
        await overloads.GenericAsync<object>(1);
        Assert.Equal((3, 0), (cache.GetStatistics().Loads, cache.GetStatistics().Entries));
    }

    private static CacheGenOptions With(Action<CacheGenOptions> configure)
    {
        var options = new CacheGenOptions();
        configure(options);
        return options;
    }

    private static string ProblemsOf(Action<CacheGenOptions> configure) => Assert.Throws<ArgumentException>(() => With(configure).Validate()).Message;
}
