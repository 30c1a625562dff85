using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Debriefs;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Debriefs;

/// <summary>What a meeting taught of people: what they want, what they gain, what they picture, and who came up.</summary>
public sealed class HeardOfPeopleTests
{
    [Theory, OnBoth]
    public async Task What_somebody_wants_now_and_gains_is_proposed_beside_what_was_known_and_taken_into_the_plan(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        await planned.SayAsync("Receptiveness", petra, ("Value", "3"), ("Text", "Nothing hurts"));
        var url = planned.Url + "/debriefs";
        var form = await planned.Ana.TextAsync(url);
        foreach (var asked in (string[])["What we learned of people", "as before: content", "Written so that they could read it"]) Assert.Contains(asked, form);
        await planned.Ana.PostFormAsync(url, ("On", Day(planned.Today)), ("Step", "Nothing"), ("Heard", "“Mondays cost us the contract”"), ("Wants", $"{petra}:2"), ("Gained", $"{petra}"), ("Gain", "A quiet Monday"));
        var page = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["2 changes wait for your yes.", "Petra Brandt, what they want: fix something, was content", "Petra Brandt gains from it: A quiet Monday"]) Assert.Contains(said, page);
        Assert.Equal(3, (await LatestAsync(planned, PlanField.Receptiveness)).Value);
        await TakeAllAsync(planned);
        var wants = await LatestAsync(planned, PlanField.Receptiveness);
        Assert.Equal((2, "“Mondays cost us the contract”", PlanGround.TheySaid, petra), (wants.Value, wants.Text, wants.Ground, wants.MapPersonId));
        Assert.Equal("A quiet Monday", (await LatestAsync(planned, PlanField.Gain)).Text);
        Assert.Contains("A quiet Monday", await planned.Ana.TextAsync($"{planned.Plan}?person={petra}"));
    }

    [Theory, OnBoth]
    public async Task Their_picture_is_confirmed_or_put_in_their_words_or_did_not_come_up_and_is_unknown_where_nobody_says(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        var url = planned.Url + "/debriefs";
        foreach (var (days, shown, fields) in ((int, string, (string, string)[])[])
        [
            (0, "Whether it is as we pictured it is unknown.", []),
            (1, "What they picture did not come up.", [("Picture", "NotRaised")]),
            (2, "They said it is as we pictured it.", [("Picture", "Confirmed"), ("Pictured", $"{petra}")]),
            (3, "They put it in their own words what they picture.", [("Picture", "Corrected"), ("Pictured", $"{petra}"), ("PictureText", "Two screens, one at the gate")]),
        ])
        {
            var meeting = new MeetingPlan { OpportunityId = planned.Deal.Id, On = planned.Today.AddDays(-days), Reason = $"Meeting {days}", Concept = "One screen" };
            await planned.Sales.Ana.Tenant.SaveAsync(meeting);
            await planned.Ana.PostFormAsync(url, [("Plan", $"{meeting.Id}"), ("Step", "Nothing"), .. fields]);
            Assert.Contains(shown, await planned.Ana.TextAsync(url));
        }
        var page = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["2 changes wait for your yes.", "Petra Brandt pictures it so: One screen", "Petra Brandt pictures it so: Two screens, one at the gate"]) Assert.Contains(said, page);
        await TakeAllAsync(planned);
        Assert.Equal((string[])["One screen", "Two screens, one at the gate"], await planned.Sales.Ana.InDb(db => db.PlanJudgements.Where(j => j.Field == PlanField.Concept).OrderBy(j => j.Text).Select(j => j.Text!).ToArrayAsync()));
        var told = JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{url}")).RootElement.EnumerateArray().Select(d => d.GetProperty("picture").GetString() ?? "unknown").Order(StringComparer.Ordinal);
        Assert.Equal("Confirmed, Corrected, NotRaised, unknown", string.Join(", ", told));
    }

    [Theory, OnBoth]
    public async Task Somebody_who_came_up_gets_a_part_once_it_is_taken_over_a_contact_or_a_role_nobody_knows_yet(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var url = planned.Url + "/debriefs";
        Assert.Contains("Okan Yildiz · IT architecture", await planned.Ana.TextAsync(url));
        await planned.Ana.PostFormAsync(url, ("On", Day(planned.Today)), ("Step", "Nothing"), ("Heard", "“Okan has to look at it first”"), ("NewContact", $"{planned.Okan.Id}"), ("NewPart", "Evaluator"));
        var made = await planned.Sales.Ana.Program.PostAsJsonAsync($"/api{url}", new { on = Day(planned.Today), step = "Nothing", newRole = "Somebody in purchasing", newPart = "Approver" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(("Person", "Approver"), ((await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("changes")[0] is var change ? change.GetProperty("kind").GetString() : null, change.GetProperty("part").GetString()));
        var page = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["Okan Yildiz has a part in it: Evaluator", "Somebody in purchasing has a part in it: Approver"]) Assert.Contains(said, page);
        Assert.DoesNotContain("Somebody in purchasing", await planned.Ana.TextAsync(planned.Plan));
        await TakeAllAsync(planned);
        var plan = await planned.Ana.TextAsync(planned.Plan);
        foreach (var said in (string[])["Okan Yildiz", "Somebody in purchasing"]) Assert.Contains(said, plan);
        var part = await planned.Sales.Ana.InDb(db => db.Rows<Customers.Maps.MapPart>().AsNoTracking().SingleAsync(p => p.Part == Customers.Maps.DealPart.Evaluator));
        Assert.Equal("“Okan has to look at it first”", part.Evidence);
    }

    [Theory, OnBoth]
    public async Task A_second_who_says_the_final_yes_is_not_taken_over_and_it_says_who_does(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.NameAsync(planned.Petra, "Approver");
        await planned.Ana.PostFormAsync(planned.Url + "/debriefs", ("On", Day(planned.Today)), ("Step", "Nothing"), ("NewContact", $"{planned.Okan.Id}"), ("NewPart", "Approver"));
        var change = await planned.Sales.Ana.InDb(db => db.DebriefChanges.AsNoTracking().SingleAsync());
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync($"/debrief-changes/{change.Id}/acceptances"), "Petra Brandt already says the final yes here");
        Assert.Null((await planned.Sales.Ana.InDb(db => db.DebriefChanges.AsNoTracking().SingleAsync())).Answer);
    }

    [Theory, OnBoth]
    public async Task Who_is_erased_is_in_no_change_and_named_in_none_of_another(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        var url = planned.Url + "/debriefs";
        await planned.Ana.PostFormAsync(url, ("On", Day(planned.Today)), ("Step", "Nothing"), ("Gained", $"{petra}"), ("Gain", "Okan Yildiz leaves her alone"), ("NewContact", $"{planned.Okan.Id}"), ("NewPart", "Evaluator"));
        await planned.Ana.PostFormAsync(url, ("On", Day(planned.Today)), ("Step", "Nothing"), ("Heard", "“Okan Yildiz will not like it”"));
        Assert.Contains("Okan Yildiz", await planned.Ana.TextAsync(url));
        var admin = await planned.Sales.Ana.Tenant.PersonAsync(Role.Admin, "Ada Lind");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{planned.Okan.Id}/erasures", new { })).IsSuccessStatusCode);
        var page = await planned.Ana.TextAsync(url);
        Assert.DoesNotContain("Okan Yildiz", page);
        Assert.Contains("Petra Brandt gains from it: Something that named an erased contact", page);
        Assert.DoesNotContain("Okan Yildiz", await planned.Ana.TextAsync($"{planned.Url}/timeline"));
        Assert.Single(await planned.Sales.Ana.InDb(db => db.DebriefChanges.ToListAsync()));
    }

    private static async Task TakeAllAsync(Planned planned)
    {
        foreach (var change in await planned.Sales.Ana.InDb(db => db.DebriefChanges.Where(c => c.Answer == null).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync()))
            Assert.Equal(HttpStatusCode.SeeOther, (await planned.Ana.PostFormAsync($"/debrief-changes/{change}/acceptances")).StatusCode);
    }

    private static Task<PlanJudgement> LatestAsync(Planned planned, PlanField field) => planned.Sales.Ana.InDb(db => db.PlanJudgements.AsNoTracking().Where(j => j.Field == field).OrderByDescending(j => j.Id).FirstAsync());

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
