using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Service.Coaching;
using Coxswain.Customers.Service.Guard;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Service;

public sealed class ConsistencyTests
{
    [Fact]
    public void Equal_people_are_not_said_to_differ_and_unequal_ones_are_with_how_much()
    {
        Assert.Equal(SpreadVerdict.NotEnough, Consistency.Spread([new(Guid.NewGuid(), 200, 150), new(Guid.NewGuid(), 4, 1)]).Verdict);
        var (equal, none) = Consistency.Spread([new(Guid.NewGuid(), 100, 90), new(Guid.NewGuid(), 100, 91), new(Guid.NewGuid(), 100, 89)]);
        Assert.Equal((SpreadVerdict.NoDetectableDifference, 0d), (equal, none!.Value));
        // Shares of 0.9 and 0.7 of a thousand each: the deviation of the true shares is that of the two, less the little chance there is.
        var (differs, between) = Consistency.Spread([new(Guid.NewGuid(), 1000, 900), new(Guid.NewGuid(), 1000, 700)]);
        Assert.Equal(SpreadVerdict.Differs, differs);
        Assert.InRange(between!.Value, 0.135, 0.1415);
    }

    [Fact]
    public void One_is_called_preferred_only_beyond_what_the_greatest_of_so_many_would_be_by_chance()
    {
        Assert.Equal(PreferenceVerdict.NotEnough, Consistency.Preference([4], 5));
        Assert.Equal(PreferenceVerdict.Even, Consistency.Preference([7, 5, 4, 4], 5));
        Assert.Equal(PreferenceVerdict.Concentrated, Consistency.Preference([24, 4, 3, 4, 5], 5));
        Assert.Equal(4, Consistency.Effective([5, 5, 5, 5])!.Value, 9);
        Assert.Equal(1, Consistency.Effective([12])!.Value, 9);
    }

    [Fact]
    public void The_bounds_of_shares_and_of_their_change_are_those_of_the_published_examples()
    {
        // Newcombe 1998, Statistics in Medicine 17:873, table II, method 10, case (a): 56/70 against 48/80, 95 %: 0.0524 to 0.3339.
        const double z95 = 1.959963984540054;
        var (value, low, high) = Ratio.Rise(Ratio.Wilson(48, 80, z95), Ratio.Wilson(56, 70, z95));
        Assert.Equal((0.2, 0.0524, 0.3339), (Math.Round(value, 4), Math.Round(low, 4), Math.Round(high, 4)));
        Assert.Null(Ratio.Of(4, 4));
    }

    [Theory, OnBoth]
    public async Task Whoever_leads_reads_of_each_of_theirs_and_somebody_in_support_of_themselves_beside_the_team(Engine engine)
    {
        var (ana, mia, ida) = await CaseTests.ThreeAsync(engine);
        var account = await ana.AccountAsync();
        var lea = await ana.Tenant.PersonAsync(Role.Support, "Lea Kern");
        var boss = await ana.Tenant.PersonAsync(Role.Leader, "Ruth Adler");
        await CaseTests.RatedAsync(ana.Tenant, account.Id, [mia], new(2026, 6, 1), good: 58, bad: 2);
        await CaseTests.RatedAsync(ana.Tenant, account.Id, [ida], new(2026, 6, 1), good: 30, bad: 30);
        await CaseTests.RatedAsync(ana.Tenant, account.Id, [lea], new(2026, 6, 1), good: 4, bad: 0);
        await ana.Tenant.SaveAsync([.. Enumerable.Range(0, 12).Select(i => new ServiceCase { AccountId = account.Id, Subject = $"Ask {i}", OwnerId = lea.Id, OpenedOn = new(2026, 6, 2), AskedForId = mia.Id, Rating = CaseRating.Bad, RatedOn = new(2026, 6, 2) })]);
        var all = await ReadAsync(boss);
        Assert.Equal(("Differs", "Concentrated", 3), (all.GetProperty("spread").GetString(), all.GetProperty("preference").GetString(), all.GetProperty("rows").GetArrayLength()));
        Assert.Equal(12, all.GetProperty("unhappyWithAnother").GetProperty("n").GetInt32());
        Assert.DoesNotContain("Mia Roth", await boss.Browser.TextAsync("/service/team"), StringComparison.Ordinal);
        Assert.Contains("People go by letters", await boss.Browser.TextAsync("/service/team"), StringComparison.Ordinal);
        await (await ana.Tenant.PersonAsync(Role.Admin, "Ines Castro")).PlainBrowser.PostFormAsync("/people/told");
        var page = await boss.Browser.TextAsync("/service/team");
        Assert.All(["Mia Roth", "Ida Sand", "Customers ask for Mia Roth by name"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        var own = await ReadAsync(ida);
        Assert.Equal("Ida Sand", Assert.Single(own.GetProperty("rows").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal((136, null), (own.GetProperty("team").GetProperty("n").GetInt32(), own.GetProperty("topName").GetString()));
        Assert.Empty((await ReadAsync(ana)).GetProperty("rows").EnumerateArray());
        var few = await ReadAsync(lea);
        Assert.Equal(16, few.GetProperty("rows")[0].GetProperty("rated").GetInt32());
    }

    [Theory, OnBoth]
    public async Task Who_looked_at_figures_of_service_is_written_down_for_those_they_are_about(Engine engine)
    {
        var (ana, mia, _) = await CaseTests.ThreeAsync(engine);
        var account = await ana.AccountAsync();
        var boss = await ana.Tenant.PersonAsync(Role.Leader, "Ruth Adler");
        await CaseTests.RatedAsync(ana.Tenant, account.Id, [mia], new(2026, 6, 1), good: 9, bad: 2);
        await boss.Browser.PageAsync("/service/team");
        await boss.Browser.PageAsync("/service/team");
        Assert.True(await ((Platform.Looks.LookLog)ana.Tenant.Host.Services.GetService(typeof(Platform.Looks.LookLog))!).FlushAsync(default));
        var page = await mia.Browser.TextAsync("/me");
        Assert.All(["Ruth Adler", "Consistency of service: how customers find your help"], said => Assert.Contains(said, page, StringComparison.Ordinal));
    }

    private static async Task<JsonElement> ReadAsync(TestViewer viewer) => await viewer.Program.GetFromJsonAsync<JsonElement>("/api/service/consistency");
}
