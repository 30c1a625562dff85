using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Charter;

/// <summary>The customer's way that sales and marketing sign, and whether help and winning go together.</summary>
public sealed class JourneyTests
{
    [Theory, OnBoth]
    public async Task It_is_in_force_once_both_named_have_signed_and_a_new_edition_waits_for_both_again(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var tenant = sales.Ana.Tenant;
        var (lea, max, ben) = (await tenant.PersonAsync(Role.Leader, "Lea Brandt"), await tenant.PersonAsync(Role.Staff, "Max Okoro"), await tenant.PersonAsync(Role.Seller, "Ben Ito"));
        (string, string)[] written = [("Steps", "Reads how others did it\n\n Lets us see the yard "), ("Goal", "900000"), ("GoalBy", "2031-01-01"), ("Sales", $"{sales.Ana.Id}"), ("Marketing", $"{max.Id}")];
        Assert.Equal(HttpStatusCode.SeeOther, (await lea.PlainBrowser.PostFormAsync("/charter/journey", written)).StatusCode);
        var id = await lea.InDb(db => db.JourneyEditions.Select(j => j.Id).SingleAsync());
        Assert.Contains("Edition 1 waits to be signed.", await max.PlainBrowser.TextAsync("/charter/journey"));
        foreach (var other in new[] { ben, lea }) Assert.Equal(HttpStatusCode.Forbidden, (await other.PlainBrowser.PostFormAsync($"/journey-editions/{id}/signatures")).StatusCode);
        Assert.DoesNotContain("I sign it", await ben.PlainBrowser.TextAsync("/charter/journey"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/journey-editions/{id}/signatures");
        Assert.Contains("not signed by both", await ben.PlainBrowser.TextAsync("/charter/journey"));
        await max.PlainBrowser.PostFormAsync($"/journey-editions/{id}/signatures");
        await sales.DealAsync("Won since", stage: "Won", amount: 184_000_00);
        await tenant.InDb(async db =>
        {
            foreach (var deal in await db.Rows<Opportunity>().ToListAsync()) deal.ClosedOn = DateOnly.FromDateTime(tenant.Host.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var page = await ben.PlainBrowser.TextAsync("/charter/journey");
        foreach (var said in (string[])["Sales and marketing agreed on the customer's way.", "2. Lets us see the yard", "in force", "184,000 won since it was written"]) Assert.Contains(said, page);
        // Staff see no deals, so nothing of them is summed for them.
        Assert.DoesNotContain("184,000", await max.PlainBrowser.TextAsync("/charter/journey"));
        await lea.PlainBrowser.PostFormAsync("/charter/journey", [.. written[1..], ("Steps", "Asks\nBuys\nTells others")]);
        Assert.Contains("Edition 2 waits to be signed.", await ben.PlainBrowser.TextAsync("/charter/journey"));
        Assert.Equal(HttpStatusCode.Forbidden, (await max.PlainBrowser.PostFormAsync($"/journey-editions/{id}/signatures")).StatusCode);
        Assert.Equal(1, JsonDocument.Parse(await ben.Program.PageAsync("/api/charter/journey")).RootElement.GetProperty("inForce").GetInt32());
    }

    [Theory, OnBoth]
    public async Task Only_a_leader_writes_it_one_cannot_sign_for_both_and_what_is_wrong_is_said_at_its_field(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var tenant = sales.Ana.Tenant;
        var lea = await tenant.PersonAsync(Role.Leader, "Lea Brandt");
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.PlainBrowser.PostFormAsync("/charter/journey", ("Steps", "A\nB"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await tenant.PersonAsync(Role.Admin, "Zoe Adler")).Program.PostAsJsonAsync("/api/charter/journey", new { steps = "A\nB", goal = 5, goalBy = "2031-01-01", sales = lea.Id, marketing = sales.Ana.Id })).StatusCode);
        var wrong = await lea.PlainBrowser.PostFormAsync("/charter/journey", ("Steps", "Only one"), ("Goal", "0"), ("GoalBy", "2020-01-01"), ("Sales", $"{lea.Id}"), ("Marketing", $"{lea.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var text = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        foreach (var said in (string[])["At least two steps, one a line.", "How much do both want to win together?", "This day is over.", "One person cannot sign for both.", "Only one"]) Assert.Contains(said, text);
        Assert.Equal(0, await lea.InDb(db => db.JourneyEditions.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Deals_with_help_before_their_end_stand_beside_those_without_and_too_few_say_so(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var tenant = sales.Ana.Tenant;
        var (ben, day) = (await tenant.PersonAsync(Role.Seller, "Ben Ito"), new DateOnly(2026, 7, 10));
        var (won, lost) = (sales.Stage("Won"), sales.Stage("Lost"));
        // Twenty without help, five won; ten with help before the end, nine won; one where help came after it.
        var deals = Enumerable.Range(0, 31).Select(i => i < 20 ? i < 5 : i != 20).Select((isWon, i) => new Opportunity { Name = $"Deal {i}", OwnerId = sales.Ana.Id, StageId = isWon ? won.Id : lost.Id, End = isWon ? StageEnd.Won : StageEnd.Lost, Currency = "EUR", OpenedOn = day.AddDays(i < 20 ? -60 : -30), ClosedOn = day }).ToList();
        await tenant.SaveAsync([.. deals]);
        HelpRequest Help(Opportunity deal, Guid who, int days) => new() { OwnerId = sales.Ana.Id, Kind = HelpKind.Expert, What = "Figures", OpportunityId = deal.Id, Anybody = true, State = HelpState.Done, AskedAt = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddDays(days), HelperId = who, AllocatedAt = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddDays(days), Currency = "EUR" };
        await tenant.SaveAsync([.. deals.Skip(20).Take(10).Select(d => Help(d, ben.Id, -3)), Help(deals[21], sales.Ana.Id, -2), Help(deals[30], ben.Id, 3)]);
        var rows = JsonDocument.Parse(await sales.Ana.Program.PageAsync("/api/charter/purpose")).RootElement.GetProperty("rows");
        Assert.Equal([(0, 21, 6), (1, 9, 8), (2, 1, -1)], rows.EnumerateArray().Select(r => (r.GetProperty("helpers").GetInt32(), r.GetProperty("deals").GetInt32(), r.GetProperty("won") is { ValueKind: JsonValueKind.Object } share ? (int)Math.Round(share.GetProperty("value").GetDouble() * share.GetProperty("n").GetInt32()) : -1)));
        Assert.Equal([60, 30], rows.EnumerateArray().Take(2).Select(r => r.GetProperty("days").GetInt32()));
        var page = await sales.Ana.PlainBrowser.TextAsync("/charter/purpose");
        foreach (var said in (string[])["Deals somebody helped with were won more often than the others: 89% to 29%.", "not enough data", "what goes together, not what help causes"]) Assert.Contains(said, page);
        var stranger = await (await tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lena Fremd");
        Assert.Contains("Not enough deals with help", await stranger.PlainBrowser.TextAsync("/charter/purpose"));
    }
}
