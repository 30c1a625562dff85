using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Faults;

public sealed class UpgradesAtOnceTests
{
    [Theory, OnBoth]
    public async Task Of_several_started_at_once_one_upgrades_and_the_others_wait_and_find_it_done(Engine engine)
    {
        var place = await Prompt.OnAsync(engine);
        var said = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => place.CoxAsync("migrate"))));
        Assert.All(said, s => Assert.True(s.Code == 0, s.Aside));
        Assert.Single(said, s => s.Data.Contains("Applied", StringComparison.Ordinal));
        Assert.Equal(3, said.Count(s => s.Data.Contains("up to date", StringComparison.Ordinal)));
        Assert.Equal(0, (await place.CoxAsync("doctor")).Code);
    }

    [Fact]
    public async Task Whoever_finds_another_at_it_begins_when_that_one_is_done()
    {
        var place = await Prompt.OnAsync(Engine.Sqlite);
        Task<Said> waiting;
        await using (new FileStream(place.Database.File + "-upgrade", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            waiting = Task.Run(() => place.CoxAsync("migrate"));
            // Another place, begun later and upgraded whole: time enough for the first, had it not waited.
            Assert.Equal(0, (await (await Prompt.OnAsync(Engine.Sqlite)).CoxAsync("migrate")).Code);
            Assert.False(waiting.IsCompleted);
        }
        Assert.Equal(0, (await waiting.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).Code);
    }
}
