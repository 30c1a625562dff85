using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Meetings;

/// <summary>Planned questions get answers, or it is said why not.</summary>
public sealed class AnswerTests
{
    [Theory, OnBoth]
    public async Task Each_question_shows_what_they_said_or_that_there_is_no_answer_and_both_pages_count(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var plan = await PlanAsync(planned, planned.Today);
        var (first, second, third) = (await AskAsync(planned, plan, MeetingLineKind.New, "Since when?"), await AskAsync(planned, plan, MeetingLineKind.Concern, "What could you lose?"), await AskAsync(planned, plan, MeetingLineKind.Confirm, "Two hours?"));
        var url = $"{planned.Url}/meetings";
        var before = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["0 of 3 questions answered", "Note the answer", "No answer", "Not asked"]) Assert.Contains(said, before);
        Assert.Contains("0 of 3 questions answered", await planned.Ana.TextAsync($"{planned.Url}/debriefs?plan={plan.Id}"));
        var noted = await planned.Ana.PostFormAsync($"/meeting-lines/{first}/answers", ("Answer", "Since the new gate"), ("Unanswered", ""));
        Assert.EndsWith("#meeting-asks", noted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await planned.Ana.PostFormAsync($"/meeting-lines/{second}/answers", ("Answer", ""), ("Unanswered", "Asked"));
        await planned.Ana.PostFormAsync($"/meeting-lines/{third}/answers", ("Answer", ""), ("Unanswered", "NotAsked"));
        var page = await planned.Ana.TextAsync(url);
        foreach (var said in (string[])["1 of 3 questions answered", "Since the new gate", "Change the answer", "asked, and not answered", "not asked"]) Assert.Contains(said, page);
        await planned.Ana.PostFormAsync(planned.Url + "/debriefs", ("Plan", $"{plan.Id}"), ("Step", "Nothing"));
        Assert.Contains("1 of 3 questions answered", await planned.Ana.TextAsync(planned.Url + "/debriefs"));
        // What is said later takes the place of what was.
        await planned.Ana.PostFormAsync($"/meeting-lines/{second}/answers", ("Answer", "Their slots"), ("Unanswered", ""));
        await planned.Ana.PostFormAsync($"/meeting-lines/{first}/answers", ("Answer", ""), ("Unanswered", "Asked"));
        var lines = await planned.Sales.Ana.InDb(db => db.MeetingLines.AsNoTracking().ToListAsync());
        Assert.Equal((null, Unanswered.Asked), (lines.Single(l => l.Id == first).Answer, lines.Single(l => l.Id == first).Unanswered));
        Assert.Equal(("Their slots", null), (lines.Single(l => l.Id == second).Answer, lines.Single(l => l.Id == second).Unanswered));
    }

    [Theory, OnBoth]
    public async Task Before_the_day_nothing_is_to_be_noted_and_on_it_the_questions_stand_first(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var plan = await PlanAsync(planned, planned.Today.AddDays(1));
        await AskAsync(planned, plan, MeetingLineKind.New, "Since when?");
        var early = await planned.Ana.TextAsync($"{planned.Url}/meetings");
        Assert.DoesNotContain("Note the answer", early);
        Assert.True(early.IndexOf("Their reason", StringComparison.Ordinal) < early.IndexOf("Since when?", StringComparison.Ordinal));
        await planned.Ana.PostFormAsync($"/meeting-plans/{plan.Id}", ("On", planned.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        var page = await planned.Ana.TextAsync($"{planned.Url}/meetings");
        Assert.Contains("Note the answer", page);
        Assert.True(page.IndexOf("Since when?", StringComparison.Ordinal) < page.IndexOf("Their reason", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Programs_answer_and_what_cannot_be_is_refused_and_stays_typed(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var plan = await PlanAsync(planned, planned.Today);
        var (asked, given) = (await AskAsync(planned, plan, MeetingLineKind.New, "Since when?"), await AskAsync(planned, plan, MeetingLineKind.Gives, "A day at a plant"));
        var program = planned.Sales.Ana.Program;
        var answered = await program.PatchAsJsonAsync($"/api/meeting-lines/{asked}", new { answer = "Since May" });
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        var view = await answered.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((1, 1), (view.GetProperty("questions").GetInt32(), view.GetProperty("answered").GetInt32()));
        await program.PatchAsJsonAsync($"/api/meeting-lines/{asked}", new { unanswered = "NotAsked" });
        Assert.Equal((null, Unanswered.NotAsked), await ReadAsync());
        await program.PatchAsJsonAsync($"/api/meeting-lines/{asked}", new { unanswered = (string?)null });
        Assert.Equal((null, (Unanswered?)null), await ReadAsync());
        var lectured = await program.PatchAsJsonAsync($"/api/meeting-lines/{given}", new { answer = "Thanks" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lectured.StatusCode);
        Assert.Contains("Only a question has an answer.", await lectured.Content.ReadAsStringAsync());
        var both = await planned.Ana.PostFormAsync($"/meeting-lines/{asked}/answers", ("Form", $"answer-{asked}"), ("Answer", "Kept words"), ("Unanswered", "NotAsked"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, both.StatusCode);
        var page = WebUtility.HtmlDecode(await both.Content.ReadAsStringAsync());
        foreach (var said in (string[])["Either what they said, or that there is no answer.", "Kept words"]) Assert.Contains(said, page);
        Assert.Equal(HttpStatusCode.NotFound, (await program.PatchAsJsonAsync($"/api/meeting-lines/{Guid.NewGuid()}", new { answer = "x" })).StatusCode);

        async Task<(string? Answer, Unanswered? Why)> ReadAsync() => await planned.Sales.Ana.InDb(db => db.MeetingLines.AsNoTracking().SingleAsync(l => l.Id == asked)) is var line ? (line.Answer, line.Unanswered) : default;
    }

    internal static async Task<MeetingPlan> PlanAsync(Planned planned, DateOnly on)
    {
        var plan = new MeetingPlan { OpportunityId = planned.Deal.Id, On = on, Reason = "You see what three yards did", Best = "Finance joins", Least = "They send figures" };
        await planned.Sales.Ana.Tenant.SaveAsync(plan);
        return plan;
    }

    private static async Task<Guid> AskAsync(Planned planned, MeetingPlan plan, MeetingLineKind kind, string text)
    {
        var line = new MeetingLine { MeetingPlanId = plan.Id, OpportunityId = plan.OpportunityId, Kind = kind, Text = text };
        await planned.Sales.Ana.Tenant.SaveAsync(line);
        return line.Id;
    }
}
