using CacheGen.Testing;
using Xunit;

namespace CacheGen.Language.Tests.Scenes;

public class SceneTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly CurrentUser _user = new();
    private readonly SceneService _service;

    public SceneTests() => _service = new SceneService(MethodCache.CreateInProcess(new CacheGenOptions { TimeProvider = _clock }), _user);

    [Fact]
    public async Task Decision_RestsOnTheMarkedPartsOfItsContext()
    {
        await _service.DecideAsync(new PromptContext("fight", "s1"));
        await _service.DecideAsync(new PromptContext("fight", "s1"));
        await _service.DecideAsync(new PromptContext("fight", "s2"));
        Assert.Equal(2, _service.Calls.Count);
    }

    [Fact]
    public async Task DecisionAboutASceneThatIsGone_IsMadeAnew()
    {
        await _service.DecideAsync(new PromptContext("fight", "s1"));
        _service.Scenes.Remove("s1");
        _service.Answers.Enqueue(new Decision("flee", "s2"));
        Assert.Equal("flee", (await _service.DecideAsync(new PromptContext("fight", "s1"))).Choice);
        Assert.Equal("flee", (await _service.DecideAsync(new PromptContext("fight", "s1"))).Choice);
        Assert.Equal(2, _service.Calls.Count);
    }

    [Fact]
    public async Task DecisionThatSaysHowLongItIsGood_IsKeptThatLong()
    {
        var context = new PromptContext("fight", "s1");
        _service.Answers.Enqueue(new Decision("wait", "s1", TimeSpan.FromMinutes(1)));
        Assert.Equal("wait", (await _service.DecideAsync(context)).Choice);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("go", (await _service.DecideAsync(context)).Choice);
        _clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("go", (await _service.DecideAsync(context)).Choice);
        Assert.Equal(2, _service.Calls.Count);
    }

    [Fact]
    public async Task FailedBuild_IsNotKept()
    {
        _service.Answers.Enqueue(new Build(false, "error"));
        Assert.False((await _service.BuildAsync("<a/>")).Succeeded);
        Assert.True((await _service.BuildAsync("<a/>")).Succeeded);
        Assert.True((await _service.BuildAsync("<a/>")).Succeeded);
        Assert.Equal(2, _service.Calls.Count);
    }

    [Fact]
    public async Task FailedPreview_IsAnsweredByTheLastGoodOne()
    {
        _service.Answers.Enqueue(new Build(false, "error"));
        Assert.False((await _service.PreviewAsync("s1")).Succeeded);
        Assert.True((await _service.PreviewAsync("s1")).Succeeded);
        _clock.Advance(TimeSpan.FromMinutes(11));
        _service.Answers.Enqueue(new Build(false, "error"));
        Assert.True((await _service.PreviewAsync("s1")).Succeeded);
    }

    [Fact]
    public async Task OnlyExceptionsOfTheNetwork_AreAnsweredByAStaleValue()
    {
        await _service.PreviewAsync("s1");
        _clock.Advance(TimeSpan.FromMinutes(11));
        _service.Answers.Enqueue(new ArgumentException("a mistake"));
        await Assert.ThrowsAsync<ArgumentException>(() => _service.PreviewAsync("s1"));
        _service.Answers.Enqueue(new HttpRequestException("away"));
        Assert.True((await _service.PreviewAsync("s1")).Succeeded);
    }

    [Fact]
    public async Task EmptySuggestion_IsAMiss()
    {
        await _service.SuggestAsync("x");
        await _service.SuggestAsync("x");
        Assert.Single(_service.Calls);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _service.SuggestAsync("x");
        Assert.Equal(2, _service.Calls.Count);
    }

    [Fact]
    public async Task ListThatDoesNotChange_IsAskedForLessAndLessOften()
    {
        await _service.ListAsync("p");
        _clock.Advance(TimeSpan.FromMinutes(10));
        await _service.ListAsync("p");
        _clock.Advance(TimeSpan.FromMinutes(19));
        await _service.ListAsync("p");
        Assert.Equal(2, _service.Calls.Count);

        _clock.Advance(TimeSpan.FromMinutes(1));
        _service.Answers.Enqueue((IReadOnlyList<string>)["s3"]);
        await _service.ListAsync("p");
        _clock.Advance(TimeSpan.FromMinutes(10));
        await _service.ListAsync("p");
        Assert.Equal(4, _service.Calls.Count);
    }

    [Fact]
    public async Task UsersAndTenants_NeverSeeOneAnothersAnswers()
    {
        foreach (var user in new[] { "ann", "bob", "ann" })
        {
            _user.Id = user;
            Assert.Equal($"{user}'s", await _service.PreferencesAsync());
        }

        Assert.Equal(2, _service.Calls.Count);
        Assert.Equal("acme's", await _service.QuotaAsync("acme"));
        Assert.Equal("zeta's", await _service.QuotaAsync("zeta"));

        _user.Id = null;
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => _service.PreferencesAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => _service.QuotaAsync(null));
        Assert.Equal(4, _service.Calls.Count);
    }
}
