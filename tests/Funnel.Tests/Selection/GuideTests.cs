using System.Net;
using System.Text.Json;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Selection;

/// <summary>What is to be uncovered where a deal stands.</summary>
public sealed class GuideTests
{
    [Theory, OnBoth]
    public async Task A_deal_is_guided_by_where_it_stands_beside_what_is_uncovered_so_far(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.BeginAsync();
        var petra = await planned.NameAsync(planned.Petra, "Approver");
        await planned.SayAsync("Influence", petra, ("Value", "3"));
        await planned.Sales.Ana.Tenant.SaveAsync(new DealIssue { OpportunityId = planned.Deal.Id, Text = "Trucks wait", UnderstoodOn = new DateOnly(2026, 7, 1), ConfirmedById = planned.Petra.Id, ConfirmedOn = new DateOnly(2026, 7, 2) }, new DealIssue { OpportunityId = planned.Deal.Id, Text = "Paper", UnderstoodOn = new DateOnly(2026, 7, 1) });
        var page = await planned.Ana.TextAsync(planned.Url + "/guide");
        foreach (var said in (string[])["They: Is comparing ways. What do we not know yet?", "To uncover in Discover", "Which matters does the decision turn on, all of them?", "comes with Coxswain", "1 of 4 roles known", "Of 1 of 1 it is said how much their word weighs", "Weighs much: Petra Brandt", "1 of 2 issues confirmed", "0 of 4 alternatives known", "Agreed it matters"]) Assert.Contains(said, page);
        // Further along other things are asked.
        await planned.Ana.PostFormAsync(planned.Url + "/moves", ("Stage", $"{planned.Sales.Stage("Decide").Id}"), ("Reason", "They hurry"));
        page = await planned.Ana.TextAsync(planned.Url + "/guide");
        Assert.Contains("What has still to happen until they sign, by whom and by when?", page);
        Assert.DoesNotContain("Which matters does the decision turn on", page);
    }

    [Theory, OnBoth]
    public async Task An_organisation_says_itself_what_is_to_be_uncovered_a_line_each(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var lea = await planned.Sales.Ana.Tenant.PersonAsync(Role.Leader, "Lea Brandt");
        var stage = planned.Sales.Stage("Discover");
        await lea.PlainBrowser.PostFormAsync($"/settings/stages/{stage.Id}", ("Version", "1"), ("Name", "Discover"), ("Guide", "Who counts the trucks?\n\n  Who pays for waiting?  \n"));
        var read = JsonDocument.Parse(await planned.Sales.Ana.Program.PageAsync($"/api{planned.Url}/guide")).RootElement;
        Assert.Equal(["Who counts the trucks?", "Who pays for waiting?"], read.GetProperty("asks").EnumerateArray().Select(a => a.GetString()));
        Assert.True(read.GetProperty("isOwn").GetBoolean());
        await Planned.RefusedAsync(await lea.PlainBrowser.PostFormAsync($"/settings/stages/{stage.Id}", ("Name", "Discover"), ("Guide", string.Join('\n', Enumerable.Range(1, 13)))), "12 lines at most: more nobody reads in a deal.");
        // Emptied, what comes with the product is asked again.
        await lea.PlainBrowser.PostFormAsync($"/settings/stages/{stage.Id}", ("Name", "Discover"), ("Guide", ""));
        Assert.Contains("Which matters does the decision turn on", await planned.Ana.TextAsync(planned.Url + "/guide"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await (await planned.Sales.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd")).Browser.GetAsync(planned.Url + "/guide")).StatusCode);
    }
}
