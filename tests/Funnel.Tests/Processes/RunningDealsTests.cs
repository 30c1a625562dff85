using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Processes;

/// <summary>Deals that run stay on what they were asked when they came, or are taken along after somebody saw what that does to them.</summary>
public sealed class RunningDealsTests
{
    [Theory, OnBoth]
    public async Task A_stage_that_asks_for_something_else_asks_it_of_new_deals_unless_running_ones_are_taken_along(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var stage = sales.Stage("Discover");
        var before = await sales.CameAsync(-3);
        await sales.ShownAsync(before, "Qualify");
        Assert.Contains("Ask it of the running deal too", await admin.PlainBrowser.TextAsync($"/settings/stages?edit={stage.Id}"));
        var saved = await SayAsync(admin, stage, "Shows us the yard");
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var after = await sales.CameAsync(1);
        var (old, anew) = (await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{before}"), await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{after}"));
        Assert.Contains("Is comparing ways", old);
        Assert.DoesNotContain("Shows us the yard", old);
        Assert.Contains("Follows Standard, edition 1.", old);
        Assert.Contains("Shows us the yard", anew);
        Assert.Contains("Follows Standard, edition 2.", anew);
        // What showed a step of a stage shows it as a step of the process.
        Assert.DoesNotContain("Qualify · not shown yet", old);
        // From now on the process says what is asked, in editions.
        Assert.Contains("What the customer does here is said in", await admin.PlainBrowser.TextAsync($"/settings/stages?edit={stage.Id}"));
        Assert.Contains("is said in Standard: change it there", await (await SayAsync(admin, stage, "Something else")).Content.ReadAsStringAsync());
        // A stage that comes new is asked about by the next edition.
        await admin.PlainBrowser.PostFormAsync("/settings/stages", ("Name", "Pilot"), ("CustomerAct", "Ran it for a week"), ("Category", "BestCase"));
        Assert.DoesNotContain("Ran it for a week", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{after}"));
        Assert.Equal(3, await admin.InDb(db => db.ProcessSteps.Where(s => s.Act == "Ran it for a week").Select(s => s.From).SingleAsync()));
        Assert.Equal("Shows us the yard", await admin.InDb(db => db.Stages.Where(s => s.Id == stage.Id).Select(s => s.CustomerAct).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task Running_deals_taken_along_are_asked_at_once_and_without_any_nothing_is_kept(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        await SayAsync(admin, sales.Stage("Qualify"), "Named the cost");
        Assert.Empty(await admin.InDb(db => db.Processes.ToListAsync()));
        var deal = await sales.CameAsync(-3);
        await SayAsync(admin, sales.Stage("Discover"), "Shows us the yard", ("TakesRunning", "true"));
        Assert.Contains("Shows us the yard", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal}"));
        Assert.Empty(await admin.InDb(db => db.Processes.ToListAsync()));
        // A stage that comes new asks nothing of those on the way.
        await admin.PlainBrowser.PostFormAsync("/settings/stages", ("Name", "Pilot"), ("CustomerAct", "Ran it for a week"), ("Category", "BestCase"));
        Assert.DoesNotContain("Ran it for a week", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal}"));
        Assert.Contains("Ran it for a week", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{await sales.CameAsync(1)}"));
    }

    [Theory, OnBoth]
    public async Task The_preview_of_an_edition_says_whom_it_would_hold_ask_and_leave_standing(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var process = (await admin.PlainBrowser.PostFormAsync("/settings/processes", ("Name", "Standard"))).Headers.Location!.ToString();
        await admin.PlainBrowser.PostFormAsync($"{process}/editions", ("TakesRunning", "true"));
        var (discover, step) = (sales.Stage("Discover"), await admin.InDb(db => db.ProcessSteps.Where(s => s.Act == "Is comparing ways").Select(s => s.Id).SingleAsync()));
        var (shown, qualify) = (await sales.CameAsync(-3), await sales.DealAsync("Early", stage: "Qualify"));
        await sales.CameAsync(-2);
        await sales.Ana.Tenant.SaveAsync(new StageEvidence { OpportunityId = shown, StageId = discover.Id, StepId = step, On = new DateOnly(2026, 7, 1), Text = "Sent us their list" });
        // Made binding: one of the two in the stage has it, and the earlier deal meets it further on.
        await admin.PlainBrowser.PostFormAsync($"{process}/steps/{step}", ("Act", "Is comparing ways"), ("IsBinding", "true"));
        var page = await admin.PlainBrowser.TextAsync(process);
        Assert.Contains("What it would do to the 3 running deals, if they are taken along:", page);
        Assert.Contains("One deal in Discover could not go on before something shows: Is comparing ways.", page);
        Assert.Contains("Something new would be asked of one deal further on.", page);
        // Taken off again and the stage left out: two stand in it.
        await admin.PlainBrowser.PostFormAsync($"{process}/stages/{discover.Id}/passing");
        page = await admin.PlainBrowser.TextAsync(process);
        Assert.Contains("2 deals stand in Discover, which it leaves out, and go on from there.", page);
        Assert.Contains("One deal in Discover would go on without it: Is comparing ways.", page);
        Assert.Contains("Less would be asked of one deal further on.", page);
        Assert.DoesNotContain("could not go on", page);
        var told = (await admin.Program.GetFromJsonAsync<JsonElement>($"/api{process.Replace("/settings", "", StringComparison.Ordinal)}")).GetProperty("effects").EnumerateArray().Select(e => (e.GetProperty("kind").GetString(), e.GetProperty("deals").GetInt32()));
        Assert.Equal([("Freed", 1), ("LeftOut", 2), ("LessFurtherOn", 1)], told);
        Assert.Equal(sales.Stage("Qualify").Id, (await sales.StoredAsync(qualify.Id)).StageId);
    }

    [Theory, OnBoth]
    public async Task What_holds_nothing_yet_keeps_no_stage_from_changing_and_what_asks_nothing_keeps_nothing(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var deal = await sales.CameAsync(-3);
        // A tick where the stage asks nothing, and the act of an end, ask nobody for anything.
        await admin.PlainBrowser.PostFormAsync("/settings/stages", ("Name", "Pilot"), ("Category", "BestCase"));
        var pilot = await admin.InDb(db => db.Stages.SingleAsync(s => s.Name == "Pilot"));
        await admin.PlainBrowser.PostFormAsync($"/settings/stages/{pilot.Id}", ("Name", "Pilot"), ("Category", "BestCase"), ("Ticks", "true"), ("IsBinding", "true"));
        await admin.Program.PatchAsJsonAsync($"/api/stages/{sales.Stage("Won").Id}", new { customerAct = "Signed" });
        Assert.Empty(await admin.InDb(db => db.Processes.ToListAsync()));
        // Where a first process is still being written, the stages say what is asked.
        await admin.PlainBrowser.PostFormAsync("/settings/processes", ("Name", "Standard"));
        Assert.Contains("What the customer has done when it ends", await admin.PlainBrowser.TextAsync($"/settings/stages?edit={sales.Stage("Discover").Id}"));
        Assert.Contains("Standard is not in force yet", await (await SayAsync(admin, sales.Stage("Discover"), "Shows us the yard")).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await SayAsync(admin, sales.Stage("Discover"), "Shows us the yard", ("TakesRunning", "true"))).StatusCode);
        Assert.Contains("Shows us the yard", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal}"));
    }

    [Theory, OnBoth]
    public async Task A_stage_that_comes_new_is_on_the_way_of_no_running_deal_before_the_next_edition_takes_it_along(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var (standard, large) = (await ProcessAsync(admin, "Standard"), await ProcessAsync(admin, "Large deals"));
        var older = await sales.CameAsync(-6);
        foreach (var process in (string[])[standard, large]) await admin.PlainBrowser.PostFormAsync($"{process}/editions");
        var before = await sales.CameAsync(1);
        var put = await sales.CameAsync(2);
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{put}/process", ("Process", large.Split('/')[^1]));
        await admin.PlainBrowser.PostFormAsync("/settings/stages", ("Name", "Pilot"), ("Category", "BestCase"));
        foreach (var deal in (Guid[])[older, before, put]) Assert.DoesNotContain("Pilot", await WayAsync(deal));
        // The order of the organisation's stages is one for all deals, and says so.
        var pilot = await admin.InDb(db => db.Stages.Where(s => s.Name == "Pilot").Select(s => s.Id).SingleAsync());
        Assert.Contains("The 3 running deals go by it at once.", (await admin.PlainBrowser.PostFormAsync($"/settings/stages/{pilot}/arrangements")).Notice().Said);
        Assert.Contains("Order, names and retired stages hold for every deal at once: 3 run.", await admin.PlainBrowser.TextAsync("/settings/stages"));
        // The next edition goes through it, and its preview says whom that is about.
        Assert.Contains("Pilot", await admin.PlainBrowser.TextAsync(standard));
        await admin.PlainBrowser.PostFormAsync($"{standard}/editions", ("TakesRunning", "true"));
        foreach (var deal in (Guid[])[older, before]) Assert.Contains("Pilot", await WayAsync(deal));
        Assert.DoesNotContain("Pilot", await WayAsync(put));

        async Task<string> WayAsync(Guid deal) => (await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal}")).Split("<main")[1];
    }

    [Theory, OnBoth]
    public async Task A_stage_that_comes_new_waits_for_the_next_edition_too_where_only_a_further_process_is_in_force(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var (_, large) = (await ProcessAsync(admin, "Standard"), await ProcessAsync(admin, "Large deals"));
        await admin.PlainBrowser.PostFormAsync($"{large}/editions");
        var (usual, put) = (await sales.CameAsync(1), await sales.CameAsync(2));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{put}/process", ("Process", large.Split('/')[^1]));
        await admin.PlainBrowser.PostFormAsync("/settings/stages", ("Name", "Pilot"), ("CustomerAct", "Ran it for a week"), ("Category", "BestCase"));
        foreach (var deal in (Guid[])[usual, put]) Assert.DoesNotContain("Pilot", (await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal}")).Split("<main")[1]);
    }

    [Theory, OnBoth]
    public async Task A_deal_put_on_a_process_goes_by_the_edition_of_that_day_and_undo_brings_back_what_it_followed(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var (standard, large) = (await ProcessAsync(admin, "Standard"), await ProcessAsync(admin, "Large deals"));
        foreach (var process in (string[])[standard, large]) await admin.PlainBrowser.PostFormAsync($"{process}/editions");
        var deal = await sales.CameAsync(-3);
        foreach (var process in (string[])[standard, large])
        {
            await admin.PlainBrowser.PostFormAsync($"{process}/steps", ("Stage", $"{sales.Stage("Discover").Id}"), ("Act", "Named who signs"));
            await admin.PlainBrowser.PostFormAsync($"{process}/editions");
        }
        await sales.ShownAsync(deal, "Discover");
        Assert.Contains("Follows Standard.", await DealAsync());
        Assert.Contains("Large deals, edition 2", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal}/process?process={large.Split('/')[^1]}"));
        var put = await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal}/process", ("Process", large.Split('/')[^1]));
        var page = await DealAsync();
        Assert.Contains("Follows Large deals, edition 2.", page);
        Assert.Contains("Named who signs", page);
        // What the two processes ask alike stays shown.
        Assert.Single(page.Split("Discover · not shown yet").Skip(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync(put.Notice().Undo!)).StatusCode);
        page = await DealAsync();
        Assert.Contains("Follows Standard.", page);
        Assert.DoesNotContain("Named who signs", page);
        // Of its own process it may follow the edition in force, after a look at that.
        Assert.Contains("Standard, edition 2", page);
        Assert.Contains("asks for one step more", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal}/process?process={standard.Split('/')[^1]}"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal}/process", ("Process", standard.Split('/')[^1]));
        Assert.Contains("Follows Standard, edition 2.", await DealAsync());

        Task<string> DealAsync() => sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal}");
    }

    [Theory, OnBoth]
    public async Task What_was_shown_of_a_stage_shows_the_step_it_became_wherever_that_is_put(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var deal = await sales.DealAsync();
        await sales.ShownAsync(deal.Id, "Discover");
        var process = await ProcessAsync(admin, "Standard");
        await admin.PlainBrowser.PostFormAsync($"{process}/steps", ("Stage", $"{sales.Stage("Discover").Id}"), ("Act", "Named who signs"));
        var step = await admin.InDb(db => db.ProcessSteps.SingleAsync(s => s.Act == "Named who signs"));
        await admin.PlainBrowser.PostFormAsync($"{process}/steps/{step.Id}/arrangements");
        await admin.PlainBrowser.PostFormAsync($"{process}/editions", ("TakesRunning", "true"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage("Propose").Id}"), ("Asked", "true"), ("Reason", "They told us"));
        Assert.Equal("Named who signs", await admin.InDb(db => db.MoveNotes.Select(n => n.Without).SingleAsync()));
    }

    [Theory, OnBoth]
    public async Task A_deal_of_which_the_amount_becomes_known_follows_the_process_of_its_segment(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        await admin.PlainBrowser.PostFormAsync("/settings/processes", ("Name", "Standard"));
        var large = (await admin.PlainBrowser.PostFormAsync("/settings/processes", ("Name", "Large deals"), ("FromAmount", "100000"))).Headers.Location!.ToString();
        var (blank, known) = (await sales.DealAsync("Blank", stage: "Discover", amount: null), await sales.DealAsync("Known", stage: "Discover", amount: 10_00));
        Assert.True((await sales.Ana.Program.PatchAsJsonAsync($"/api/opportunities/{blank.Id}", new { amount = 200_000 })).IsSuccessStatusCode);
        Assert.Equal(large.Split('/')[^1], $"{(await sales.StoredAsync(blank.Id)).ProcessId}");
        Assert.Contains("Follows Large deals", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{blank.Id}"));
        var told = await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{(await sales.DealAsync("Told", amount: null)).Id}", ("Amount", "200000"));
        var toast = WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync()).Split("It follows Large deals now.")[1];
        Assert.Equal(HttpStatusCode.SeeOther, (await sales.Ana.PlainBrowser.PostFormAsync(toast.Split("action=\"")[1].Split('"')[0])).StatusCode);
        Assert.Equal("Standard", await sales.Ana.InDb(db => (from d in db.Opportunities join p in db.Processes on d.ProcessId equals p.Id where d.Name == "Told" select p.Name).SingleAsync()));
        // One that was known and grew stays on the process it runs by: somebody puts it on another after a look at that.
        await sales.Ana.Program.PatchAsJsonAsync($"/api/opportunities/{known.Id}", new { amount = 200_000 });
        Assert.Null((await sales.StoredAsync(known.Id)).ProcessId);
        // The account it learns of later decides nothing that the amount would.
        var account = (await (await sales.Ana.Program.PostAsJsonAsync("/api/accounts", new { name = "Quay" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await sales.Ana.Program.PatchAsJsonAsync($"/api/opportunities/{known.Id}", new { accountId = account });
        Assert.Null((await sales.StoredAsync(known.Id)).ProcessId);
        // Whoever put a deal on the standard process by hand is not overruled.
        var (hand, standard) = (await sales.DealAsync("By hand", stage: "Discover", amount: null), await sales.Ana.InDb(db => db.Processes.Where(p => p.IsStandard).Select(p => p.Id).SingleAsync()));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{hand.Id}/process", ("Process", $"{standard}"));
        await sales.Ana.Program.PatchAsJsonAsync($"/api/opportunities/{hand.Id}", new { amount = 200_000 });
        Assert.Equal(standard, (await sales.StoredAsync(hand.Id)).ProcessId);
    }

    private static async Task<string> ProcessAsync(TestViewer admin, string name) => (await admin.PlainBrowser.PostFormAsync("/settings/processes", ("Name", name))).Headers.Location!.ToString();

    private static Task<HttpResponseMessage> SayAsync(TestViewer admin, Stages.Stage stage, string act, params (string, string)[] more) =>
        admin.PlainBrowser.PostFormAsync($"/settings/stages/{stage.Id}", [("Name", stage.Name), ("CustomerAct", act), ("Category", "Pipeline"), ("Ticks", "true"), .. more]);

    private static async Task<(Sales, TestViewer Admin)> WithAdminAsync(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        return (sales, await sales.Ana.Tenant.PersonAsync(Role.Admin, "Tunde Nwosu"));
    }
}
