using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Processes;

/// <summary>Processes by segment and in editions: what deals are asked for, and which go on by what was asked when they came.</summary>
public sealed class ProcessTests
{
    [Theory, OnBoth]
    public async Task A_process_begins_with_what_the_stages_ask_and_holds_nothing_until_it_is_put_into_force(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var process = await AddAsync(admin, ("Name", "Standard"));
        var deal = await sales.DealAsync(stage: "Discover");
        await StepAsync(admin, process, sales.Stage("Discover").Id, "Named who else they talk to");
        var page = await admin.PlainBrowser.TextAsync(process);
        Assert.Contains("Is comparing ways", page);
        Assert.Contains("Named who else they talk to", page);
        Assert.DoesNotContain("Named who else they talk to", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}"));
        await ForceAsync(admin, process, running: true);
        page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Named who else they talk to", page);
        Assert.Contains("Follows Standard, edition 1.", page);
        var asked = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/moving");
        Assert.Contains("2 steps of theirs are not shown yet.", asked);
    }

    [Theory, OnBoth]
    public async Task Running_deals_stay_on_their_edition_and_new_ones_go_by_the_next(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var process = await AddAsync(admin, ("Name", "Standard"));
        await ForceAsync(admin, process, running: true);
        var before = await sales.CameAsync(-3);
        await StepAsync(admin, process, sales.Stage("Discover").Id, "Named who else they talk to");
        Assert.Contains("One deal in Discover would be asked for more: Named who else they talk to.", await admin.PlainBrowser.TextAsync(process));
        await ForceAsync(admin, process, running: false);
        var after = await sales.CameAsync(1);
        Assert.Contains("Follows Standard, edition 1.", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{before}"));
        Assert.DoesNotContain("Named who else they talk to", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{before}"));
        Assert.Contains("Follows Standard, edition 2.", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{after}"));
        Assert.Contains("Named who else they talk to", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{after}"));
        // The edition after that takes them along.
        await StepAsync(admin, process, sales.Stage("Discover").Id, "Gave a day");
        await ForceAsync(admin, process, running: true);
        Assert.Contains("Follows Standard, edition 3.", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{before}"));
    }

    [Theory, OnBoth]
    public async Task A_step_said_anew_is_shown_by_what_showed_it_before(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var process = await AddAsync(admin, ("Name", "Standard"));
        await ForceAsync(admin, process, running: true);
        var deal = await sales.DealAsync(stage: "Discover");
        await sales.ShownAsync(deal.Id, "Discover");
        var step = await sales.Ana.InDb(db => db.ProcessSteps.SingleAsync(s => s.StageId == sales.Stage("Discover").Id));
        await admin.PlainBrowser.PostFormAsync($"{process}/steps/{step.Id}", ("Act", "Compares us with others"), ("IsBinding", "true"));
        await ForceAsync(admin, process, running: true);
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Compares us with others", page);
        Assert.DoesNotContain("Discover · not shown yet", page);
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage("Propose").Id}"));
        Assert.Equal(sales.Stage("Propose").Id, (await sales.StoredAsync(deal.Id)).StageId);
    }

    [Theory, OnBoth]
    public async Task New_deals_follow_the_process_of_their_segment_however_they_come(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        await AddAsync(admin, ("Name", "Standard"));
        var large = await AddAsync(admin, ("Name", "Large deals"), ("FromAmount", "100000"));
        await AddAsync(admin, ("Name", "Ports"), ("Industry", "ports"));
        await ForceAsync(admin, large, running: true);
        var account = (await (await sales.Ana.Program.PostAsJsonAsync("/api/accounts", new { name = "Quay", industry = "Ports" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Equal("Large deals", await FollowedAsync(new { name = "Cranes", amount = 100_000, currency = "EUR" }));
        Assert.Equal("Ports", await FollowedAsync(new { name = "Ropes", amount = 99_999, currency = "EUR", accountId = account }));
        Assert.Equal("Standard", await FollowedAsync(new { name = "Nets", amount = 99_999, currency = "EUR" }));
        // Of two that take it, the earlier does.
        Assert.Equal("Large deals", await FollowedAsync(new { name = "Gates", amount = 200_000, currency = "EUR", accountId = account }));
        // A foreign amount without a rate is not known to be large.
        Assert.Equal("Standard", await FollowedAsync(new { name = "Docks", amount = 900_000, currency = "USD" }));

        async Task<string> FollowedAsync(object deal)
        {
            var made = await (await sales.Ana.Program.PostAsJsonAsync("/api/opportunities", deal)).Content.ReadFromJsonAsync<JsonElement>();
            var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{made.GetProperty("id").GetGuid()}");
            return page.Split("Follows ")[1].Split(',', '.')[0];
        }
    }

    [Theory, OnBoth]
    public async Task A_deal_is_put_on_another_process_and_back_and_its_history_says_so(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        await AddAsync(admin, ("Name", "Standard"));
        var large = await AddAsync(admin, ("Name", "Large deals"));
        await StepAsync(admin, large, sales.Stage("Discover").Id, "Brought their finance along");
        await ForceAsync(admin, large, running: false);
        var deal = await sales.DealAsync(stage: "Discover");
        // Looked at first, which changes nothing.
        var look = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/process?process={large.Split('/')[^1]}");
        Assert.Contains("Where it stands, Large deals asks for one step more.", look);
        Assert.Contains("Brought their finance along", look);
        Assert.Contains("asked anew", look);
        Assert.Contains("asked now, too", look);
        Assert.DoesNotContain("Brought their finance along", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/process", ("Process", large.Split('/')[^1]));
        Assert.Contains("It follows Large deals already.", await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/process?process={large.Split('/')[^1]}"));
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Follows Large deals, edition 1.", page);
        Assert.Contains("Brought their finance along", page);
        Assert.Contains("Process: Large deals", page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}/process", ("Process", $"{Guid.NewGuid()}"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Of_two_steps_of_a_stage_one_is_put_before_the_other_and_heads_the_stage(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var process = await AddAsync(admin, ("Name", "Standard"));
        await StepAsync(admin, process, sales.Stage("Discover").Id, "Named who else they talk to");
        Assert.Contains("Named who else they talk to earlier", await admin.PlainBrowser.TextAsync(process));
        var step = await sales.Ana.InDb(db => db.ProcessSteps.SingleAsync(s => s.Act == "Named who else they talk to"));
        await admin.PlainBrowser.PostFormAsync($"{process}/steps/{step.Id}/arrangements");
        await ForceAsync(admin, process, running: true);
        var deal = await sales.DealAsync(stage: "Qualify");
        // Their way names the first of a stage; the other is only among what can be noted, further down.
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.InRange(page.IndexOf("Named who else they talk to", StringComparison.Ordinal), 0, page.IndexOf("Is comparing ways", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PlainBrowser.PostFormAsync($"{process}/steps/{step.Id}/arrangements")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_stage_that_a_process_passes_over_is_not_on_the_way_of_its_deals(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var process = await AddAsync(admin, ("Name", "Standard"));
        await admin.PlainBrowser.PostFormAsync($"{process}/stages/{sales.Stage("Discover").Id}/passing");
        await ForceAsync(admin, process, running: true);
        var deal = await sales.DealAsync(stage: "Qualify");
        await sales.ShownAsync(deal.Id, "Qualify");
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.DoesNotContain("Is comparing ways", page);
        Assert.Contains("title=\"To Propose\"", page);
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/moves", ("Stage", $"{sales.Stage("Propose").Id}"));
        Assert.Empty(await sales.Ana.InDb(db => db.MoveNotes.ToListAsync()));
        Assert.Equal(sales.Stage("Propose").Id, (await sales.StoredAsync(deal.Id)).StageId);
    }

    [Theory, OnBoth]
    public async Task A_process_that_running_deals_follow_and_the_standard_one_are_not_retired(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var standard = await AddAsync(admin, ("Name", "Standard"));
        var large = await AddAsync(admin, ("Name", "Large deals"));
        var deal = await sales.DealAsync();
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/process", ("Process", large.Split('/')[^1]));
        Assert.Contains("One running deal follows Large deals. Put it on another process first.", await RefusedAsync(large));
        Assert.Contains("Standard is the standard process", await RefusedAsync(standard));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/process", ("Process", standard.Split('/')[^1]));
        Assert.True((await admin.PlainBrowser.PostFormAsync($"{large}/retirements")).StatusCode is HttpStatusCode.SeeOther);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}/process", ("Process", large.Split('/')[^1]))).StatusCode);

        async Task<string> RefusedAsync(string url)
        {
            var answer = await admin.PlainBrowser.PostFormAsync($"{url}/retirements");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory, OnBoth]
    public async Task Two_of_a_name_an_edition_without_a_change_and_a_seller_who_would_change_it_are_refused(Engine engine)
    {
        var (sales, admin) = await WithAdminAsync(engine);
        var process = await AddAsync(admin, ("Name", "Standard"));
        Assert.Contains("There is a process of this name already.", await (await admin.PlainBrowser.PostFormAsync("/settings/processes", ("Name", "STANDARD"))).Content.ReadAsStringAsync());
        await ForceAsync(admin, process, running: false);
        Assert.Contains("Nothing changed since edition 1.", WebUtility.HtmlDecode(await (await admin.PlainBrowser.PostFormAsync($"{process}/editions")).Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.Browser.PostFormAsync($"{process}/steps", ("Stage", $"{sales.Stage("Discover").Id}"), ("Act", "Mine"))).StatusCode);
        Assert.Single(await sales.Ana.InDb(db => db.ProcessEditions.ToListAsync()));
    }

    private static async Task<(Sales, TestViewer Admin)> WithAdminAsync(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        return (sales, await sales.Ana.Tenant.PersonAsync(Role.Admin, "Tunde Nwosu"));
    }

    private static async Task<string> AddAsync(TestViewer admin, params (string, string)[] fields)
    {
        var answer = await admin.PlainBrowser.PostFormAsync("/settings/processes", fields);
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> StepAsync(TestViewer admin, string process, Guid stage, string act) => admin.PlainBrowser.PostFormAsync($"{process}/steps", ("Stage", $"{stage}"), ("Act", act));

    private static async Task ForceAsync(TestViewer admin, string process, bool running)
    {
        var answer = await admin.PlainBrowser.PostFormAsync($"{process}/editions", ("Because", "We learned"), ("TakesRunning", running ? "true" : "false"));
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }
}
