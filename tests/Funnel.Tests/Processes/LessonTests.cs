using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Processes.Lessons;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Processes;

/// <summary>What the deals teach about the steps, and what is decided of it.</summary>
public sealed class LessonTests
{
    [Fact]
    public void A_difference_that_chance_does_not_explain_is_proposed_and_one_that_is_not_there_is_doubted()
    {
        // Newcombe 1998, Statistics in Medicine 17:873, table II, example (a), 56/70 against 48/80, by method 10 at 95 %: 0.0524 to 0.3339. At 90 % it lies within.
        var clear = new StepFigure(Guid.NewGuid(), Guid.NewGuid(), "Discover", "Is comparing ways", 70, 56, 80, 48, 0);
        Assert.Equal(0.2, clear.Difference!.Value.Value, 4);
        Assert.InRange(clear.Difference.Value.Low, 0.0524, 0.2);
        Assert.InRange(clear.Difference.Value.High, 0.2, 0.3339);
        var alike = new StepFigure(Guid.NewGuid(), Guid.NewGuid(), "Qualify", "Agreed it matters", 200, 80, 200, 80, 0);
        var few = new StepFigure(Guid.NewGuid(), Guid.NewGuid(), "Propose", "Weighs our offer", 9, 9, 200, 0, 0);
        var back = new StepFigure(Guid.NewGuid(), Guid.NewGuid(), "Decide", "Signs", 0, 0, 0, 0, 7);
        var proposals = StepFigures.Proposals([clear, alike, few, back]);
        Assert.Equal(["Ask for “Is comparing ways” before a deal leaves Discover.", "Look at what is missing before Decide: deals go back from it.", "Ask for something else than “Agreed it matters” in Qualify: deals end alike with it and without."], proposals.Select(p => p.Said));
        Assert.StartsWith("Shown, 56 of 70 were won; without, 48 of 80.", proposals[0].Why);
    }

    [Theory, OnBoth]
    public async Task The_page_counts_closed_deals_with_the_step_and_without_and_says_where_there_are_too_few(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var leader = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        Assert.Contains("Not enough data", await leader.PlainBrowser.TextAsync("/settings/processes/lessons"));
        await PlantAsync(sales, shownWon: 11, shownLost: 1, withoutWon: 1, withoutLost: 11);
        var page = await leader.PlainBrowser.TextAsync("/settings/processes/lessons");
        Assert.Contains("11 of 12 won", page);
        Assert.Contains("1 of 12 won", page);
        Assert.Contains("Ask for “Is comparing ways” before a deal leaves Discover.", page);
    }

