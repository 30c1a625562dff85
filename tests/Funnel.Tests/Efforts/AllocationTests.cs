using System.Net;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Efforts;

/// <summary>Where somebody's effort goes, across their open deals.</summary>
public sealed class AllocationTests
{
    private static readonly DateOnly Today = new(2026, 7, 24);

    [Theory, OnBoth]
    public async Task Open_deals_stand_by_what_went_into_them_beside_what_is_advised_and_the_share_that_goes_where_little_speaks_for_it_is_said(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (left, looking, idle) = (await DealAsync(sales, "Old hall", 1), await DealAsync(sales, "New yard", 3), await DealAsync(sales, "Quiet quay", null));
        await TalksAsync(sales.Ana, left, 6, minutes: 30);
        await TalksAsync(sales.Ana, looking, 2);
        await sales.Ana.Tenant.SaveAsync(Say(sales, looking, PursuitField.Hours, 12), Say(sales, looking, PursuitField.Chance, 40));
        var lost = await sales.DealAsync("Lost quay", stage: "Lost");
        await TalksAsync(sales.Ana, lost, 2);
        var page = await sales.Ana.PlainBrowser.TextAsync("/effort");
        foreach (var said in (string[])["6 of 8 talks went where little speaks for it.", "75% of the talks", "3 h 0 min", "noted of 6 of 8", "leave it", "12 hours", "40 of 100", "3 open deals", "about deals that are closed, or other people's"]) Assert.Contains(said, page);
        Assert.True(page.IndexOf("Old hall", StringComparison.Ordinal) < page.IndexOf("New yard", StringComparison.Ordinal), "What took most stands first.");
        Assert.DoesNotContain(idle.Name, page);
        Assert.DoesNotContain("Lost quay", page);
        var read = await ReadAsync(sales.Ana, "/api/effort");
        Assert.Equal((8, 6, 2, 180, 3), (read.GetProperty("talks").GetInt32(), read.GetProperty("doubtful").GetInt32(), read.GetProperty("elsewhere").GetInt32(), read.GetProperty("minutes").GetInt32(), read.GetProperty("open").GetInt32()));
        Assert.Equal(("Leave", "Watch"), (read.GetProperty("rows")[0].GetProperty("advised").GetString(), read.GetProperty("rows")[1].GetProperty("advised").GetString()));
    }

    [Theory, OnBoth]
    public async Task Thirty_or_ninety_days_are_looked_at_and_talks_of_nobody_say_so(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        Assert.Contains("No talk about an open deal was noted in these days.", await sales.Ana.PlainBrowser.TextAsync("/effort"));
        var deal = await DealAsync(sales, "New yard", 3);
        await TalksAsync(sales.Ana, deal, 2, on: Today.AddDays(-40));
        await TalksAsync(sales.Ana, deal, 1);
        await TalksAsync(sales.Ana, deal, 4, on: Today.AddDays(-90));
        Assert.Equal(3, (await ReadAsync(sales.Ana, "/api/effort")).GetProperty("talks").GetInt32());
        Assert.Equal(1, (await ReadAsync(sales.Ana, "/api/effort?days=30")).GetProperty("talks").GetInt32());
    }

    [Theory, OnBoth]
    public async Task It_is_shown_to_that_person_and_their_line_and_to_nobody_else(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Manager, "Priya Raman");
        var team = await sales.Ana.Tenant.TeamAsync("North", lead);
        var (ben, cleo) = (await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito", team), await sales.Ana.Tenant.PersonAsync(Role.Seller, "Cleo Wang", team));
        var deal = await sales.DealAsync("Yard of Ben", ben);
        await TalksAsync(ben, deal, 2);
        Assert.Contains("Yard of Ben", await ben.PlainBrowser.TextAsync("/effort"));
        Assert.Equal(HttpStatusCode.NotFound, (await cleo.PlainBrowser.GetAsync($"/effort?person={ben.Id}")).StatusCode);
        Assert.DoesNotContain("Ben Ito", await cleo.PlainBrowser.TextAsync("/effort"));
        // Until it is recorded that the team was told, its leader does not read it either: deals tell whose they are.
        Assert.Equal(HttpStatusCode.NotFound, (await lead.PlainBrowser.GetAsync($"/effort?person={ben.Id}")).StatusCode);
        await sales.Ana.Tenant.SaveAsync(new Coxswain.People.Teams.Telling { ById = lead.Id, At = new DateTime(2026, 7, 1, 8, 0, 0, DateTimeKind.Utc) });
        var page = await lead.PlainBrowser.TextAsync($"/effort?person={ben.Id}");
        foreach (var said in (string[])["Ben Ito", "Yard of Ben", "went where little speaks for it"]) Assert.Contains(said, page);
    }

    [Theory, OnBoth]
    public async Task It_sends_as_many_statements_for_many_deals_as_for_one(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await TalksAsync(sales.Ana, await DealAsync(sales, "One", 2), 1);
        var few = await sales.Ana.StatementsAsync("/effort");
        for (var i = 0; i < 70; i++) await TalksAsync(sales.Ana, await DealAsync(sales, $"More {i}", 2), 2);
        var many = await sales.Ana.StatementsAsync("/effort");
        Assert.Equal(few.Count, many.Count);
        Assert.InRange(many.Count, 1, 12);
        Assert.Contains("and 11 more", await sales.Ana.PlainBrowser.TextAsync("/effort"));
    }

    private static async Task<Opportunity> DealAsync(Sales sales, string name, int? status)
    {
        var account = new Account { Name = $"{name} GmbH", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var deal = new Opportunity { Name = name, AccountId = account.Id, OwnerId = sales.Ana.Id, StageId = sales.Stage("Discover").Id, End = StageEnd.Open, Amount = 20_000_00, Currency = "EUR", OpenedOn = Today.AddDays(-60) };
        await sales.Ana.Tenant.SaveAsync(deal);
        // Not looking and without interest is advised to be left; who looks holds one of three.
        if (status is { } known) await sales.Ana.Tenant.SaveAsync(Say(sales, deal, PursuitField.Status, known), Say(sales, deal, PursuitField.Interest, known == 1 ? 1 : 4));
        return deal;
    }

    private static PursuitSaying Say(Sales sales, Opportunity deal, PursuitField field, int value) => new() { OpportunityId = deal.Id, Field = field, Value = value, On = Today.AddDays(-3), SaidById = sales.Ana.Id };

    private static Task TalksAsync(TestViewer who, Opportunity deal, int count, int? minutes = null, DateOnly? on = null) => EffortTests.TalkedAsync(who, deal.AccountId, deal.Id, on ?? Today.AddDays(-1), count, minutes);

    private static async Task<JsonElement> ReadAsync(TestViewer who, string url) => JsonDocument.Parse(await who.Program.PageAsync(url)).RootElement;
}
