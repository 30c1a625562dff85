using System.Net;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Selection;

/// <summary>What shows that the customer has taken a step.</summary>
public sealed class EvidenceTests
{
    [Theory, OnBoth]
    public async Task What_the_customer_did_stands_with_its_step_on_their_way_and_in_what_happened(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/opportunities/{deal.Id}";
        var before = await sales.Ana.PlainBrowser.TextAsync(url);
        Assert.Contains("Is comparing ways", before);
        Assert.Contains("Discover · not shown yet", before);
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/evidence", ("Stage", $"{sales.Stage("Qualify").Id}"), ("Text", "Their head of operations asked for a date"), ("On", "2026-07-01"));
        var page = await sales.Ana.PlainBrowser.TextAsync(url);
        Assert.Contains("Their head of operations asked for a date · ", page);
        Assert.Contains("Qualify · shown", page);
        Assert.Contains("The customer: Their head of operations asked for a date", page);
        Assert.Contains("Discover · not shown yet", page);
    }

    [Theory, OnBoth]
    public async Task Where_no_step_and_no_day_are_said_it_is_the_one_they_are_at_and_today(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/evidence", ("Text", "Named the three others"));
        var row = await sales.Ana.InDb(db => db.StageEvidence.SingleAsync());
        Assert.Equal((sales.Stage("Discover").Id, DateOnly.FromDateTime(sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime)), (row.StageId, row.On));
    }

    [Theory, OnBoth]
    public async Task It_is_taken_off_and_comes_back_as_it_was(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/opportunities/{deal.Id}";
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/evidence", ("Stage", $"{sales.Stage("Qualify").Id}"), ("Text", "Asked & answered"), ("On", "2026-07-01"));
        var row = await sales.Ana.InDb(db => db.StageEvidence.SingleAsync());
        var toast = await sales.Ana.Browser.PostFormAsync($"{url}/evidence/{row.Id}/removals");
        Assert.Empty(await sales.Ana.InDb(db => db.StageEvidence.ToListAsync()));
        Assert.Contains("What showed a step of the customer was taken off", await sales.Ana.PlainBrowser.TextAsync(url));
        await sales.Ana.PlainBrowser.PostFormAsync($"{url}/evidence?stage={row.StageId}&on=2026-07-01&text={Uri.EscapeDataString(row.Text)}");
        var back = await sales.Ana.InDb(db => db.StageEvidence.SingleAsync());
        Assert.Equal((row.StageId, row.On, row.Text), (back.StageId, back.On, back.Text));
        Assert.True(toast.IsSuccessStatusCode);
    }

    [Theory, OnBoth]
    public async Task A_day_to_come_an_end_a_strange_stage_and_nothing_said_are_refused_and_nothing_is_kept(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        foreach (var (stage, text, on, said) in new[]
        {
            ($"{sales.Stage("Qualify").Id}", "Agreed", "2031-01-01", "This day is still to come"),
            ($"{sales.Stage("Qualify").Id}", "Agreed", "1931-01-01", "This day cannot be right."),
            ($"{sales.Stage("Won").Id}", "Agreed", "2026-07-01", "Choose a stage that names a step of the customer."),
            ($"{Guid.NewGuid()}", "Agreed", "2026-07-01", "Choose a stage that names a step of the customer."),
            ($"{sales.Stage("Qualify").Id}", " ", "2026-07-01", "Please fill this in"),
        })
        {
            var answer = await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}/evidence", ("Stage", stage), ("Text", text), ("On", on));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        Assert.Empty(await sales.Ana.InDb(db => db.StageEvidence.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Whoever_may_not_change_the_deal_notes_nothing_on_it_and_of_another_organisation_sees_nothing(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/opportunities/{deal.Id}/evidence";
        await sales.Ana.PlainBrowser.PostFormAsync(url, ("Text", "Named the three others"));
        var other = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Browser.PostFormAsync(url, ("Text", "Mine"))).StatusCode);
        var row = await sales.Ana.InDb(db => db.StageEvidence.SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Browser.PostFormAsync($"{url}/{row.Id}/removals")).StatusCode);
        var stranger = await (await sales.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.PostFormAsync($"{url}/{row.Id}/removals")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.GetAsync($"/api{url}")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Programs_note_read_and_remove_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/api/opportunities/{deal.Id}/evidence";
        var made = await sales.Ana.Program.PostAsync(url, new StringContent("""{"text":"Sent the list of what they compare","on":"2026-07-01"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var shown = JsonDocument.Parse(await sales.Ana.Program.PageAsync(url)).RootElement.EnumerateArray().Single();
        Assert.Equal(("Discover", "Is comparing ways", "Sent the list of what they compare", "2026-07-01"), (shown.GetProperty("stage").GetString(), shown.GetProperty("customerAct").GetString(), shown.GetProperty("text").GetString(), shown.GetProperty("on").GetString()));
        Assert.True((await sales.Ana.Program.DeleteAsync($"{url}/{shown.GetProperty("id").GetString()}")).IsSuccessStatusCode);
        Assert.Equal("[]", await sales.Ana.Program.PageAsync(url));
    }
}
