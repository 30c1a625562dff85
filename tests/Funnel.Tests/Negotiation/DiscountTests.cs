using System.Net;
using System.Text.Json;
using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Negotiation;

/// <summary>What was granted, by the stage it was granted in.</summary>
public sealed class DiscountTests
{
    [Theory, OnBoth]
    public async Task A_discount_in_the_last_stage_tells_whoever_leads_the_owner_once_with_what_it_mostly_means(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Manager, "Priya Raman");
        var team = await sales.Ana.Tenant.TeamAsync("North", lead);
        var ben = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito", team);
        var (late, early) = (await sales.DealAsync("Yard planning", ben, "Decide"), await sales.DealAsync("Gates", ben, "Propose"));
        foreach (var deal in new[] { late, early }) await ben.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/walk-away", ("Floor", "1000"));
        async Task GrantAsync(Guid deal, string give, string? percent) => Assert.Equal(HttpStatusCode.SeeOther, (await ben.PlainBrowser.PostFormAsync($"/opportunities/{deal}/concessions", ("Give", give), ("Percent", percent ?? ""), ("GrantedOn", "2026-07-24"), ("Because", "Their board asked"))).StatusCode);
        await GrantAsync(early.Id, "Early three", "3");
        await GrantAsync(late.Id, "Training on site", null);
        Assert.Equal(0, await lead.InDb(db => db.DiscountsTold.CountAsync()));
        await GrantAsync(late.Id, "Five off", "5");
        var today = await lead.PlainBrowser.TextAsync("/today");
        foreach (var said in (string[])["Granted in the last stage: Five off", "Yard planning", "Their board asked", "A discount that late mostly says that they do not see the value yet", $"/opportunities/{late.Id}/negotiation"]) Assert.Contains(said, today);
        Assert.DoesNotContain("Early three", today);
        // His own plan warns him; he is told nothing beside it.
        Assert.DoesNotContain("id=\"told\"", await ben.PlainBrowser.TextAsync("/today"));
        // What is only thought of tells nobody until it is granted, and each once.
        await ben.PlainBrowser.PostFormAsync($"/opportunities/{late.Id}/concessions", ("Give", "Two more"), ("Percent", "2"));
        Assert.DoesNotContain("Two more", await lead.PlainBrowser.TextAsync("/today"));
        var thought = await lead.InDb(db => db.Concessions.Where(c => c.Give == "Two more").Select(c => c.Id).SingleAsync());
        await ben.PlainBrowser.PostFormAsync($"/concessions/{thought}/grants", ("Because", "To close today"));
        Assert.Contains("Granted in the last stage: Two more", await lead.PlainBrowser.TextAsync("/today"));
        foreach (var told in await lead.InDb(db => db.DiscountsTold.Select(t => t.Id).ToListAsync()))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ben.PlainBrowser.PostFormAsync($"/today/told/{told}")).StatusCode);
            Assert.Equal(HttpStatusCode.SeeOther, (await lead.PlainBrowser.PostFormAsync($"/today/told/{told}")).StatusCode);
        }
        Assert.DoesNotContain("Granted in the last stage", await lead.PlainBrowser.TextAsync("/today"));
        // Taken off and brought back it tells nothing anew.
        await ben.PlainBrowser.PostFormAsync($"/concessions/{thought}/removals");
        await ben.PlainBrowser.PostFormAsync($"/concessions/{thought}/restorations");
        Assert.DoesNotContain("Granted in the last stage", await lead.PlainBrowser.TextAsync("/today"));
    }

    [Theory, OnBoth]
    public async Task Where_the_rule_is_off_nobody_is_told_and_the_last_stage_is_that_of_the_deals_own_process(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (lead, admin) = (await sales.Ana.Tenant.PersonAsync(Role.Manager, "Priya Raman"), await sales.Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler"));
        var ben = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito", await sales.Ana.Tenant.TeamAsync("North", lead));
        // A process that passes over the last of all stages.
        var process = new SalesProcess { Name = "Small deals", Position = 2, IsStandard = false };
        await sales.Ana.Tenant.SaveAsync(process);
        await sales.Ana.Tenant.SaveAsync(new ProcessEdition { ProcessId = process.Id, Number = 1, InForceAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), TakesRunning = true, SaidById = admin.Id }, new ProcessStep { ProcessId = process.Id, StageId = sales.Stage("Decide").Id, From = 1, Position = 1, IsBinding = false });
        var (small, usual) = (await sales.DealAsync("Gates", ben, "Propose"), await sales.DealAsync("Yard", ben, "Decide"));
        await sales.Ana.Tenant.InDb(db => db.Rows<Opportunity>().Where(o => o.Id == small.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.ProcessId, process.Id)));
        async Task GrantAsync(Guid deal, string give)
        {
            await ben.PlainBrowser.PostFormAsync($"/opportunities/{deal}/walk-away", ("Floor", "1000"));
            Assert.Equal(HttpStatusCode.SeeOther, (await ben.PlainBrowser.PostFormAsync($"/opportunities/{deal}/concessions", ("Give", give), ("Percent", "5"), ("GrantedOn", "2026-07-24"), ("Because", "Their board asked"))).StatusCode);
        }
        await GrantAsync(small.Id, "Five off the gates");
        Assert.Contains("Granted in the last stage: Five off the gates", await lead.PlainBrowser.TextAsync("/today"));
        Assert.Contains("Granted in the last stage: Five off the gates", await ben.PlainBrowser.TextAsync($"/opportunities/{small.Id}/negotiation"));
        Assert.True(JsonDocument.Parse(await ben.Program.PageAsync($"/api/opportunities/{small.Id}/negotiation")).RootElement.GetProperty("concessions")[0].GetProperty("isLate").GetBoolean());
        await admin.Browser.PostFormAsync("/settings/rules/late-discount/switches", ("Because", "We grant late here"));
        await GrantAsync(usual.Id, "Five off the yard");
        Assert.DoesNotContain("Five off the yard", await lead.PlainBrowser.TextAsync("/today"));
    }

    [Theory, OnBoth]
    public async Task A_manager_sees_in_which_stage_how_much_is_granted_and_how_much_of_it_late(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Manager, "Priya Raman");
        Assert.Contains("Not enough was granted to say when.", await lead.PlainBrowser.TextAsync("/discounts"));
        foreach (var (stage, percent, n) in new[] { ("Propose", 4.0, 3), ("Decide", 10.0, 5) })
            for (var i = 0; i < n; i++)
            {
                var deal = await sales.DealAsync($"{stage} {i}", stage: stage);
                await sales.Ana.Tenant.SaveAsync(new DealNegotiation { OpportunityId = deal.Id, ListPrice = 100_000_00, Currency = "EUR" }, new Concession { OpportunityId = deal.Id, Give = "Off", Percent = percent + i, Currency = "EUR", GrantedOn = new DateOnly(2026, 7, 10), StageId = deal.StageId, Because = "So", Get = i == 0 ? "A word" : null });
                // What takes nothing off is no discount, and what is long ago or only thought of does not count.
                await sales.Ana.Tenant.SaveAsync(new Concession { OpportunityId = deal.Id, Give = "Training", Currency = "EUR", GrantedOn = new DateOnly(2026, 7, 10), StageId = deal.StageId }, new Concession { OpportunityId = deal.Id, Give = "Old", Percent = 50, Currency = "EUR", GrantedOn = new DateOnly(2024, 7, 10), StageId = deal.StageId }, new Concession { OpportunityId = deal.Id, Give = "Maybe", Percent = 50, Currency = "EUR", StageId = deal.StageId });
            }
        var page = await lead.PlainBrowser.TextAsync("/discounts");
        Assert.Equal("62% of what was granted was granted late (35% to 84%, n = 8).", page.Split("<h1>")[1].Split("</h1>")[0]);
        var read = JsonDocument.Parse(await lead.Program.PageAsync("/api/discounts")).RootElement;
        var (propose, decide) = (read.GetProperty("stages")[0], read.GetProperty("stages")[1]);
        Assert.Equal(("Propose", 3, false, JsonValueKind.Null), (propose.GetProperty("stage").GetString(), propose.GetProperty("concessions").GetInt32(), propose.GetProperty("isLate").GetBoolean(), propose.GetProperty("usual").ValueKind));
        Assert.Equal(("Decide", 5, true, 0.12), (decide.GetProperty("stage").GetString(), decide.GetProperty("concessions").GetInt32(), decide.GetProperty("isLate").GetBoolean(), Math.Round(decide.GetProperty("usual").GetDouble(), 6)));
        Assert.Equal(0.75, read.GetProperty("unreturned").GetProperty("value").GetDouble());
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.PlainBrowser.GetAsync("/discounts")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.Program.GetAsync("/api/discounts")).StatusCode);
    }
}