    [Theory, OnBoth]
    public async Task A_proposal_is_decided_once_a_meeting_and_the_next_is_due_as_often_as_was_said(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var leader = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        (string, string)[] adopted = [("What", "Ask for “Signs”."), ("Proposal", "bind x"), ("Verdict", "Adopted")];
        await leader.PlainBrowser.PostFormAsync("/settings/processes/lessons", adopted);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await leader.PlainBrowser.PostFormAsync("/settings/processes/lessons", adopted)).StatusCode);
        await leader.PlainBrowser.PostFormAsync("/settings/processes/lessons", ("What", "We called too late"), ("Verdict", "Tried"));
        var (meeting, lessons) = await leader.InDb(async db => (await db.LessonMeetings.SingleAsync(), await db.Lessons.CountAsync()));
        Assert.Equal((2, meeting.HeldOn.AddMonths(3)), (lessons, meeting.NextOn));
        await leader.PlainBrowser.PostFormAsync("/settings/processes/lessons/due", ("Months", "1"));
        Assert.Equal(meeting.HeldOn.AddMonths(1), (await leader.InDb(db => db.LessonMeetings.SingleAsync())).NextOn);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await leader.Browser.PostFormAsync("/settings/processes/lessons/due", ("Months", "7"))).StatusCode);
        var page = await leader.PlainBrowser.TextAsync("/settings/processes/lessons");
        Assert.Contains("We called too late", page);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.PlainBrowser.GetAsync("/settings/processes/lessons")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task What_a_review_wants_changed_comes_before_the_meeting_and_sellers_read_what_was_decided(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var leader = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        var deal = await sales.DealAsync("Yard", stage: "Lost");
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/reviews", ("Inhibitors", "price"), ("Lesson", "Ask for the budget in the first call"));
        var review = await leader.InDb(db => db.DealReviews.FirstAsync());
        var page = await leader.PlainBrowser.TextAsync("/settings/processes/lessons");
        Assert.Contains("Ask for the budget in the first call", page);
        Assert.Contains("From the review of Yard on ", page);
        var second = await sales.DealAsync("Gate", stage: "Lost");
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{second.Id}/reviews", ("Inhibitors", "price"), ("Lesson", "ask for the budget in the first call"));
        Assert.Contains("From 2 reviews, the last of Gate on ", await leader.PlainBrowser.TextAsync("/settings/processes/lessons"));
        await leader.PlainBrowser.PostFormAsync("/settings/processes/lessons", ("What", "Ask for the budget in the first call"), ("Proposal", $"review {review.Id}"), ("Verdict", "Adopted"));
        Assert.Equal([LessonState.Adopted, LessonState.Adopted], await leader.InDb(db => db.DealReviews.Select(r => r.LessonState!.Value).ToListAsync()));
        Assert.DoesNotContain("From 2 reviews", await leader.PlainBrowser.TextAsync("/settings/processes/lessons"));
        Assert.Contains("What we do differently", await sales.Ana.PlainBrowser.TextAsync("/reviews"));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.PlainBrowser.PostFormAsync("/settings/processes/lessons", ("What", "x"), ("Proposal", $"review {Guid.NewGuid()}"), ("Verdict", "Adopted"))).StatusCode);
        Assert.Single(await leader.InDb(db => db.Lessons.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Who_passed_several_stages_at_once_went_on_without_each_of_their_steps(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var leader = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        var deal = await sales.DealAsync("Yard", stage: "Qualify");
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage("Propose").Id}"), ("Asked", "true"), ("Reason", "They told us"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/closures", ("End", "Lost"));
        var figures = await leader.Program.GetFromJsonAsync<JsonElement>("/api/processes/lessons");
        var without = figures.GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("stage").GetString()!, f => f.GetProperty("without").GetInt32());
        Assert.Equal((1, 1, 0), (without["Qualify"], without["Discover"], without["Propose"]));
    }

    [Theory, OnBoth]
    public async Task Of_each_stage_it_says_how_many_that_came_to_it_went_on(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var leader = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        foreach (var (name, to, end) in new[] { ("Far", "Discover", "Lost"), ("Near", null, "Lost"), ("Done", (string?)null, "Won") })
        {
            var deal = await sales.DealAsync(name, stage: "Qualify");
            if (to is not null) await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage(to).Id}"), ("Asked", "true"), ("Reason", "They told us"));
            Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/closures", ("End", end), ("Reason", "They told us"))).StatusCode);
        }
        var figures = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/processes/lessons")).GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("stage").GetString()!, f => (f.GetProperty("reached").GetInt32(), f.GetProperty("wentOn").GetInt32()));
        Assert.Equal(((3, 2), (2, 1), (1, 1)), (figures["Qualify"], figures["Discover"], figures["Propose"]));
        Assert.Contains("not enough data", await leader.PlainBrowser.TextAsync("/settings/processes/lessons"));
    }

    [Theory, OnBoth]
    public async Task A_slip_of_the_hand_that_was_taken_back_brought_no_deal_to_a_stage_and_a_move_that_stayed_did(Engine engine)
    {
        var sales = await Sales.InAsync(await Host.StartAsync(TestDatabases.MadeAsync(engine, "slips")));
        var (leader, clock) = (await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt"), sales.Ana.Tenant.Host.Clock);
        foreach (var (name, stays, back) in new[] { ("Slip", TimeSpan.FromMinutes(5), true), ("Stepped back", TimeSpan.FromHours(3), true), ("Stayed", TimeSpan.FromMinutes(5), false) })
        {
            var deal = await sales.DealAsync(name, stage: "Qualify");
            await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage("Discover").Id}"), ("Asked", "true"), ("Reason", "They told us"));
            clock.Advance(stays);
            if (back) Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves-back")).StatusCode);
            Assert.Equal(sales.Stage(back ? "Qualify" : "Discover").Id, (await sales.StoredAsync(deal.Id)).StageId);
            clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/closures", ("End", "Lost"), ("Reason", "They told us"))).StatusCode);
        }
        var figures = (await leader.Program.GetFromJsonAsync<JsonElement>("/api/processes/lessons")).GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("stage").GetString()!, f => (f.GetProperty("reached").GetInt32(), f.GetProperty("wentOn").GetInt32()));
        Assert.Equal(((3, 2), (2, 0)), (figures["Qualify"], figures["Discover"]));
    }

    [Theory, OnBoth]
    public async Task Each_step_of_each_process_counts_for_itself_whichever_edition_asked_for_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var admin = await sales.Ana.Tenant.PersonAsync(Role.Admin, "Tunde Nwosu");
        var (discover, propose) = (sales.Stage("Discover"), sales.Stage("Propose"));
        var (standard, large) = (await ProcessAsync("Standard"), await ProcessAsync("Large deals"));
        await admin.PlainBrowser.PostFormAsync($"{standard}/steps", ("Stage", $"{discover.Id}"), ("Act", "Named who else they talk to"));
        await admin.PlainBrowser.PostFormAsync($"{large}/steps", ("Stage", $"{discover.Id}"), ("Act", "Brought their finance along"));
        foreach (var process in (string[])[standard, large]) await admin.PlainBrowser.PostFormAsync($"{process}/editions", ("TakesRunning", "true"));
        var old = await StepAsync("Named who else they talk to");
        await admin.PlainBrowser.PostFormAsync($"{standard}/steps/{old}", ("Act", "Told us all they talk to"));
        await admin.PlainBrowser.PostFormAsync($"{standard}/editions", ("TakesRunning", "true"));
        var (anew, finance, id) = (await StepAsync("Told us all they talk to"), await StepAsync("Brought their finance along"), Guid.Parse(large.Split('/')[^1]));
        // One deal noted both names of the step, one only what the stage asked by itself, one of the other process its own step; two went on without.
        await ClosedAsync("Both", null, null, "Lost", (discover.Id, old), (discover.Id, anew));
        await ClosedAsync("Stage", null, "Told us all they talk to", "Lost", (discover.Id, null));
        await ClosedAsync("Large", id, "Is comparing ways", "Lost", (discover.Id, finance));
        await ClosedAsync("None", null, "Is comparing ways · Told us all they talk to", "Lost");
        var figures = (await admin.Program.GetFromJsonAsync<JsonElement>("/api/processes/lessons")).GetProperty("figures").EnumerateArray().Where(f => f.GetProperty("stage").GetString() == "Discover")
            .Select(f => (f.GetProperty("process").GetString(), f.GetProperty("act").GetString(), f.GetProperty("shown").GetInt32(), f.GetProperty("without").GetInt32())).ToList();
        Assert.Equal([("Standard", "Is comparing ways", 1, 1), ("Standard", "Told us all they talk to", 1, 2), ("Large deals", "Is comparing ways", 0, 1), ("Large deals", "Brought their finance along", 1, 0)], figures);
        var page = (await admin.PlainBrowser.TextAsync("/settings/processes/lessons")).Split("id=\"figures\"")[1];
        Assert.Equal(["Standard", "Told us all they talk to", "Large deals", "Brought their finance along"], new[] { "Brought their finance along", ">Large deals<", ">Standard<", "Told us all they talk to" }.OrderBy(said => page.IndexOf(said, StringComparison.Ordinal)).Select(said => said.Trim('<', '>')));
        // What closed by a process that is retired since still counts, and what an edition passed over was not come to.
        await admin.PlainBrowser.PostFormAsync($"{large}/retirements");
        await admin.PlainBrowser.PostFormAsync("/settings/stages", ("Name", "Pilot"), ("Category", "BestCase"));
        var all = (await admin.Program.GetFromJsonAsync<JsonElement>("/api/processes/lessons")).GetProperty("figures").EnumerateArray().ToList();
        Assert.Contains(all, f => f.GetProperty("act").GetString() == "Brought their finance along" && f.GetProperty("shown").GetInt32() == 1);
        Assert.DoesNotContain(all, f => f.GetProperty("stage").GetString() == "Pilot");
        var before = await sales.CameAsync(-3);
        await admin.PlainBrowser.PostFormAsync($"{standard}/editions");
        Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{before}/closures", ("End", "Won"), ("Reason", "They told us"))).StatusCode);
        all = (await admin.Program.GetFromJsonAsync<JsonElement>("/api/processes/lessons")).GetProperty("figures").EnumerateArray().ToList();
        Assert.Equal([("Propose", 1), ("Pilot", 0)], all.Where(f => f.GetProperty("process").GetString() == "Standard" && f.GetProperty("stage").GetString() is "Propose" or "Pilot").Select(f => (f.GetProperty("stage").GetString()!, f.GetProperty("reached").GetInt32())));

        async Task<string> ProcessAsync(string name) => (await admin.PlainBrowser.PostFormAsync("/settings/processes", ("Name", name))).Headers.Location!.ToString();

        Task<Guid> StepAsync(string act) => admin.InDb(db => db.ProcessSteps.Where(s => s.Act == act).Select(s => s.Id).SingleAsync());

        async Task ClosedAsync(string name, Guid? process, string? without, string end, params (Guid Stage, Guid? Step)[] shown)
        {
            var deal = await sales.DealAsync(name, stage: end);
            await sales.Ana.InDb(async db =>
            {
                var stored = await db.Opportunities.SingleAsync(o => o.Id == deal.Id);
                (stored.ClosedOn, stored.ProcessId) = (DateOnly.FromDateTime(sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime).AddDays(-30), process);
                foreach (var (stage, step) in shown) db.Add(new StageEvidence { OpportunityId = deal.Id, StageId = stage, StepId = step, On = stored.ClosedOn.Value, Text = "They wrote so" });
                if (without is not null) db.Add(new MoveNote { OpportunityId = deal.Id, FromStageId = discover.Id, ToStageId = propose.Id, Kind = MoveKind.Unshown, Without = without, IsStated = false, On = stored.ClosedOn.Value, SaidById = sales.Ana.Id });
                return await db.SaveChangesAsync();
            });
        }
    }

    private static async Task PlantAsync(Sales sales, int shownWon, int shownLost, int withoutWon, int withoutLost)
    {
        var day = DateOnly.FromDateTime(sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime).AddDays(-30);
        foreach (var (count, stage, shown) in new[] { (shownWon, "Won", true), (shownLost, "Lost", true), (withoutWon, "Won", false), (withoutLost, "Lost", false) })
            for (var i = 0; i < count; i++)
            {
                var deal = await sales.DealAsync($"{stage} {shown} {i}", stage: stage);
                await sales.Ana.InDb(async db =>
                {
                    (await db.Opportunities.SingleAsync(o => o.Id == deal.Id)).ClosedOn = day;
                    if (shown) db.Add(new StageEvidence { OpportunityId = deal.Id, StageId = sales.Stage("Discover").Id, On = day, Text = "They wrote so" });
                    else db.Add(new MoveNote { OpportunityId = deal.Id, FromStageId = sales.Stage("Discover").Id, ToStageId = sales.Stage("Propose").Id, Kind = MoveKind.Unshown, Without = "Is comparing ways", IsStated = false, On = day, SaidById = sales.Ana.Id });
                    return await db.SaveChangesAsync();
                });
            }
    }
}
