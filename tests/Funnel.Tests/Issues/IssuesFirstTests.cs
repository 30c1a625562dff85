using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Issues;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Issues;

/// <summary>How often an issue was confirmed before a proposal went.</summary>
public sealed class IssuesFirstTests
{
    private static readonly DateOnly Day = new(2026, 7, 10);

    [Theory, OnBoth]
    public async Task A_seller_sees_their_own_share_with_its_range_beside_the_published_one_and_below_five_not_enough_data(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await ProposeAsync(sales, sales.Ana, 2, true);
        var few = await sales.Ana.PlainBrowser.TextAsync("/issues-first");
        Assert.Contains("Not enough proposals to say how often we ask first.", few);
        Assert.Contains("not enough data", few);
        await ProposeAsync(sales, sales.Ana, 4, true);
        await ProposeAsync(sales, sales.Ana, 2, false);
        var page = await sales.Ana.PlainBrowser.TextAsync("/issues-first");
        Assert.Contains("Before 75% of our proposals a customer had confirmed what they want solved (46% to 91%, n = 8).", page);
        foreach (var published in (string[])["93", "48", "year and number of answers not given"]) Assert.Contains(published, page);
    }

    [Theory, OnBoth]
    public async Task Others_see_nothing_of_a_seller_and_who_leads_them_does(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Manager, "Priya Raman");
        var team = await sales.Ana.Tenant.TeamAsync("North", lead);
        var (ben, cleo) = (await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito", team), await sales.Ana.Tenant.PersonAsync(Role.Seller, "Cleo Wang", team));
        await ProposeAsync(sales, ben, 6, true);
        await ProposeAsync(sales, cleo, 6, false);
        var own = Rows(await cleo.Program.PageAsync("/api/issues-first"));
        Assert.Equal(0, Assert.Single(own).GetProperty("first").GetProperty("value").GetDouble());
        // With two of them she would know his by taking hers off.
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(await cleo.Program.PageAsync("/api/issues-first")).RootElement.GetProperty("all").ValueKind);
        Assert.Equal(2, Rows(await lead.Program.PageAsync("/api/issues-first")).Count);
        Assert.DoesNotContain("Ben Ito", await lead.PlainBrowser.TextAsync("/issues-first"));
        Assert.Empty(Rows(await sales.Ana.Program.PageAsync("/api/issues-first")));
    }

    [Theory, OnBoth]
    public async Task What_talks_are_about_stands_by_quarter_with_n_for_whoever_held_them_and_their_line_alone(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Manager, "Priya Raman");
        var team = await sales.Ana.Tenant.TeamAsync("North", lead);
        var (ben, cleo) = (await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito", team), await sales.Ana.Tenant.PersonAsync(Role.Seller, "Cleo Wang", team));
        var deal = await sales.DealAsync(owner: ben);
        await TalkAsync(deal.Id, ben, TalkLevel.Product, new DateOnly(2026, 5, 4), 4);
        await TalkAsync(deal.Id, ben, TalkLevel.Market, new DateOnly(2026, 6, 4), 1);
        await TalkAsync(deal.Id, ben, TalkLevel.Market, Day, 1);
        await TalkAsync(deal.Id, ben, TalkLevel.Thinking, Day, 4);
        await TalkAsync(deal.Id, ben, TalkLevel.Thinking, Day.AddYears(-2), 5);
        var own = Levels(await ben.Program.PageAsync("/api/issues-first"));
        Assert.Equal([("2026-Q3", 5, 4, 0.8), ("2026-Q2", 5, 0, 0)], own.Select(r => (r.GetProperty("quarter").GetString(), r.GetProperty("talks").GetInt32(), r.GetProperty("thinking").GetInt32(), r.GetProperty("challenged").GetProperty("value").GetDouble())));
        Assert.Equal(2, Levels(await lead.Program.PageAsync("/api/issues-first")).Count);
        Assert.Empty(Levels(await cleo.Program.PageAsync("/api/issues-first")));
        Assert.Contains("Thinking challenged", await ben.PlainBrowser.TextAsync("/issues-first"));

        async Task TalkAsync(Guid about, TestViewer who, TalkLevel level, DateOnly on, int times)
        {
            for (var i = 0; i < times; i++)
            {
                var talk = new Interaction { Kind = InteractionKind.Call, OwnerId = who.Id, OccurredAt = on.ToDateTime(new TimeOnly(9, i), DateTimeKind.Utc), AboutKind = Kinds.Opportunity, AboutId = about };
                await sales.Ana.Tenant.SaveAsync(talk);
                await sales.Ana.Tenant.SaveAsync(new TalkRating { OpportunityId = about, InteractionId = talk.Id, HeldById = who.Id, On = on, Level = level, Evidence = "As they said", SaidById = who.Id });
            }
        }

        static List<JsonElement> Levels(string json) => [.. JsonDocument.Parse(json).RootElement.GetProperty("levels").EnumerateArray()];
    }

    [Theory, OnBoth]
    public async Task What_another_system_states_is_in_no_share_and_the_talks_stand_by_what_they_were_about(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await ProposeAsync(sales, sales.Ana, 5, true);
        var deal = await sales.DealAsync("Stated");
        await sales.Ana.Tenant.SaveAsync(new Proposal { OpportunityId = deal.Id, SentOn = Day, Currency = "EUR", SentById = sales.Ana.Id, StatedBy = "Offer desk" });
        await sales.Ana.Tenant.SaveAsync(new DealIssue { OpportunityId = deal.Id, Text = "Gates", UnderstoodOn = Day, Level = TalkLevel.Thinking }, new DealIssue { OpportunityId = deal.Id, Text = "Slots", UnderstoodOn = Day.AddYears(-3), Level = TalkLevel.Thinking });
        var read = JsonDocument.Parse(await sales.Ana.Program.PageAsync("/api/issues-first")).RootElement;
        Assert.Equal((5, 1, 1.0), (read.GetProperty("proposals").GetInt32(), read.GetProperty("stated").GetInt32(), read.GetProperty("all").GetProperty("value").GetDouble()));
        Assert.Equal(1, Assert.Single(Rows(read.GetRawText())).GetProperty("thinking").GetInt32());
        Assert.Contains("one proposal that another system states", await sales.Ana.PlainBrowser.TextAsync("/issues-first"));
    }

    private static List<JsonElement> Rows(string json) => [.. JsonDocument.Parse(json).RootElement.GetProperty("rows").EnumerateArray()];

    private static async Task ProposeAsync(Sales sales, TestViewer who, int times, bool after)
    {
        for (var i = 0; i < times; i++)
        {
            var deal = await sales.DealAsync($"Deal {i}", who);
            if (after) await sales.Ana.Tenant.SaveAsync(new DealIssue { OpportunityId = deal.Id, Text = "Trucks wait", UnderstoodOn = Day.AddDays(-9), ConfirmedOn = Day.AddDays(-2) });
            else await sales.Ana.Tenant.SaveAsync(new DealIssue { OpportunityId = deal.Id, Text = "Trucks wait", UnderstoodOn = Day.AddDays(-9), ConfirmedOn = Day.AddDays(1) });
            await sales.Ana.Tenant.SaveAsync(new Proposal { OpportunityId = deal.Id, SentOn = Day, Currency = "EUR", SentById = who.Id, Because = after ? null : "A date was set" });
        }
    }
}
