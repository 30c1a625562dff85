using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class CreateOpportunityTests
{
    [Theory, OnBoth]
    public async Task A_name_is_enough_and_what_nobody_knows_is_shown_as_unknown(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var made = await sales.Ana.Browser.PostFormAsync("/opportunities", ("Name", "Yard planning for four terminals"));
        Assert.Equal(HttpStatusCode.NoContent, made.StatusCode);
        var page = await sales.Ana.PlainBrowser.TextAsync(made.Headers.GetValues("HX-Redirect").Single());
        Assert.Contains("Yard planning for four terminals", page);
        Assert.Contains("unknown", page);
        Assert.DoesNotContain("€ 0", page);
        Assert.Null((await sales.Ana.InDb(db => db.Opportunities.SingleAsync())).Amount);
    }

    [Theory, OnBoth]
    public async Task The_stages_and_the_owners_that_are_offered_can_be_taken(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        Assert.Contains($"<option value=\"{sales.Stage("New").Id}\"", await sales.Ana.PlainBrowser.PageAsync("/opportunities/new"));
        var deal = await sales.DealAsync();
        Assert.Contains($"<option value=\"{sales.Ana.Id}\"", await sales.Ana.PlainBrowser.PageAsync($"/opportunities/{deal.Id}?edit=OwnerId"));
    }

    [Theory, OnBoth]
    public async Task Of_accounts_called_alike_the_one_the_form_came_from_is_meant_and_stays_when_the_whole_deal_is_saved(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var ids = new List<Guid>();
        foreach (var name in (string[])["Nordwind", "Nordwind", "Nordwind", "Halma", "Halma"]) ids.Add((await (await sales.Ana.Program.PostAsJsonAsync("/api/accounts", new { name })).Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("id").GetGuid());
        Assert.Contains($"name=\"AccountId\" value=\"{ids[2]}\"", await sales.Ana.Browser.TextAsync($"/opportunities/new?accountId={ids[2]}"));
        await sales.Ana.Browser.PostFormAsync("/opportunities", ("Name", "Quay"), ("Account", "Nordwind"), ("AccountId", $"{ids[2]}"));
        var deal = await sales.Ana.InDb(db => db.Opportunities.SingleAsync());
        Assert.Equal(ids[2], deal.AccountId);
        Assert.Equal(HttpStatusCode.OK, (await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Version", "1"), ("Name", "Quay two"), ("Account", "Nordwind"))).StatusCode);
        Assert.Equal((ids[2], "Quay two"), await sales.Ana.InDb(async db => await db.Opportunities.SingleAsync() is var o ? (o.AccountId!.Value, o.Name) : default));
        var other = await sales.Ana.Browser.PostFormAsync("/opportunities", ("Name", "Mole"), ("Account", "Halma"), ("AccountId", $"{ids[2]}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Contains("Several accounts have this name.", await other.Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task Amount_day_stage_and_source_stand_on_its_page(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var made = await sales.Ana.Browser.PostFormAsync("/opportunities", ("Name", "Quay sensors"), ("Amount", "184,000"), ("Currency", "eur"), ("CloseOn", "2026-09-30"), ("Stage", sales.Stage("Qualify").Id.ToString()), ("Source", "Trade fair"), ("_culture", "en"));
        var page = await sales.Ana.PlainBrowser.TextAsync(made.Headers.GetValues("HX-Redirect").Single());
        Assert.Contains("€\u00A0184,000", page);
        Assert.Contains("by 30 Sep", page);
        Assert.Contains("Agreed it matters", page);
        Assert.Contains("Trade fair", page);
        Assert.Equal(184_000_00, (await sales.Ana.InDb(db => db.Opportunities.SingleAsync())).Amount);
    }

    [Theory, OnBoth]
    public async Task An_account_nobody_has_yet_is_asked_about_and_then_added_with_the_deal(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var asked = await sales.Ana.Browser.PostFormAsync("/opportunities", ("Name", "Yard"), ("Account", "Nordwind Logistik"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var form = await asked.Content.ReadAsStringAsync();
        Assert.Contains("Add it as a new account", form);
        Assert.Contains("Nordwind Logistik", form);
        Assert.Contains("value=\"Yard\"", form);

        await sales.Ana.Browser.PostFormAsync("/opportunities", ("Name", "Yard"), ("Account", "Nordwind Logistik"), ("AddAccount", "true"));
        await sales.Ana.Browser.PostFormAsync("/opportunities", ("Name", "Yard 2"), ("Account", "nordwind  LOGISTIK"));
        var account = await sales.Ana.InDb(db => db.AccountRows().SingleAsync());
        Assert.Equal(2, await sales.Ana.InDb(db => db.Opportunities.CountAsync(o => o.AccountId == account.Id)));
        Assert.Contains("Nordwind Logistik", await sales.Ana.Browser.PageAsync("/accounts/names?Account=nordw"));
    }

    [Theory, OnBoth]
    public async Task Wrong_typing_comes_back_as_it_was_typed(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var answer = await sales.Ana.Browser.PostFormAsync("/opportunities", ("Name", ""), ("Amount", "lots"), ("CloseOn", "31.02.2026"), ("Source", "fair"), ("_culture", "de"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var form = await answer.Content.ReadAsStringAsync();
        Assert.All(new[] { "lots", "31.02.2026", "fair", "Please fill this in." }, text => Assert.Contains(text, form));
        Assert.Equal(0, await sales.Ana.InDb(db => db.Opportunities.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task An_amount_below_zero_is_refused(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var answer = await sales.Ana.Browser.PostFormAsync("/opportunities", ("Name", "Back"), ("Amount", "-5"), ("_culture", "en"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Support_sees_deals_but_adds_none_and_other_sites_are_refused(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var sam = await sales.Ana.Tenant.PersonAsync(Role.Support, "Sam");
        Assert.Equal(HttpStatusCode.Forbidden, (await sam.Browser.PostFormAsync("/opportunities", ("Name", "Mine"))).StatusCode);
        var foreign = sales.Ana.Program;
        foreign.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await foreign.PostFormAsync("/opportunities", ("Name", "Theirs"))).StatusCode);
        Assert.Equal(0, await sales.Ana.InDb(db => db.Opportunities.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task The_api_adds_reads_and_lists_the_same(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var made = await sales.Ana.Program.PostAsJsonAsync("/api/opportunities", new { name = "Halma", amount = 42000.5m, closeOn = "2026-10-01" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var text = await made.Content.ReadAsStringAsync();
        Assert.Contains("\"amount\":42000.5", text);
        var id = System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("id").GetGuid();
        Assert.Contains("Halma", await sales.Ana.Program.GetStringAsync($"/api/opportunities/{id}"));
        Assert.Contains("Halma", await sales.Ana.Program.GetStringAsync("/api/opportunities?owner=mine"));
        Assert.Equal("opportunity.created", (await sales.Ana.InDb(db => db.Rows<Event>().SingleAsync(e => e.SubjectId == id))).Kind);
    }
}
