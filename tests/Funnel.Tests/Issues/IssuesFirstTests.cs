using System.Text.Json;
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
