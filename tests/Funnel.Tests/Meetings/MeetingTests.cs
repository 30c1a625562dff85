using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Issues;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Meetings;

/// <summary>The plan for a meeting about a deal.</summary>
public sealed class MeetingTests
{
    [Theory, OnBoth]
    public async Task A_meeting_is_planned_in_their_words_and_the_page_says_what_is_still_to_be_settled(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var (url, ben) = ($"/opportunities/{deal.Id}/meetings", await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito"));
        Assert.Contains("What do we want from the next meeting?", await sales.Ana.PlainBrowser.TextAsync(url));
        var issue = new DealIssue { OpportunityId = deal.Id, Text = "Trucks wait", UnderstoodOn = new DateOnly(2026, 7, 1) };
        await sales.Ana.Tenant.SaveAsync(issue);
        await sales.Ana.PlainBrowser.PostFormAsync(url, ("Reason", "You see what three yards did"), ("On", "2026-07-30"));
        var bare = await sales.Ana.PlainBrowser.TextAsync(url);
        foreach (var gap in (string[])["You see what three yards did", "4 things to settle", "Nobody says anything about “Trucks wait”.", "No question is planned: it would be a lecture.", "What do we want from them at best, and what at least?", "We have not agreed yet who says what."]) Assert.Contains(gap, bare);
        var plan = await sales.Ana.InDb(db => db.MeetingPlans.AsNoTracking().SingleAsync());
        var lines = $"/meeting-plans/{plan.Id}/lines";
        await sales.Ana.PlainBrowser.PostFormAsync(lines, ("Kind", "Says"), ("Text", "We know the gate"), ("Person", $"{sales.Ana.Id}"), ("Issue", $"{issue.Id}"));
        await sales.Ana.PlainBrowser.PostFormAsync(lines, ("Kind", "Says"), ("Text", "It is the paper"), ("Issue", $"{issue.Id}"));
        await sales.Ana.PlainBrowser.PostFormAsync(lines, ("Kind", "Concern"), ("Text", "What could you lose?"), ("Person", $"{ben.Id}"));
        await sales.Ana.PlainBrowser.PostFormAsync(lines, ("Kind", "Gives"), ("Text", "A day at a plant"));
        await sales.Ana.PlainBrowser.PostFormAsync(lines, ("Kind", "They"), ("Text", "Petra Brandt: a quiet yard"), ("Person", $"{ben.Id}"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/meeting-plans/{plan.Id}", ("Reason", plan.Reason), ("On", "2026-07-30"), ("Best", "Finance joins"), ("Least", "They send figures"), ("AgreedOn", "2026-07-20"), ("AgreedHow", "InWriting"), ("Version", $"{plan.Version}"));
        var page = await sales.Ana.PlainBrowser.TextAsync(url);
        foreach (var said in (string[])["Two of us say something about “Trucks wait”: is it one story?", "nobody is named to say it", "Something we give has nothing that shows it.", "We agreed by mail only: talk it through once.", "to hear what they could lose", "Who of theirs comes", "Petra Brandt: a quiet yard", "Ben Ito", "Finance joins", "They send figures"]) Assert.Contains(said, page);
        foreach (var gone in (string[])["Nobody says anything about", "it would be a lecture", "at best, and what at least"]) Assert.DoesNotContain(gone, page);
        Assert.Contains("A meeting is planned", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}"));
    }

    [Theory, OnBoth]
    public async Task Who_was_erased_is_named_in_no_plan_of_a_meeting_and_in_none_of_its_history(Engine engine)
    {
        var planned = await Plans.Planned.OnAsync(engine);
        var url = $"{planned.Url}/meetings";
        await planned.Ana.PostFormAsync(url, ("Reason", "You see what three yards did"), ("On", "2026-07-30"));
        var plan = await planned.Sales.Ana.InDb(db => db.MeetingPlans.AsNoTracking().SingleAsync());
        foreach (var (kind, text) in ((string, string)[])[("They", "Petra Brandt: a quiet yard"), ("Concern", "What could Petra Brandt lose?"), ("Says", "We know the gate"), ("New", "Since when?"), ("Confirm", "Two hours?")]) await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}/lines", ("Kind", kind), ("Text", text));
        var asked = await planned.Sales.Ana.InDb(db => db.MeetingLines.AsNoTracking().Where(l => l.Text == "Since when?" || l.Text == "Two hours?").OrderBy(l => l.Text).Select(l => l.Id).ToListAsync());
        // One answer names her, another did before it was corrected.
        foreach (var (line, said) in ((Guid, string)[])[(asked[0], "Since Petra Brandt came"), (asked[1], "Petra Brandt says three"), (asked[1], "Three on Mondays")]) await planned.Ana.PostFormAsync($"/meeting-lines/{line}/answers", ("Answer", said), ("Unanswered", ""));
        Assert.Contains("Since Petra Brandt came", await planned.Ana.TextAsync(url));
        Assert.Contains("Petra Brandt: a quiet yard", await planned.Ana.TextAsync(url));
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Lind");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{planned.Petra.Id}/erasures", new { })).IsSuccessStatusCode);
        var page = await planned.Ana.TextAsync(url);
        Assert.Contains("Somebody who was erased", page);
        foreach (var stays in (string[])["We know the gate", "Since when?", "Three on Mondays", "2 of 3 questions answered"]) Assert.Contains(stays, page);
        Assert.DoesNotContain("Petra Brandt", page);
        var keys = await planned.Sales.Ana.InDb(db => db.Rows<Platform.Events.SubjectKey>().Where(k => asked.Contains(k.Id)).CountAsync());
        Assert.Equal(0, keys);
        Assert.DoesNotContain("Petra Brandt", await planned.Ana.TextAsync($"{planned.Url}/timeline"));
        Assert.False(await planned.Sales.Ana.InDb(db => db.Rows<Platform.Events.Event>().AnyAsync(e => e.Data.Contains("Petra Brandt"))));
    }

    [Theory, OnBoth]
    public async Task A_plan_with_nothing_to_settle_is_ready_and_agreed_on_the_day_itself_is_late(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/opportunities/{deal.Id}/meetings";
        await sales.Ana.PlainBrowser.PostFormAsync(url, ("Reason", "You see what three yards did"), ("On", "2026-07-30"), ("Best", "Finance joins"), ("BestBy", "2026-08-20"), ("Least", "Figures"), ("LeastBy", "2026-08-10"), ("AgreedOn", "2026-07-20"), ("AgreedHow", "Together"));
        var plan = await sales.Ana.InDb(db => db.MeetingPlans.AsNoTracking().SingleAsync());
        await sales.Ana.PlainBrowser.PostFormAsync($"/meeting-plans/{plan.Id}/lines", ("Kind", "New"), ("Text", "How do you do it today?"));
        Assert.Contains("Ready for", await sales.Ana.PlainBrowser.TextAsync(url));
        var today = DateOnly.FromDateTime(sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime);
        await sales.Ana.PlainBrowser.PostFormAsync($"/meeting-plans/{plan.Id}", ("On", $"{today:yyyy-MM-dd}"), ("AgreedOn", $"{today:yyyy-MM-dd}"));
        Assert.Contains("We agreed on the day itself: that is late.", await sales.Ana.PlainBrowser.TextAsync(url));
        // Of a meeting that is over nothing is to be settled any more.
        await sales.Ana.PlainBrowser.PostFormAsync($"/meeting-plans/{plan.Id}", ("On", $"{today.AddDays(-1):yyyy-MM-dd}"));
        var over = await sales.Ana.PlainBrowser.TextAsync(url);
        Assert.Contains("How did it go?", over);
        Assert.DoesNotContain("Gaps in our story", over);
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_at_its_field_and_stays_typed(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (deal, other) = (await sales.DealAsync(), await sales.DealAsync("Second"));
        var issue = new DealIssue { OpportunityId = other.Id, Text = "Elsewhere", UnderstoodOn = new DateOnly(2026, 7, 1) };
        await sales.Ana.Tenant.SaveAsync(issue);
        var url = $"/opportunities/{deal.Id}/meetings";
        await RefusedAsync(url, "Why would they give us the time?", ("Reason", " "), ("On", "2031-07-30"));
        await RefusedAsync(url, "A plan is for a day to come.", ("Reason", "Kept words"), ("On", "2026-01-02"));
        await RefusedAsync(url, "This day is still to come.", ("Reason", "Kept words"), ("On", "2031-07-30"), ("AgreedOn", "2031-01-01"));
        await RefusedAsync(url, "When was it agreed?", ("Reason", "Kept words"), ("On", "2031-07-30"), ("AgreedHow", "Together"));
        Assert.Empty(await sales.Ana.InDb(db => db.MeetingPlans.ToListAsync()));
        await sales.Ana.PlainBrowser.PostFormAsync(url, ("Reason", "They asked"), ("On", "2031-07-30"));
        var plan = await sales.Ana.InDb(db => db.MeetingPlans.AsNoTracking().SingleAsync());
        await RefusedAsync($"/meeting-plans/{plan.Id}/lines", "Please fill this in", ("Form", "says"), ("Kind", "Says"), ("Text", " "));
        await RefusedAsync($"/meeting-plans/{plan.Id}/lines", "This is not what they want solved by this deal.", ("Form", "says"), ("Kind", "Says"), ("Text", "Kept words"), ("Issue", $"{issue.Id}"));
        await RefusedAsync($"/meeting-plans/{plan.Id}/lines", "Choose somebody who works here.", ("Form", "says"), ("Kind", "Says"), ("Text", "Kept words"), ("Person", $"{Guid.NewGuid()}"));
        Assert.Empty(await sales.Ana.InDb(db => db.MeetingLines.ToListAsync()));

        async Task RefusedAsync(string at, string said, params (string, string)[] fields)
        {
            var answer = await sales.Ana.PlainBrowser.PostFormAsync(at, fields);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, page);
            if (fields.Any(f => f.Item2 == "Kept words")) Assert.Contains("value=\"Kept words\"", page);
        }
    }

    [Theory, OnBoth]
    public async Task Plans_and_lines_are_taken_off_and_come_back_and_nobody_else_changes_them(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/api/opportunities/{deal.Id}/meetings";
        var made = await sales.Ana.Program.PostAsJsonAsync(url, new { reason = "They asked", on = "2031-07-30" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var plan = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var added = await sales.Ana.Program.PostAsJsonAsync($"/api/meeting-plans/{plan}/lines", new { kind = "Gives", text = "A day at a plant", proof = "Their planner" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var line = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("lines")[0].GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.OK, (await sales.Ana.Program.PatchAsJsonAsync($"/api/meeting-plans/{plan}", new { best = "Finance joins" })).StatusCode);
        var (otto, stranger) = (await sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang"), await (await sales.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd"));
        foreach (var (who, no) in new[] { (otto, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.NotFound) })
            foreach (var act in (string[])[$"/opportunities/{deal.Id}/meetings", $"/meeting-plans/{plan}", $"/meeting-plans/{plan}/lines", $"/meeting-plans/{plan}/removals", $"/meeting-lines/{line}/answers", $"/meeting-lines/{line}/removals"])
                Assert.Equal(no, (await who.Browser.PostFormAsync(act, ("Reason", "Mine"), ("On", "2031-01-01"), ("Kind", "Gives"), ("Text", "Mine"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.GetAsync(url)).StatusCode);
        await sales.Ana.PlainBrowser.PostFormAsync($"/meeting-lines/{line}/removals");
        Assert.Equal(0, (await ReadAsync()).GetProperty("lines").GetArrayLength());
        await sales.Ana.PlainBrowser.PostFormAsync($"/meeting-lines/{line}/restorations");
        Assert.Equal(("A day at a plant", "Finance joins"), ((await ReadAsync()).GetProperty("lines")[0].GetProperty("text").GetString(), (await ReadAsync()).GetProperty("best").GetString()));
        await sales.Ana.PlainBrowser.PostFormAsync($"/meeting-plans/{plan}/removals");
        Assert.Equal("[]", await sales.Ana.Program.PageAsync(url));
        await sales.Ana.PlainBrowser.PostFormAsync($"/meeting-plans/{plan}/restorations");
        Assert.Equal("They asked", (await ReadAsync()).GetProperty("reason").GetString());

        async Task<JsonElement> ReadAsync() => JsonDocument.Parse(await sales.Ana.Program.PageAsync(url)).RootElement[0];
    }
}
