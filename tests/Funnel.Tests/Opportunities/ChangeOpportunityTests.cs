using System.Net;
using System.Net.Http.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class ChangeOpportunityTests
{
    [Theory, OnBoth]
    public async Task One_field_is_changed_where_it_stands_and_the_others_stay(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync(closeOn: new DateOnly(2026, 9, 30));
        var open = await sales.Ana.Browser.TextAsync($"/opportunities/{deal.Id}/facts?editing=Amount");
        Assert.Contains("value=\"184000\"", open);
        var answer = await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Version", "1"), ("Editing", "Amount"), ("Amount", "160,000"), ("Currency", "EUR"), ("_culture", "en"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("€\u00A0160,000", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        var stored = await sales.StoredAsync(deal.Id);
        Assert.Equal((160_000_00L, new DateOnly(2026, 9, 30), deal.Name), (stored.Amount!.Value, stored.CloseOn!.Value, stored.Name));
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains("Amount: €\u00A0160,000", page);
        Assert.Contains("was €\u00A0184,000", page);
    }

    [Theory, OnBoth]
    public async Task A_field_sent_empty_becomes_unknown(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Version", "1"), ("Editing", "Amount"), ("Amount", ""), ("Currency", "EUR"));
        Assert.Null((await sales.StoredAsync(deal.Id)).Amount);
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_read_stays_in_its_open_field(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var answer = await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Version", "1"), ("Editing", "CloseOn"), ("CloseOn", "31.02.2026"), ("_culture", "de"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"31.02.2026\"", await answer.Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task Two_who_change_the_same_field_see_both_versions_by_name(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Version", "1"), ("Editing", "Amount"), ("Amount", "100"), ("Currency", "EUR"));
        var second = await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Version", "1"), ("Editing", "Amount"), ("Amount", "200"), ("Currency", "EUR"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var form = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        Assert.Contains("Ana Okafor changed this", form);
        Assert.Contains("€\u00A0200", form);
        Assert.Contains("€\u00A0100", form);
        Assert.Contains("value=\"200\"", form);
        Assert.Equal(100_00, (await sales.StoredAsync(deal.Id)).Amount);
    }

    [Theory, OnBoth]
    public async Task A_patch_changes_what_it_sends_and_answers_409_on_a_clash(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/api/opportunities/{deal.Id}";
        Assert.Equal(HttpStatusCode.OK, (await sales.Ana.Program.PatchAsJsonAsync(url, new { version = 1, source = "Fair" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await sales.Ana.Program.PatchAsJsonAsync(url, new { version = 1, amount = 5 })).StatusCode);
        var clash = await sales.Ana.Program.PatchAsJsonAsync(url, new { version = 1, source = "Web" });
        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        Assert.Contains("Fair", await clash.Content.ReadAsStringAsync());
        var cleared = await sales.Ana.Program.PatchAsJsonAsync(url, new { source = (string?)null });
        Assert.Equal(HttpStatusCode.OK, cleared.StatusCode);
        var stored = await sales.StoredAsync(deal.Id);
        Assert.Equal((5_00L, null, deal.Name), (stored.Amount!.Value, stored.Source, stored.Name));
    }

    [Theory, OnBoth]
    public async Task A_colleague_reads_but_does_not_change_a_manager_does_a_stranger_finds_nothing(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var mia = await sales.Ana.Tenant.PersonAsync(Role.Manager, "Mia Holm");
        var team = await sales.Ana.Tenant.TeamAsync("North", mia);
        var eve = await sales.Ana.Tenant.PersonAsync(Role.Seller, "Eve Sand", team);
        var deal = await sales.DealAsync(owner: eve);
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        Assert.Contains(deal.Name, page);
        Assert.DoesNotContain("Advance", page);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Source", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await mia.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Source", "Fair"))).StatusCode);
        var stranger = await (await sales.Ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync($"/opportunities/{deal.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Source", "x"))).StatusCode);
        var staff = await sales.Ana.Tenant.PersonAsync(Role.Staff, "Stan");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PlainBrowser.GetAsync($"/opportunities/{deal.Id}")).StatusCode);
    }
}
