using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Reviews;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Reviews;

/// <summary>Looking back on a deal that is decided or stalled.</summary>
public sealed class ReviewTests
{
    private static readonly DateOnly Today = new(2026, 7, 24);

    [Theory, OnBoth]
    public async Task A_closed_deal_offers_a_look_back_and_what_is_kept_is_shown_with_what_came_first_and_what_is_often_upstream(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/opportunities/{deal.Id}";
        Assert.DoesNotContain("The next deal has it easier.", await sales.Ana.PlainBrowser.TextAsync(url));
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/closures", ("End", "Lost"), ("Because", "Too dear"));
        Assert.Contains("The next deal has it easier.", await sales.Ana.PlainBrowser.TextAsync(url));
        var form = await sales.Ana.PlainBrowser.TextAsync(url + "/review");
        Assert.Contains("What lost it?", form);
        Assert.Contains("value=\"Too dear\"", form);
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/reviews", ("Inhibitors", "complexity"), ("Inhibitors", "price"), ("First", "price"), ("Team", "unused"), ("TheirWord", "Twice the money"), ("OurWord", "We came late"), ("Lesson", "Bring finance earlier"), ("LessonFor", $"{sales.Ana.Id}"));
        var page = await sales.Ana.PlainBrowser.TextAsync(url + "/review");
        foreach (var said in (string[])["first: The price", "Their way of buying was too complex", "Help was there and nobody called on it", "“Twice the money”", "We came late", "Bring finance earlier", "Our value against others was not clear. It tends to bring fights over price and rivals"]) Assert.Contains(said, page);
        Assert.Contains("their word: Twice the money", await sales.Ana.PlainBrowser.TextAsync(url));
        var kept = await sales.Ana.InDb(db => db.DealReviews.AsNoTracking().SingleAsync());
        Assert.Equal(("price complexity unused", "price"), (kept.Codes, kept.First));
        // Who is not sure says so, and it is not taken for the first of the list.
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/reviews", ("Inhibitors", "value"), ("Inhibitors", "price"), ("First", ""));
        Assert.Null((await sales.Ana.InDb(db => db.DealReviews.AsNoTracking().SingleAsync())).First);
        page = await sales.Ana.PlainBrowser.TextAsync(url + "/review");
        Assert.DoesNotContain("first: ", page);
        Assert.Contains("Was it there first?", page);
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/reviews", ("Inhibitors", "value"));
        Assert.Equal("value", (await sales.Ana.InDb(db => db.DealReviews.AsNoTracking().SingleAsync())).First);
    }

    [Theory, OnBoth]
    public async Task It_is_kept_anew_as_often_as_one_likes_and_stays_one(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Won");
        var url = $"/opportunities/{deal.Id}";
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/reviews", ("Won", "vision"), ("Won", "collaboration"));
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/reviews", ("Won", "case"), ("OurWord", "They saw the figures"));
        var kept = await sales.Ana.InDb(db => db.DealReviews.SingleAsync());
        Assert.Equal(("case", "They saw the figures", ReviewOutcome.Won), (kept.Codes, kept.OurWord, kept.Outcome));
        await sales.Ana.PlainBrowser.PostFormAsync($"/deal-reviews/{kept.Id}/removals");
        Assert.Empty(await sales.Ana.InDb(db => db.DealReviews.ToListAsync()));
        await sales.Ana.PlainBrowser.PostFormAsync($"/deal-reviews/{kept.Id}/restorations");
        Assert.Equal("case", (await sales.Ana.InDb(db => db.DealReviews.SingleAsync())).Codes);
        Assert.Contains("The look back was taken off", await sales.Ana.PlainBrowser.TextAsync(url));
    }

