using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Plans;

public sealed class PlanTests
{
    [Theory, OnBoth]
    public async Task A_plan_begins_with_the_part_of_the_customer_that_is_planned(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        Assert.Contains($"What do we want to be for {account.Name}?", await ana.Browser.TextAsync(Url(account)));
        Assert.Contains("Which part of them? Plan where you can win", await (await ana.Browser.PostFormAsync(Url(account))).TextAsync());
        await ana.Browser.PostFormAsync(Url(account), ("Scope", "Terminals in the north"), ("Until", "2028-12-31"), ("Charter", "They save yard hours, we grow with them"));
        var page = await ana.Browser.TextAsync(Url(account));
        foreach (var said in (string[])["Terminals in the north", "They save yard hours, we grow with them", "Planned, and not looked at together yet."]) Assert.Contains(said, page);
        Assert.Contains($"{Url(account)}\"", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
    }

    [Theory, OnBoth]
    public async Task A_goal_says_what_it_leaves_open_until_it_names_need_strength_person_and_a_day_a_year_ahead(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"{Url(account)}/items", ("Kind", "Goal"), ("Text", "To be seen as those who halved their yard times"));
        var open = await ana.Browser.TextAsync(Url(account));
        foreach (var said in (string[])["what they achieve is not named", "no strength of ours is named", "nobody is named who would say so", "no day is set"]) Assert.Contains(said, open);
        var (need, strength) = (await AddAsync(ana, account, "Need", "Plan yards and slots in one place"), await AddAsync(ana, account, "Strength", "Runs at twelve sites like theirs"));
        var mia = new Contact { Name = "Mia Berg", OwnerId = ana.Id, AccountId = account.Id };
        await ana.Tenant.SaveAsync(mia);
        var player = (await (await ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/map-people", new { contactId = mia.Id, stance = "BacksUs", evidence = "Said so" })).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetGuid();
        var goal = await ana.InDb(db => db.Rows<PlanItem>().Where(i => i.Kind == PlanKind.Goal).Select(i => i.Id).SingleAsync());
        await ana.Browser.PostFormAsync($"/plan-items/{goal}", ("Text", "To be seen as those who halved their yard times"), ("FromId", $"{need}"), ("StrengthId", $"{strength}"), ("PlayerId", $"{player}"), ("On", Day(ana, 500)));
        var closed = await ana.Browser.TextAsync(Url(account));
        foreach (var said in (string[])["from: Plan yards and slots in one place", "through: Runs at twelve sites like theirs", "said by Mia Berg"]) Assert.Contains(said, closed);
        foreach (var said in (string[])["is not named", "no strength of ours", "nobody is named who", "no day is set", "nearer than a year"]) Assert.DoesNotContain(said, closed);
    }

    [Theory, OnBoth]
    public async Task A_line_needs_what_shows_it_and_after_ninety_days_asks_whether_it_is_still_so(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        Assert.Contains("What shows it?", await (await ana.Browser.PostFormAsync($"{Url(account)}/items", ("Kind", "Trend"), ("Text", "Within a day"))).TextAsync());
        var trend = await AddAsync(ana, account, "Trend", "Within a day");
        Assert.DoesNotContain("Still so", await ana.Browser.TextAsync(Url(account)));
        await ana.InDb(async db =>
        {
            (await db.Rows<PlanItem>().SingleAsync()).AsOf = DateOnly.ParseExact(Day(ana, -91), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return await db.SaveChangesAsync();
        });
        Assert.Contains("Still so", await ana.Browser.TextAsync(Url(account)));
        await ana.Browser.PostFormAsync($"/plan-items/{trend}/confirmations");
        Assert.DoesNotContain("Still so", await ana.Browser.TextAsync(Url(account)));
    }

    [Theory, OnBoth]
    public async Task We_and_competitors_stand_on_the_ladder_where_the_customer_sees_us_and_revenue_is_set_by_year(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"{Url(account)}/items", ("Kind", "Rung"), ("Rung", "2"), ("Target", "4"), ("Evidence", "Their purchasing said so"));
        await ana.Browser.PostFormAsync($"{Url(account)}/items", ("Kind", "Rung"), ("Text", "Portavia"), ("Rung", "3"), ("Evidence", "Their yard praised them"));
        Assert.Contains("We stand on the ladder already", await (await ana.Browser.PostFormAsync($"{Url(account)}/items", ("Kind", "Rung"), ("Rung", "1"), ("Evidence", "Again"))).TextAsync());
        await ana.Browser.PostFormAsync($"{Url(account)}/items", ("Kind", "Revenue"), ("Year", "2027"), ("Amount", "250000"), ("Text", "Yard planning"));
        var page = await ana.Browser.TextAsync(Url(account));
        foreach (var said in (string[])["Portavia", "we want to be here", "brings their business forward", "250,000", "2027"]) Assert.Contains(said, page);
        var sheet = await ana.Browser.TextAsync($"{Url(account)}/one-page");
        foreach (var said in (string[])["We: delivers good things, to become: brings their business forward", "Portavia: good things and good service", "Yard planning in 2027"]) Assert.Contains(said, sheet);
    }

    [Theory, OnBoth]
    public async Task A_review_keeps_the_plan_as_it_stands_and_what_changed_since_is_said_in_words(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await ana.Browser.PostFormAsync(Url(account), ("Scope", "Terminals in the north"));
        var (trend, focus) = (await AddAsync(ana, account, "Trend", "Within a day"), await AddAsync(ana, account, "Focus", "A planner on their site"));
        await ana.Browser.PostFormAsync($"{Url(account)}/reviews", ("WithCustomer", "true"), ("Note", "They want a second site"));
        Assert.Contains("and with them", await ana.Browser.TextAsync(Url(account)));
        await ana.Browser.PostFormAsync(Url(account), ("Scope", "All terminals"));
        await ana.Browser.PostFormAsync($"/plan-items/{trend}", ("Text", "Within six hours"), ("Evidence", "Seen"));
        await ana.Browser.PostFormAsync($"/plan-items/{focus}/removals");
        await AddAsync(ana, account, "Stop", "Offers below one site");
        var page = await ana.Browser.TextAsync($"{Url(account)}/changes");
        foreach (var said in (string[])["1 added, 2 changed, 1 dropped", "Terminals in the north", "All terminals", "Within six hours", "A planner on their site", "Offers below one site"]) Assert.Contains(said, page);
        var read = await ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account.Id}/plan/changes");
        Assert.Equal(4, read.GetProperty("changes").GetArrayLength());
        await ana.Browser.PostFormAsync($"/plan-items/{focus}/restorations");
        Assert.Contains("1 added, 2 changed, 0 dropped", await ana.Browser.TextAsync($"{Url(account)}/changes"));
    }

    [Theory, OnBoth]
    public async Task Of_people_whom_somebody_does_not_see_no_comparison_of_versions_tells_them(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var mia = new Coxswain.Customers.Contacts.Contact { Name = "Mia Berg", OwnerId = ana.Id, AccountId = account.Id };
        await ana.Tenant.SaveAsync(mia);
        var placed = await ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/map-people", new { contactId = mia.Id, stance = "Doubts", evidence = "Said so" });
        Assert.True(placed.IsSuccessStatusCode, await placed.Content.ReadAsStringAsync());
        await AddAsync(ana, account, "Trend", "Within a day");
        await ana.Browser.PostFormAsync($"{Url(account)}/reviews");
        var (ben, admin) = (await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito"), await ana.Tenant.PersonAsync(Role.Admin, "Ines Castro"));
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/kinds/contact", new { see = "Own", change = "Own" })).IsSuccessStatusCode);
        Assert.Equal(0, (await ben.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account.Id}/plan/changes")).GetProperty("changes").GetArrayLength());
        var id = (await placed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.True((await ana.Program.DeleteAsync($"/api/map-people/{id}")).IsSuccessStatusCode);
        Assert.Contains("somebody no longer on the map", await ana.Browser.TextAsync($"{Url(account)}/changes"));
        Assert.DoesNotContain("no longer on the map", await ben.Browser.TextAsync($"{Url(account)}/changes"));
    }

    [Theory, OnBoth]
    public async Task A_review_noted_later_says_of_which_day_the_plan_is_that_it_kept(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await ana.Browser.PostFormAsync(Url(account), ("Scope", "Terminals in the north"));
        await ana.Browser.PostFormAsync($"{Url(account)}/reviews", ("HeldOn", "2020-02-03"));
        var today = DayText.Whole(DateOnly.FromDateTime(ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime));
        foreach (var page in (string[])["", "/changes"]) Assert.Contains($"kept as the plan stood on {today}", await ana.Browser.TextAsync($"{Url(account)}{page}"));
        await ana.Browser.PostFormAsync($"{Url(account)}/reviews");
        var reviews = (await ana.Program.GetFromJsonAsync<JsonElement>($"/api{Url(account)}")).GetProperty("reviews").EnumerateArray().Select(r => (r.GetProperty("heldOn").GetString() == r.GetProperty("keptOn").GetString(), r.GetProperty("heldOn").GetString()));
        Assert.Equal([true, false], reviews.Select(r => r.Item1));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(await ana.Browser.TextAsync(Url(account)), "kept as the plan stood on"));
    }

    [Theory, OnBoth]
    public async Task A_version_holds_people_whom_the_reviewer_did_not_see_and_shows_them_to_who_does(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var (ben, admin) = (await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito"), await ana.Tenant.PersonAsync(Role.Admin, "Ines Castro"));
        var mia = new Coxswain.Customers.Contacts.Contact { Name = "Mia Berg", OwnerId = ben.Id, AccountId = account.Id };
        await ana.Tenant.SaveAsync(mia);
        var placed = await (await ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/map-people", new { contactId = mia.Id, stance = "Doubts", evidence = "Said so" })).Content.ReadFromJsonAsync<JsonElement>();
        await AddAsync(ana, account, "Trend", "Within a day");
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/kinds/contact", new { see = "Own", change = "Own" })).IsSuccessStatusCode);
        await ana.Browser.PostFormAsync($"{Url(account)}/reviews");
        Assert.Contains("Nothing differs", await ben.Browser.TextAsync($"{Url(account)}/changes"));
        var changed = await (await ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt")).Program.PatchAsJsonAsync($"/api/map-people/{placed.GetProperty("id").GetGuid()}", new { stance = "BacksUs", evidence = "Said so" });
        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync());
        Assert.Contains("Mia Berg", await ben.Browser.TextAsync($"{Url(account)}/changes"));
        Assert.Contains("0 added, 1 changed, 0 dropped", await ben.Browser.TextAsync($"{Url(account)}/changes"));
        Assert.Contains("Nothing differs", await ana.Browser.TextAsync($"{Url(account)}/changes"));
    }

    [Theory, OnBoth]
    public async Task A_plan_not_looked_at_for_a_quarter_says_it_is_due_and_one_never_shown_to_them_says_that(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Browser.PostFormAsync($"{Url(account)}/reviews")).StatusCode);
        await ana.Browser.PostFormAsync(Url(account), ("Scope", "Terminals in the north"));
        await ana.Browser.PostFormAsync($"{Url(account)}/reviews", ("HeldOn", Day(ana, -100)));
        Assert.Contains("Due to be looked at", await ana.Browser.TextAsync(Url(account)));
        await ana.Browser.PostFormAsync($"{Url(account)}/reviews");
        Assert.Contains("never together with them", await ana.Browser.TextAsync(Url(account)));
    }

    [Theory, OnBoth]
    public async Task A_colleague_reads_the_plan_and_changes_nothing_in_it(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var trend = await AddAsync(ana, account, "Trend", "Within a day");
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var page = await ben.Browser.TextAsync(Url(account));
        Assert.Contains("Within a day", page);
        Assert.DoesNotContain("/items/new", page);
        foreach (var act in (string[])[Url(account), $"/plan-items/{trend}", $"/plan-items/{trend}/removals", $"{Url(account)}/reviews"]) Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync(act, ("Scope", "x"), ("Text", "x"))).StatusCode);
    }

    private static string Url(Account account) => $"/accounts/{account.Id}/plan";

    private static string Day(TestViewer who, int days) => who.Tenant.Host.Clock.GetUtcNow().UtcDateTime.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<Guid> AddAsync(TestViewer who, Account account, string kind, string text)
    {
        var added = await who.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/plan/items", new { kind, text, evidence = "Seen" });
        return (await added.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetGuid();
    }

    private static async Task<(TestViewer, Account)> WithAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        return (ana, await ana.AccountAsync());
    }
}
