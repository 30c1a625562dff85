using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class ListOpportunitiesTests
{
    [Theory, OnBoth]
    public async Task Open_deals_stand_by_close_date_with_their_sum_in_the_head(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.DealAsync("Later", closeOn: new DateOnly(2026, 10, 1), amount: 10_000_00);
        await sales.DealAsync("Sooner", closeOn: new DateOnly(2026, 8, 1), amount: 5_000_00);
        await sales.DealAsync("No day", amount: null);
        await sales.DealAsync("Won long ago", stage: "Won");
        var page = await sales.Ana.PlainBrowser.TextAsync("/opportunities");
        Assert.True(page.IndexOf("Sooner", StringComparison.Ordinal) < page.IndexOf("Later", StringComparison.Ordinal));
        Assert.True(page.IndexOf("Later", StringComparison.Ordinal) < page.IndexOf("No day", StringComparison.Ordinal));
        Assert.Contains("€\u00A015,000", page);
        Assert.Contains("one amount unknown", page);
        Assert.DoesNotContain("Won long ago", page);
        Assert.Contains("Won long ago", await sales.Ana.PlainBrowser.TextAsync("/opportunities?end=Won"));
        Assert.Contains("Won long ago", await sales.Ana.PlainBrowser.TextAsync("/opportunities?all=1"));
    }

    [Theory, OnBoth]
    public async Task A_program_that_asks_what_changed_is_told_of_deals_that_ended(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync("Yard planning", amount: 10_000_00);
        var since = sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        Assert.True((await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal.Id}/closures", new { end = "Won" })).IsSuccessStatusCode);
        var page = await sales.Ana.Program.GetFromJsonAsync<JsonElement>($"/api/opportunities?changedSince={since:O}");
        Assert.Equal("Won", page.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("name").GetString() == "Yard planning").GetProperty("end").GetString());
    }

    [Theory, OnBoth]
    public async Task Mine_shows_mine_and_an_amount_is_filtered_in_whole_units(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var ben = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await sales.DealAsync("Anas own", amount: 900_00);
        await sales.DealAsync("Bens own", owner: ben, amount: 90_000_00);
        var mine = await sales.Ana.PlainBrowser.TextAsync("/opportunities?owner=mine");
        Assert.Contains("Anas own", mine);
        Assert.DoesNotContain("Bens own", mine);
        var large = await sales.Ana.PlainBrowser.TextAsync("/opportunities?amount.from=1000");
        Assert.DoesNotContain("Anas own", large);
        Assert.Contains("Bens own", large);
        Assert.Contains("Bens own", await sales.Ana.PlainBrowser.TextAsync($"/opportunities?stage={sales.Stage("Discover").Id}&owner={ben.Id}"));
    }

    [Theory, OnBoth]
    public async Task Each_source_that_deals_came_from_is_offered_once(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.Ana.Tenant.SaveAsync([.. new[] { "Referral", "Fair", null, "Referral", "Website", "Fair" }.Select(s => new Opportunity { Name = "Yard planning", OwnerId = sales.Ana.Id, StageId = sales.Stages[0].Id, End = StageEnd.Open, Currency = "EUR", Source = s })]);
        var page = await sales.Ana.PlainBrowser.TextAsync("/opportunities");
        Assert.All(new[] { "Fair", "Referral", "Website" }, s => Assert.Single(page.Split($"value=\"{s}\"")[1..]));
    }

    [Theory, OnBoth]
    public async Task A_fresh_organisation_is_offered_the_first_steps_and_another_tenant_sees_nothing(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.DealAsync("Secret");
        var stranger = await (await sales.Ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        var page = await stranger.PlainBrowser.TextAsync("/opportunities");
        Assert.DoesNotContain("Secret", page);
        Assert.Contains("Import your export", page);
    }

    [Theory, OnBoth]
    public async Task The_list_of_a_past_day_shows_what_was_true_then_and_the_way_back(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync("Yard planning", stage: "Qualify");
        await sales.Ana.InDb(async db =>
        {
            var old = new Opportunity { Name = "Closed since", OwnerId = sales.Ana.Id, StageId = sales.Stage("Won").Id, End = StageEnd.Won, Currency = "EUR", Amount = 700_00, OpenedOn = new DateOnly(2026, 1, 10), ClosedOn = new DateOnly(2026, 3, 1) };
            OpportunityHistory.Reconstruct(old, new DateOnly(2026, 6, 30), new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc));
            db.Add(old);
            return await db.SaveChangesAsync();
        });
        var past = await sales.Ana.PlainBrowser.TextAsync("/opportunities?asOf=2026-02-01");
        Assert.Contains("Closed since", past);
        Assert.Contains("not recorded", past);
        Assert.DoesNotContain(deal.Name, past);
        Assert.Contains("As of 1 February 2026", past);
        Assert.Contains("Back to today", past);
        Assert.DoesNotContain("Add a deal</a>", past);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.PlainBrowser.GetAsync("/opportunities?asOf=2031-01-01")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_removed_deal_is_gone_from_its_past_days_and_comes_back_to_them(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (gone, stays) = (await sales.DealAsync("Yard planning"), await sales.DealAsync("Quay cranes"));
        var today = $"?asOf={sales.Ana.Tenant.Host.Clock.GetUtcNow():yyyy-MM-dd}";
        foreach (var page in new[] { "/opportunities", "/opportunities/board" }) Assert.Contains(gone.Name, await sales.Ana.PlainBrowser.TextAsync(page + today));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{gone.Id}/removals");
        foreach (var page in new[] { "/opportunities", "/opportunities/board" })
        {
            var text = await sales.Ana.PlainBrowser.TextAsync(page + today);
            Assert.DoesNotContain(gone.Name, text);
            Assert.Contains(stays.Name, text);
        }
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{gone.Id}/restorations");
        Assert.Contains(gone.Name, await sales.Ana.PlainBrowser.TextAsync("/opportunities" + today));
    }

    [Theory, OnBoth]
    public async Task Who_sees_only_some_deals_sees_only_those_on_a_past_day(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var ben = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ruiz");
        var (hers, his) = (await sales.DealAsync("Yard planning"), await sales.DealAsync("Quay cranes", ben));
        await sales.Ana.Tenant.InDb(async db =>
        {
            db.RemoveRange(await db.Rows<AccessRow>().Where(a => a.ViewerId == ben.Id && a.Kind == Kinds.Opportunity && a.OwnerId == Guid.Empty).ToListAsync());
            return await db.SaveChangesAsync();
        });
        var past = await ben.PlainBrowser.TextAsync($"/opportunities?asOf={sales.Ana.Tenant.Host.Clock.GetUtcNow():yyyy-MM-dd}");
        Assert.Contains(his.Name, past);
        Assert.DoesNotContain(hers.Name, past);
    }

    [Theory, OnBoth]
    public async Task A_deal_shown_to_one_person_stands_among_their_own_now_and_on_a_past_day(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var ben = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ruiz");
        var (shown, kept, his) = (await sales.DealAsync("Yard planning"), await sales.DealAsync("Quay cranes"), await sales.DealAsync("Hull repairs", ben));
        await sales.Ana.Tenant.InDb(async db =>
        {
            db.RemoveRange(await db.Rows<AccessRow>().Where(a => a.ViewerId == ben.Id && a.Kind == Kinds.Opportunity && a.OwnerId == Guid.Empty).ToListAsync());
            db.Add(new Share { Kind = Kinds.Opportunity, RowId = shown.Id, PersonId = ben.Id, Level = AccessLevel.Edit });
            return await db.SaveChangesAsync();
        });
        foreach (var page in new[] { "/opportunities", $"/opportunities?asOf={sales.Ana.Tenant.Host.Clock.GetUtcNow():yyyy-MM-dd}" })
        {
            var text = await ben.PlainBrowser.TextAsync(page);
            Assert.Contains(shown.Name, text);
            Assert.Contains(his.Name, text);
            Assert.DoesNotContain(kept.Name, text);
        }
        Assert.True(await ben.InDb(async db => db.MayEdit(Kinds.Opportunity, await db.Opportunities.SingleAsync(o => o.Id == shown.Id))));
        Assert.Equal(HttpStatusCode.NotFound, (await ben.PlainBrowser.GetAsync($"/opportunities/{kept.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_past_day_finds_and_sums_its_page_in_one_index_and_looks_up_no_deal_it_does_not_show()
    {
        var sales = await Sales.OnAsync(Engine.Sqlite);
        await sales.Ana.InDb(async db => { await db.InsertManyAsync([.. Enumerable.Range(1, 120).Select(i => new Opportunity { Name = $"Deal {i}", OwnerId = sales.Ana.Id, StageId = sales.Stages[0].Id, End = StageEnd.Open, Currency = "EUR", Amount = i, CloseOn = new DateOnly(2026, 9, 1) })], default); return true; });
        var host = sales.Ana.Tenant.Host;
        var statements = (await host.Queries.CountAsync(() => sales.Ana.PlainBrowser.PageAsync($"/opportunities?asOf={host.Clock.GetUtcNow():yyyy-MM-dd}"))).Where(s => s.Contains("\"opportunity_states\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, statements.Count);
        foreach (var statement in statements)
            Assert.Contains(await sales.Ana.Tenant.PlanAsync(statement), step => step.Contains("USING COVERING INDEX ix_opportunity_states_of_a_day (tenant_id=? AND end=? AND bucket=?", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task The_list_asks_the_database_no_more_often_with_many_deals(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.Ana.InDb(async db => { await db.InsertManyAsync([.. Enumerable.Range(1, 120).Select(i => new Opportunity { Name = $"Deal {i}", OwnerId = sales.Ana.Id, StageId = sales.Stages[0].Id, End = StageEnd.Open, Currency = "EUR", Amount = i })], default); return true; });
        var statements = await sales.Ana.StatementsAsync("/opportunities");
        Assert.InRange(statements.Count, 3, 10);
    }
}