    [Theory, OnBoth]
    public async Task An_open_deal_is_looked_back_on_only_when_it_is_stalled_and_the_page_says_the_rule(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/opportunities/{deal.Id}";
        var stalled = await sales.Ana.PlainBrowser.TextAsync(url + "/review");
        Assert.Contains("What holds it up?", stalled);
        Assert.Contains("No next step is agreed.", stalled);
        Assert.Contains("With ten won deals it will also count as stalled", stalled);
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/next-steps", ("Title", "Call finance"), ("DueOn", "2026-07-28"));
        Assert.Contains("Nothing to look back on yet", await sales.Ana.PlainBrowser.TextAsync(url + "/review"));
        var refused = await sales.Ana.PlainBrowser.PostFormAsync(url + "/reviews", ("Inhibitors", "price"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("This deal is open and not stalled", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        Assert.Empty(await sales.Ana.InDb(db => db.DealReviews.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Open_longer_than_nine_in_ten_won_deals_took_is_stalled_too(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        for (var i = 1; i <= 10; i++)
        {
            var won = new Opportunity { Name = $"Won {i}", OwnerId = sales.Ana.Id, StageId = sales.Stage("Won").Id, End = StageEnd.Won, Currency = "EUR", OpenedOn = Today.AddDays(-100), ClosedOn = Today.AddDays(-100 + i * 5), CloseOn = Today };
            await sales.Ana.Tenant.SaveAsync(won);
        }
        foreach (var (days, stalled) in new[] { (46, true), (45, false) })
        {
            var deal = new Opportunity { Name = $"Open {days}", OwnerId = sales.Ana.Id, StageId = sales.Stage("Discover").Id, End = StageEnd.Open, Currency = "EUR", OpenedOn = Today.AddDays(-days) };
            await sales.Ana.Tenant.SaveAsync(deal);
            await sales.Ana.Tenant.SaveAsync(new Todo { Title = "Call", OwnerId = sales.Ana.Id, AboutKind = Kinds.Opportunity, AboutId = deal.Id });
            var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/review");
            Assert.Equal(stalled, page.Contains("It is open for 46 days; nine in ten of the last 10 won deals took 45 at most.", StringComparison.Ordinal));
            Assert.Contains("open for more than 45 days", page);
        }
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_and_what_was_ticked_stays_ticked(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Lost");
        var stranger = await (await sales.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Seller, "Lea Fremd");
        foreach (var (said, fields) in new (string, (string, string)[])[]
        {
            ("Tick at least one, or say it in a line.", []),
            ("There is no such code here.", [("Inhibitors", "vision")]),
            ("There is no such code here.", [("Team", "weather")]),
            ("What came first has to be one of those you ticked.", [("Inhibitors", "price"), ("Inhibitors", "value"), ("First", "complexity")]),
            ("Choose somebody who works here.", [("Inhibitors", "price"), ("Lesson", "Ask"), ("LessonFor", $"{stranger.Id}")]),
            ("What is to be changed?", [("Inhibitors", "price"), ("LessonFor", $"{sales.Ana.Id}")]),
        })
        {
            var answer = await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/reviews", fields);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, page);
            foreach (var (field, value) in fields.Where(f => f.Item2 is "price" or "value")) Assert.Matches($"name=\"{field}\" value=\"{value}\" checked", page);
        }
        Assert.Empty(await sales.Ana.InDb(db => db.DealReviews.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Own_codes_are_ticked_and_a_retired_one_is_refused_but_stays_where_it_was_ticked(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        await lead.PlainBrowser.PostFormAsync("/settings/review-codes", ("Kind", "Inhibitor"), ("Name", "A strike"));
        var twice = await lead.PlainBrowser.PostFormAsync("/settings/review-codes", ("Kind", "Inhibitor"), ("Name", "a STRIKE"));
        Assert.Contains("There is a code of this name already.", WebUtility.HtmlDecode(await twice.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.Browser.PostFormAsync("/settings/review-codes", ("Kind", "Inhibitor"), ("Name", "Mine"))).StatusCode);
        var code = await sales.Ana.InDb(db => db.ReviewCodes.AsNoTracking().SingleAsync());
        var (one, other) = (await sales.DealAsync(stage: "Lost"), await sales.DealAsync("Second", stage: "Lost"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{one.Id}/reviews", ("Inhibitors", code.Key));
        await lead.PlainBrowser.PostFormAsync($"/settings/review-codes/{code.Id}/retirements");
        var refused = await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{other.Id}/reviews", ("Inhibitors", code.Key));
        Assert.Contains("“A strike” was retired meanwhile", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{one.Id}/reviews", ("Inhibitors", code.Key), ("OurWord", "Three weeks"))).StatusCode);
        Assert.Contains("A strike", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{one.Id}/review"));
        Assert.DoesNotContain("A strike", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{other.Id}/review"));
        await lead.PlainBrowser.PostFormAsync($"/settings/review-codes/{code.Id}/retirements?back=true");
        await lead.PlainBrowser.PostFormAsync($"/settings/review-codes/{code.Id}", ("Name", "A strike at the port"));
        Assert.Contains("A strike at the port", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{other.Id}/review"));
    }

    [Theory, OnBoth]
    public async Task Whoever_is_to_change_something_says_that_it_is_adopted_and_others_do_not(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (cleo, otto) = (await sales.Ana.Tenant.PersonAsync(Role.Seller, "Cleo Wang"), await sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang"));
        var deal = await sales.DealAsync(stage: "Lost");
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/reviews", ("Lesson", "Bring finance earlier"), ("LessonFor", $"{cleo.Id}"));
        Assert.Contains("Bring finance earlier", await cleo.PlainBrowser.TextAsync("/reviews"));
        var review = await sales.Ana.InDb(db => db.DealReviews.AsNoTracking().SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await otto.Browser.PostFormAsync($"/deal-reviews/{review.Id}/lessons", ("State", "Dropped"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await cleo.PlainBrowser.PostFormAsync($"/deal-reviews/{review.Id}/lessons", ("State", "Adopted"), ("Back", "all"))).StatusCode);
        Assert.Contains("0 open, 1 adopted, 0 dropped", await cleo.PlainBrowser.TextAsync("/reviews"));
        Assert.Contains("What was to be changed: adopted", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}"));
    }

    [Theory, OnBoth]
    public async Task What_was_ticked_can_be_weighed_with_what_shows_it_and_who_brought_it_about_and_a_tick_alone_stays_enough(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Won");
        var url = $"/opportunities/{deal.Id}";
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/reviews", ("Won", "vision"), ("Won", "case"));
        var review = (await sales.Ana.InDb(db => db.DealReviews.AsNoTracking().SingleAsync())).Id;
        Assert.Empty(await sales.Ana.InDb(db => db.ReviewCriteria.ToListAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync($"/deal-reviews/{review}/criteria", ("Criterion", "vision"), ("Strength", "Decisive"), ("Evidence", "Their board drew the hall with us"), ("Contributors", "Ana and their planner"))).StatusCode);
        Assert.Contains("it decided · Their board drew the hall with us · brought about by Ana and their planner", await sales.Ana.PlainBrowser.TextAsync(url + "/review"));
        Assert.Contains("It was said how strongly something counted", await sales.Ana.PlainBrowser.TextAsync(url));
        // Kept anew without the tick it is not shown; ticked again it stands as it was.
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/reviews", ("Won", "case"));
        Assert.DoesNotContain("Their board drew the hall", await sales.Ana.PlainBrowser.TextAsync(url + "/review"));
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/reviews", ("Won", "case"), ("Won", "vision"));
        Assert.Contains("Their board drew the hall", await sales.Ana.PlainBrowser.TextAsync(url + "/review"));
        // Unknown is an answer: what shows it may be known, and how strongly not.
        await sales.Ana.PlainBrowser.PostFormAsync($"/deal-reviews/{review}/criteria", ("Criterion", "vision"), ("Strength", ""), ("Evidence", "They drew it"));
        Assert.Contains("how strongly is unknown · They drew it", await sales.Ana.PlainBrowser.TextAsync(url + "/review"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/deal-reviews/{review}/criteria", ("Criterion", "vision"));
        Assert.Empty(await sales.Ana.InDb(db => db.ReviewCriteria.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task An_erased_contact_is_named_by_nothing_that_counted_and_that_it_counted_stays(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Won");
        var petra = new Contact { Name = "Petra Brandt", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(petra);
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/reviews", ("Won", "vision"));
        var review = (await sales.Ana.InDb(db => db.DealReviews.AsNoTracking().SingleAsync())).Id;
        await sales.Ana.PlainBrowser.PostFormAsync($"/deal-reviews/{review}/criteria", ("Criterion", "vision"), ("Strength", "Clear"), ("Evidence", "Petra Brandt drew it"), ("Contributors", "Petra Brandt"));
        var admin = await sales.Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{petra.Id}/erasures", new { })).IsSuccessStatusCode);
        foreach (var page in (string[])["", "/review"]) Assert.DoesNotContain("Petra", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}{page}"));
        Assert.Equal(CriterionStrength.Clear, await sales.Ana.InDb(db => db.ReviewCriteria.Select(c => c.Strength).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task What_was_not_ticked_is_not_weighed_and_programs_weigh_and_read_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "Won");
        var url = $"/api/opportunities/{deal.Id}/reviews";
        var made = JsonDocument.Parse(await (await sales.Ana.Program.PostAsJsonAsync(url, new { won = new[] { "case" }, inhibitors = new[] { "price" } })).Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString();
        foreach (var not in (string[])["vision", "price", "weather"])
        {
            var refused = await sales.Ana.Program.PostAsJsonAsync($"/api/deal-reviews/{made}/criteria", new { criterion = not, strength = "Clear" });
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Contains("Tick it in the look back first", await refused.Content.ReadAsStringAsync());
        }
        Assert.Equal(HttpStatusCode.OK, (await sales.Ana.Program.PostAsJsonAsync($"/api/deal-reviews/{made}/criteria", new { criterion = "case", strength = "Clear", evidence = "Their figures" })).StatusCode);
        var read = JsonDocument.Parse(await sales.Ana.Program.PageAsync(url)).RootElement[0].GetProperty("criteria").EnumerateArray().Single();
        Assert.Equal(("case", "Clear", "Their figures"), (read.GetProperty("criterion").GetString(), read.GetProperty("strength").GetString(), read.GetProperty("evidence").GetString()));
        var otto = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        Assert.Equal(HttpStatusCode.Forbidden, (await otto.Program.PostAsJsonAsync($"/api/deal-reviews/{made}/criteria", new { criterion = "case", strength = "Weak" })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Programs_keep_and_read_it_and_of_another_organisation_nobody_sees_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(stage: "No decision");
        var url = $"/api/opportunities/{deal.Id}/reviews";
        var made = await sales.Ana.Program.PostAsJsonAsync(url, new { inhibitors = new[] { "value", "price" }, theirWord = "Not now" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var read = JsonDocument.Parse(await sales.Ana.Program.PageAsync(url)).RootElement.EnumerateArray().Single();
        Assert.Equal(("NoDecision", "value", "Not now"), (read.GetProperty("outcome").GetString(), read.GetProperty("codes")[0].GetString(), read.GetProperty("theirWord").GetString()));
        var stranger = await (await sales.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.PostFormAsync($"/deal-reviews/{read.GetProperty("id").GetString()}/removals")).StatusCode);
        var otto = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        Assert.Equal(HttpStatusCode.Forbidden, (await otto.Program.PostAsJsonAsync(url, new { inhibitors = new[] { "price" } })).StatusCode);
        Assert.True((await sales.Ana.Program.DeleteAsync($"/api/deal-reviews/{read.GetProperty("id").GetString()}")).IsSuccessStatusCode);
        Assert.Equal("[]", await sales.Ana.Program.PageAsync(url));
    }
}
