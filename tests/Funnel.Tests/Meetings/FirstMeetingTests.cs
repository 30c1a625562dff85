using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Meetings;

/// <summary>A meeting with an account of which no deal is known yet.</summary>
public sealed class FirstMeetingTests
{
    [Theory, OnBoth]
    public async Task A_first_talk_is_planned_from_the_account_and_begins_a_deal_for_what_comes_of_it(Engine engine)
    {
        var (sales, account) = await WithAccountAsync(engine);
        var page = await sales.Ana.PlainBrowser.TextAsync($"/accounts/{account.Id}");
        Assert.Contains("Plan a meeting", page);
        Assert.Contains("Plan a meeting with Nordwind Logistik", await sales.Ana.PlainBrowser.TextAsync($"/accounts/{account.Id}/meetings/new"));
        var planned = await sales.Ana.PlainBrowser.PostFormAsync($"/accounts/{account.Id}/meetings", ("On", "2026-07-30"), ("Reason", "You see what others with two gates do"), ("Name", "Gate planning?"));
        Assert.Equal(HttpStatusCode.SeeOther, planned.StatusCode);
        var meeting = await sales.Ana.PlainBrowser.TextAsync(planned.Headers.Location!.OriginalString);
        Assert.Contains("You see what others with two gates do", meeting);
        var deal = await sales.Ana.InDb(db => db.Opportunities.SingleAsync(o => o.AccountId == account.Id));
        Assert.Equal(("Gate planning?", sales.Ana.Id, (long?)null), (deal.Name, deal.OwnerId, deal.Amount));
        Assert.Equal(deal.StageId, (await sales.Ana.InDb(db => db.Stages.OrderBy(s => s.Position).FirstAsync())).Id);
        // The next one may be about it, and begins none.
        Assert.Contains("Gate planning?", await sales.Ana.PlainBrowser.TextAsync($"/accounts/{account.Id}/meetings/new"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/accounts/{account.Id}/meetings", ("On", "2026-08-06"), ("Reason", "The figures you asked for"), ("Deal", $"{deal.Id}"));
        Assert.Equal((1, 2), (await sales.Ana.InDb(db => db.Opportunities.CountAsync(o => o.AccountId == account.Id)), await sales.Ana.InDb(db => db.MeetingPlans.CountAsync(p => p.OpportunityId == deal.Id))));
    }

    [Theory, OnBoth]
    public async Task A_meeting_that_cannot_be_planned_begins_nothing_and_what_was_typed_stays(Engine engine)
    {
        var (sales, account) = await WithAccountAsync(engine);
        var refused = await sales.Ana.PlainBrowser.PostFormAsync($"/accounts/{account.Id}/meetings", ("On", "2026-07-01"), ("Reason", "Two gates"), ("Name", "Gate planning?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        foreach (var said in (string[])["A plan is for a day to come.", "Two gates", "Gate planning?"]) Assert.Contains(said, page);
        Assert.Contains("Why would they give us the time?", await (await sales.Ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/meetings", new { on = "2026-07-30" })).Content.ReadAsStringAsync());
        Assert.Contains("Choose an open deal of this account.", await (await sales.Ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/meetings", new { on = "2026-07-30", reason = "Two gates", deal = (await sales.DealAsync()).Id })).Content.ReadAsStringAsync());
        Assert.Equal(0, await sales.Ana.InDb(db => db.Opportunities.CountAsync(o => o.AccountId == account.Id)));
        Assert.Equal(HttpStatusCode.NotFound, (await sales.Ana.Program.PostAsJsonAsync($"/api/accounts/{Guid.NewGuid()}/meetings", new { on = "2026-07-30", reason = "Two gates" })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Programs_plan_one_and_are_told_which_deal_it_began(Engine engine)
    {
        var (sales, account) = await WithAccountAsync(engine);
        var answer = await sales.Ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/meetings", new { on = "2026-07-30", reason = "Two gates" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var deal = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("dealId").GetGuid();
        Assert.Equal("First talk", (await sales.Ana.InDb(db => db.Opportunities.SingleAsync(o => o.Id == deal))).Name);
    }

    private static async Task<(Sales Sales, Account Account)> WithAccountAsync(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        return (sales, account);
    }
}
