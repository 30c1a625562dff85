using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Meetings;

/// <summary>A meeting is prepared: its hour and place, steps with a day, whether they trust us, what was sent, and what was to be won then.</summary>
public sealed class PreparedTests
{
    [Theory, OnBoth]
    public async Task A_step_without_a_day_or_with_one_before_the_meeting_is_asked_about_and_blocks_nothing(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var url = $"{planned.Url}/meetings";
        await planned.Ana.PostFormAsync(url, ("Reason", "They asked"), ("On", Day(planned, 9)), ("Best", "Finance joins"), ("Least", "They send figures"), ("LeastBy", Day(planned, 3)));
        var page = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["By when would they do it: “Finance joins”?", "The day of “They send figures” lies before the meeting."]) Assert.Contains(said, page);
        var plan = await PlanAsync(planned);
        await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}", ("BestBy", Day(planned, 20)), ("LeastBy", Day(planned, 12)));
        var settled = await planned.Ana.TextAsync(url);
        foreach (var gone in (string[])["By when would they do it", "lies before the meeting"]) Assert.DoesNotContain(gone, settled);
        Assert.Contains("Finance joins, by", settled);
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}", ("Reason", plan.Reason), ("Best", ""), ("BestBy", Day(planned, 20))), "What do they do by this day?");
    }

    [Theory, OnBoth]
    public async Task Meetings_of_a_day_stand_by_their_hour_with_their_place_and_a_wrong_hour_stays_typed(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var url = $"{planned.Url}/meetings";
        foreach (var (reason, at) in ((string, string)[])[("Late one", "16:00"), ("Early one", "09:30"), ("Any time", "")]) await planned.Ana.PostFormAsync(url, ("Reason", reason), ("On", Day(planned, 1)), ("StartsAt", at), ("Place", $"Gate of {reason}"));
        var page = await planned.Ana.TextAsync(url);
        Assert.Contains("Gate of Early one", page);
        Assert.Matches("tomorrow, 0?9:30", page);
        Assert.True(page.IndexOf("Late one", StringComparison.Ordinal) < page.IndexOf("Any time", StringComparison.Ordinal));
        var today = await planned.Ana.TextAsync("/today");
        Assert.Equal([.. ((string[])["Early one", "Late one", "Any time"]).Select(r => today.IndexOf(r, StringComparison.Ordinal)).Order()], ((string[])["Early one", "Late one", "Any time"]).Select(r => today.IndexOf(r, StringComparison.Ordinal)));
        var refused = await planned.Ana.PostFormAsync(url, ("Reason", "x"), ("On", Day(planned, 1)), ("StartsAt", "half past"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var form = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        foreach (var said in (string[])["This is not a time", "value=\"half past\""]) Assert.Contains(said, form);
        var made = await planned.Sales.Ana.Program.PostAsJsonAsync($"/api{url}", new { reason = "By program", on = Day(planned, 2), startsAt = "11:15:00", place = "Their yard" });
        Assert.Equal("11:15:00", (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("startsAt").GetString());
    }

    [Theory, OnBoth]
    public async Task What_was_to_be_won_stays_with_the_plan_as_it_stood_and_a_change_leads_to_the_comparison(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var url = $"{planned.Url}/meetings";
        await planned.Ana.PostFormAsync(url, ("Reason", "Before it was said"), ("On", Day(planned, 5)));
        Assert.Contains("When this was planned nobody had said what is to be won.", await planned.Ana.TextAsync(url));
        await planned.Ana.PostFormAsync($"{planned.Plan}/objective", ("What", "Four gates"), ("Quantity", "4"), ("On", "2026-11-30"));
        Assert.Contains("Somebody has since.", await planned.Ana.TextAsync(url));
        await planned.Ana.PostFormAsync(url, ("Reason", "After it was said"), ("On", Day(planned, 3)));
        var page = await planned.Ana.TextAsync(url);
        Assert.Contains("To be won, as it stood: 4 × Four gates", page);
        Assert.DoesNotContain("It has changed since.", page);
        await planned.Ana.PostFormAsync($"{planned.Plan}/objective", ("What", "Six gates"), ("Quantity", "6"), ("On", "2026-12-31"), ("Because", "Two more yards"));
        var after = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["To be won, as it stood: 4 × Four gates", "It has changed since."]) Assert.Contains(said, after);
        Assert.Contains($"/plan/changes?from={Day(planned, 0)}", await planned.Ana.PageAsync(url));
        Assert.Equal(HttpStatusCode.OK, (await planned.Ana.GetAsync($"{planned.Plan}/changes?from={Day(planned, 0)}")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Who_does_not_trust_us_yet_is_told_nothing_before_that_is_checked(Engine engine)
    {
        const string Check = "Check that they trust us before you tell them anything.";
        var planned = await Planned.OnAsync(engine);
        var url = $"{planned.Url}/meetings";
        await planned.Ana.PostFormAsync(url, ("Reason", "They asked"), ("On", Day(planned, 9)));
        var plan = await PlanAsync(planned);
        Assert.DoesNotContain(Check, await planned.Ana.TextAsync(url));
        await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}/lines", ("Kind", "Gives"), ("Text", "A day at a plant"));
        Assert.Contains(Check, await planned.Ana.TextAsync(url));
        await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}", ("Credibility", "None"));
        Assert.Contains(Check, await planned.Ana.TextAsync(url));
        await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}", ("Credibility", "Transferred"), ("CredibilityNote", "Petra Brandt knows our yard"));
        var page = await planned.Ana.TextAsync(url);
        Assert.DoesNotContain(Check, page);
        Assert.Contains("lent: by somebody they trust · Petra Brandt knows our yard", page);
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}", ("Reason", plan.Reason), ("Credibility", ""), ("CredibilityNote", "Somebody")), "Choose one of the words.");
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Lind");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{planned.Petra.Id}/erasures", new { })).IsSuccessStatusCode);
        var erased = await planned.Ana.TextAsync(url);
        Assert.Contains("lent: by somebody they trust", erased);
        Assert.DoesNotContain("Petra Brandt", erased);
        Assert.False(await planned.Sales.Ana.InDb(db => db.Rows<Platform.Events.SubjectKey>().AnyAsync(k => k.Id == plan.Id)));
    }

    [Theory, OnBoth]
    public async Task A_reason_that_was_not_sent_is_told_two_days_before_and_sent_with_one_tap(Engine engine)
    {
        const string Late = "They were not sent yet why to meet";
        var planned = await Planned.OnAsync(engine);
        var url = $"{planned.Url}/meetings";
        await planned.Ana.PostFormAsync(url, ("Reason", "They asked"), ("On", Day(planned, 3)));
        var plan = await PlanAsync(planned);
        Assert.DoesNotContain(Late, await planned.Ana.TextAsync(url));
        await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}", ("On", Day(planned, 2)));
        Assert.Contains(Late, await planned.Ana.TextAsync(url));
        Assert.Equal(HttpStatusCode.SeeOther, (await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}/sendings")).StatusCode);
        var page = await planned.Ana.TextAsync(url);
        Assert.DoesNotContain(Late, page);
        Assert.DoesNotContain("Sent today", page);
        Assert.Equal(planned.Today, (await PlanAsync(planned)).AgendaSentOn);
        Assert.Contains("They were sent why to meet", await planned.Ana.TextAsync(planned.Url));
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}", ("Reason", plan.Reason), ("AgendaSentOn", Day(planned, 1))), "This day is still to come.");
        var otto = await planned.Sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        Assert.Equal(HttpStatusCode.Forbidden, (await otto.Browser.PostFormAsync($"/meeting-plans/{plan.Id}/sendings")).StatusCode);
    }

    private static Task<MeetingPlan> PlanAsync(Planned planned) => planned.Sales.Ana.InDb(db => db.MeetingPlans.AsNoTracking().SingleAsync());

    private static string Day(Planned planned, int days) => planned.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
