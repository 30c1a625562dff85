using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Debriefs;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Debriefs;

/// <summary>How a meeting went, told in a minute; what follows is proposed and taken one by one.</summary>
public sealed class DebriefTests
{
    [Theory, OnBoth]
    public async Task What_was_heard_proposes_changes_to_the_plan_and_each_is_taken_or_left(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        var (petra, okan) = (await planned.NameAsync(planned.Petra, "Approver"), await planned.NameAsync(planned.Okan, "Evaluator"));
        await planned.SayAsync("Stance", petra, ("Value", "1"), ("Text", "Nodded"));
        var meeting = await MeetingAsync(planned, planned.Today);
        var url = planned.Url + "/debriefs";
        var form = await planned.Ana.TextAsync($"{url}?plan={meeting.Id}");
        foreach (var asked in (string[])["Finance joins", "They send figures", "as before: goes along", "still unknown"]) Assert.Contains(asked, form);
        await planned.Ana.PostFormAsync(url, ("Plan", $"{meeting.Id}"), ("Step", "Best"), ("StepOn", Day(planned.Today.AddDays(5))), ("Heard", "“I would sign this”"), ("Stances", $"{petra}:5"), ("Stances", $"{okan}:-3"), ("Pictured", $"{petra}"), ("Feeling", "7"), ("Issue", "Trucks wait at night"));
        var page = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["6 changes wait for your yes.", "Their next step: Finance joins, by", "Petra Brandt: backs us, was goes along", "Okan Yildiz: doubts us", "Petra Brandt pictures it so: One screen", "It feels good", "They want solved: Trucks wait at night", "the best step we wanted", "“I would sign this”"]) Assert.Contains(said, page);
        // Nothing has changed yet.
        Assert.Equal(1, (await LatestAsync(planned, petra)).Value);
        Assert.Empty(await planned.Sales.Ana.InDb(db => db.DealIssues.ToListAsync()));
        var changes = await planned.Sales.Ana.InDb(db => db.DebriefChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        foreach (var change in changes.Where(c => c.MapPersonId != okan)) Assert.Equal(HttpStatusCode.SeeOther, (await planned.Ana.PostFormAsync($"/debrief-changes/{change.Id}/acceptances")).StatusCode);
        await planned.Ana.PostFormAsync($"/debrief-changes/{changes.Single(c => c.MapPersonId == okan).Id}/refusals");
        var stance = await LatestAsync(planned, petra);
        Assert.Equal((5, "“I would sign this”", PlanGround.TheySaid), (stance.Value, stance.Text, stance.Ground));
        Assert.False(await planned.Sales.Ana.InDb(db => db.PlanJudgements.AnyAsync(j => j.MapPersonId == okan && j.Field == PlanField.Stance)));
        Assert.Equal("Trucks wait at night", (await planned.Sales.Ana.InDb(db => db.DealIssues.SingleAsync())).Text);
        Assert.Equal(planned.Today.AddDays(5), (await planned.Sales.Ana.InDb(db => db.Rows<Todo>().SingleAsync(t => t.Title == "Finance joins"))).DueOn);
        var after = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["taken over", "left as it was", "What they agreed to last: the best step we wanted."]) Assert.Contains(said, after);
        Assert.Contains("How a meeting went: the best step we wanted", await planned.Ana.TextAsync(planned.Url));
        Assert.Contains("How it went", await planned.Ana.TextAsync($"{planned.Url}/meetings?plan={meeting.Id}"));
    }

    [Theory, OnBoth]
    public async Task An_answer_counts_once_and_what_was_left_can_be_asked_again(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.Sales.Ana.Tenant.SaveAsync(new DealIssue { OpportunityId = planned.Deal.Id, Text = "Paper at the gate", UnderstoodOn = new DateOnly(2026, 6, 1) });
        var issue = await planned.Sales.Ana.InDb(db => db.DealIssues.AsNoTracking().SingleAsync());
        await planned.Ana.PostFormAsync(planned.Url + "/debriefs", ("On", Day(planned.Today.AddDays(-1))), ("Step", "Nothing"), ("Confirmed", $"{issue.Id}"), ("ConfirmedBy", $"{planned.Petra.Id}"));
        var page = await planned.Ana.TextAsync(planned.Url + "/debriefs");
        foreach (var said in (string[])["Petra Brandt confirmed: Paper at the gate", "They gave nothing, not even the least you wanted. Is it worth going on?"]) Assert.Contains(said, page);
        var change = await planned.Sales.Ana.InDb(db => db.DebriefChanges.AsNoTracking().SingleAsync());
        await planned.Ana.PostFormAsync($"/debrief-changes/{change.Id}/refusals");
        await planned.Ana.PostFormAsync($"/debrief-changes/{change.Id}/restorations");
        Assert.Null((await planned.Sales.Ana.InDb(db => db.DealIssues.AsNoTracking().SingleAsync())).ConfirmedOn);
        await planned.Ana.PostFormAsync($"/debrief-changes/{change.Id}/acceptances");
        var confirmed = await planned.Sales.Ana.InDb(db => db.DealIssues.AsNoTracking().SingleAsync());
        Assert.Equal((planned.Petra.Id, planned.Today.AddDays(-1)), (confirmed.ConfirmedById, confirmed.ConfirmedOn));
        foreach (var again in (string[])["acceptances", "refusals", "restorations"]) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await planned.Ana.PostFormAsync($"/debrief-changes/{change.Id}/{again}")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_change_that_cannot_be_taken_stays_open_and_changes_nothing(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        await planned.Ana.PostFormAsync(planned.Url + "/debriefs", ("On", Day(planned.Today)), ("Step", "Nothing"), ("Heard", "Laughed"), ("Stances", $"{petra}:3"));
        var part = await planned.Sales.Ana.InDb(db => db.Rows<Customers.Maps.MapPart>().AsNoTracking().SingleAsync(p => p.MapPersonId == petra));
        await planned.Ana.PostFormAsync($"/map-parts/{part.Id}/removals");
        var change = await planned.Sales.Ana.InDb(db => db.DebriefChanges.AsNoTracking().SingleAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await planned.Ana.PostFormAsync($"/debrief-changes/{change.Id}/acceptances")).StatusCode);
        Assert.Null((await planned.Sales.Ana.InDb(db => db.DebriefChanges.AsNoTracking().SingleAsync())).Answer);
        Assert.False(await planned.Sales.Ana.InDb(db => db.PlanJudgements.AnyAsync(j => j.Field == PlanField.Stance)));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_at_its_field_and_stays_typed(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        var meeting = await MeetingAsync(planned, planned.Today);
        var url = planned.Url + "/debriefs";
        await RefusedAsync("What do they do next? “Nothing” is an answer too.");
        await RefusedAsync("The plan names no such step: say which one they take.", ("Step", "Best"));
        await RefusedAsync("What do they do, and by when?", ("Step", "Other"));
        await RefusedAsync("They cannot have done it before they agreed to it.", ("Step", "Other"), ("StepText", "Kept words"), ("StepOn", Day(planned.Today.AddDays(-1))));
        await RefusedAsync("This day is still to come.", ("Step", "Nothing"), ("On", Day(planned.Today.AddDays(1))));
        await RefusedAsync("What did they say or do that shows it?", ("Step", "Nothing"), ("Stances", $"{petra}:3"));
        foreach (var stance in (string[])[$"{petra}:0", $"{petra}:9", $"{Guid.NewGuid()}:3", "backs us"]) await RefusedAsync("Choose one of the words.", ("Step", "Nothing"), ("Heard", "x"), ("Stances", stance));
        await RefusedAsync("The plan of the meeting says nothing of what they picture.", ("Step", "Nothing"), ("Pictured", $"{petra}"));
        await RefusedAsync("What did they say or do that shows it?", ("Step", "Nothing"), ("Wants", $"{petra}:2"));
        foreach (var wanted in (string[])[$"{petra}:0", $"{petra}:5", $"{Guid.NewGuid()}:2", "content"]) await RefusedAsync("Choose one of the words.", ("Step", "Nothing"), ("Heard", "x"), ("Wants", wanted));
        await RefusedAsync("Whose gain is it?", ("Step", "Nothing"), ("Gain", "A quiet yard"));
        await RefusedAsync("What do they gain from it themselves?", ("Step", "Nothing"), ("Gained", $"{petra}"));
        await RefusedAsync("Choose somebody who has a part in this deal.", ("Step", "Nothing"), ("Gain", "A quiet yard"), ("Gained", $"{Guid.NewGuid()}"));
        await RefusedAsync("Who of them said so?", ("Step", "Nothing"), ("Picture", "Corrected"), ("PictureText", "Two screens"));
        await RefusedAsync("What do they picture, in their words?", ("Step", "Nothing"), ("Picture", "Corrected"), ("Pictured", $"{petra}"));
        await RefusedAsync("Choose that they put it in other words, or leave the words out.", ("Step", "Nothing"), ("Plan", $"{meeting.Id}"), ("Picture", "Confirmed"), ("Pictured", $"{petra}"), ("PictureText", "Two screens"));
        await RefusedAsync("It did not come up, so nobody said anything of it.", ("Step", "Nothing"), ("Picture", "NotRaised"), ("Pictured", $"{petra}"));
        await RefusedAsync("Choose a contact of the deal's account.", ("Step", "Nothing"), ("NewContact", $"{planned.Femke.Id}"), ("NewPart", "User"));
        await RefusedAsync("Who is it, or what do they do there?", ("Step", "Nothing"), ("NewPart", "User"));
        await RefusedAsync("What do they do in this deal?", ("Step", "Nothing"), ("NewRole", "Kept words"));
        await RefusedAsync("Either a contact, or a role of which nobody is known yet.", ("Step", "Nothing"), ("NewContact", $"{planned.Okan.Id}"), ("NewRole", "Somebody"), ("NewPart", "User"));
        await RefusedAsync("Only a contact of the deal's account can confirm it.", ("Step", "Nothing"), ("ConfirmedBy", $"{planned.Femke.Id}"));
        await RefusedAsync("This is not what they want solved by this deal.", ("Step", "Nothing"), ("Confirmed", $"{Guid.NewGuid()}"), ("ConfirmedBy", $"{planned.Petra.Id}"));
        Assert.Empty(await planned.Sales.Ana.InDb(db => db.Debriefs.ToListAsync()));
        await planned.Ana.PostFormAsync(url, ("Plan", $"{meeting.Id}"), ("Step", "Least"));
        await RefusedAsync("It is told already how this meeting went.", ("Plan", $"{meeting.Id}"), ("Step", "Least"));
        await RefusedAsync("What do they do, and by when?", ("Step", "Other"), ("Heard", "Kept too"));
        var told = await planned.Sales.Ana.InDb(db => db.Debriefs.AsNoTracking().SingleAsync());
        await planned.Ana.PostFormAsync($"/debriefs/{told.Id}/removals");
        await planned.Ana.PostFormAsync(url, ("Plan", $"{meeting.Id}"), ("Step", "Nothing"));
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync($"/debriefs/{told.Id}/restorations"), "It is told already how this meeting went.");

        async Task RefusedAsync(string said, params (string, string)[] fields)
        {
            var answer = await planned.Ana.PostFormAsync(url, fields.Any(f => f.Item1 is "On" or "Plan") ? fields : [("On", Day(planned.Today)), .. fields]);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, page);
            if (fields.Any(f => f.Item2 == "Kept words")) Assert.Contains("value=\"Kept words\"", page);
        }
    }

    [Theory, OnBoth]
    public async Task Today_asks_how_a_meeting_went_until_somebody_tells_it_and_late_is_said(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var meeting = await MeetingAsync(planned, planned.Today.AddDays(-3));
        var today = await planned.Ana.TextAsync("/today");
        Assert.Contains("How did it go with Nordwind Logistik?", today);
        Assert.Contains("You wanted: Finance joins", today);
        await planned.Ana.PostFormAsync(planned.Url + "/debriefs", ("Plan", $"{meeting.Id}"), ("Step", "Least"));
        Assert.DoesNotContain("How did it go with", await planned.Ana.TextAsync("/today"));
        Assert.Contains("Told 3 days after: what was said fades quickly.", await planned.Ana.TextAsync(planned.Url + "/debriefs"));
    }

    [Theory, OnBoth]
    public async Task Programs_tell_and_answer_and_others_neither_read_nor_change_it(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var url = $"/api{planned.Url}/debriefs";
        var made = await planned.Sales.Ana.Program.PostAsJsonAsync(url, new { on = Day(planned.Today), step = "Other", stepText = "They call back", issue = "Night shifts" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var debrief = await made.Content.ReadFromJsonAsync<JsonElement>();
        var change = debrief.GetProperty("changes")[0].GetProperty("id").GetGuid();
        var (otto, stranger) = (await planned.Sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang"), await (await planned.Sales.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd"));
        foreach (var (who, no) in new[] { (otto, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.NotFound) })
            foreach (var act in (string[])[$"{planned.Url}/debriefs", $"/debriefs/{debrief.GetProperty("id").GetGuid()}/removals", $"/debrief-changes/{change}/acceptances", $"/debrief-changes/{change}/refusals"])
                Assert.Equal(no, (await who.Browser.PostFormAsync(act, ("Step", "Nothing"), ("On", Day(planned.Today)))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.GetAsync(url)).StatusCode);
        var taken = await planned.Sales.Ana.Program.PostAsJsonAsync($"/api/debrief-changes/{change}/acceptances", new { });
        Assert.Equal("Taken", (await taken.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("changes")[0].GetProperty("answer").GetString());
        Assert.Equal(HttpStatusCode.OK, (await planned.Sales.Ana.Program.DeleteAsync($"/api/debriefs/{debrief.GetProperty("id").GetGuid()}")).StatusCode);
        Assert.Equal("[]", await planned.Sales.Ana.Program.PageAsync(url));
    }

    [Theory, OnBoth]
    public async Task One_told_late_of_many_is_kept_and_answered_like_any_other(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.Sales.Ana.Tenant.SaveAsync([.. Enumerable.Range(0, 25).Select(i => new Debrief { OpportunityId = planned.Deal.Id, On = planned.Today.AddDays(-i), ToldOn = planned.Today, ToldById = planned.Sales.Ana.Id, Step = StepGot.Nothing })]);
        var made = await planned.Sales.Ana.Program.PostAsJsonAsync($"/api{planned.Url}/debriefs", new { on = Day(planned.Today.AddDays(-90)), step = "Other", stepText = "They call back" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var change = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("changes")[0].GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.OK, (await planned.Sales.Ana.Program.PostAsJsonAsync($"/api/debrief-changes/{change}/acceptances", new { })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task What_was_wanted_stands_beside_what_was_got_each_with_its_day_and_the_day_of_a_step_they_took_is_kept(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var meeting = new MeetingPlan { OpportunityId = planned.Deal.Id, On = planned.Today, Reason = "You see what three yards did", Best = "Finance joins", BestBy = planned.Today.AddDays(40), Least = "They send figures", LeastBy = planned.Today.AddDays(1) };
        await planned.Sales.Ana.Tenant.SaveAsync(meeting);
        var form = await planned.Ana.TextAsync($"{planned.Url}/debriefs?plan={meeting.Id}");
        Assert.Contains($"the best we wanted, by {Platform.Ui.DayText.Short(planned.Today.AddDays(40), planned.Today)}", form);
        Assert.Contains("the least we wanted, by tomorrow", form);
        await planned.Ana.PostFormAsync(planned.Url + "/debriefs", ("Plan", $"{meeting.Id}"), ("Step", "Least"));
        var page = await planned.Ana.TextAsync(planned.Url + "/debriefs");
        foreach (var said in (string[])["They agreed to: the least step we wanted.", "You wanted: Finance joins, by", "At least: They send figures, by tomorrow", "Their next step: They send figures, by tomorrow"]) Assert.Contains(said, page);
    }

    [Theory, OnBoth]
    public async Task Older_debriefs_than_the_latest_twenty_are_read_on_the_next_page(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.Sales.Ana.Tenant.SaveAsync([.. Enumerable.Range(0, 25).Select(i => new Debrief { OpportunityId = planned.Deal.Id, On = planned.Today.AddDays(-i), ToldOn = planned.Today, ToldById = planned.Sales.Ana.Id, Step = StepGot.Nothing, Heard = $"Heard number {i}." })]);
        var oldest = await planned.Sales.Ana.InDb(db => db.Debriefs.AsNoTracking().SingleAsync(d => d.Heard == "Heard number 24."));
        await planned.Sales.Ana.Tenant.SaveAsync(new DebriefChange { DebriefId = oldest.Id, OpportunityId = planned.Deal.Id, Kind = ChangeKind.Issue, Text = "An old matter" });
        var first = await planned.Ana.TextAsync(planned.Url + "/debriefs");
        Assert.Contains("Heard number 19.", first);
        Assert.DoesNotContain("Heard number 20.", first);
        Assert.Contains("25 debriefs", first);
        Assert.Contains("/debriefs?page=2", await planned.Ana.PageAsync(planned.Url + "/debriefs"));
        var second = await planned.Ana.TextAsync(planned.Url + "/debriefs?page=2");
        foreach (var said in (string[])["How earlier meetings went", "Heard number 20.", "Heard number 24.", "An old matter"]) Assert.Contains(said, second);
        Assert.DoesNotContain("Heard number 19.", second);
        Assert.DoesNotContain("?page=3", await planned.Ana.PageAsync(planned.Url + "/debriefs?page=2"));
        Assert.Equal(5, JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{planned.Url}/debriefs?page=2")).RootElement.GetArrayLength());
    }

    private static async Task<MeetingPlan> MeetingAsync(Planned planned, DateOnly on)
    {
        var meeting = new MeetingPlan { OpportunityId = planned.Deal.Id, On = on, Reason = "You see what three yards did", Concept = "One screen", Best = "Finance joins", Least = "They send figures" };
        await planned.Sales.Ana.Tenant.SaveAsync(meeting);
        return meeting;
    }

    private static Task<PlanJudgement> LatestAsync(Planned planned, Guid person) => planned.Sales.Ana.InDb(db => db.PlanJudgements.AsNoTracking().Where(j => j.MapPersonId == person && j.Field == PlanField.Stance).OrderByDescending(j => j.Id).FirstAsync());

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
