using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Accounts;

public sealed class ChangeAccountTests
{
    [Theory, OnBoth]
    public async Task What_a_seller_adds_stands_on_its_page_with_its_history(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var made = await ana.Browser.PostFormAsync("/accounts", ("Name", "  Nordwind Logistik "), ("Industry", "Transport"));
        Assert.Equal(HttpStatusCode.NoContent, made.StatusCode);
        var url = made.Headers.GetValues("HX-Redirect").Single();

        var page = await ana.PlainBrowser.PageAsync(url);
        Assert.Contains("Nordwind Logistik", page);
        Assert.Contains("Account added", page);
        var created = await ana.InDb(db => db.Rows<Event>().SingleAsync(e => e.Kind == "account.created"));
        Assert.Equal(ana.Id, created.ActorId);
        Assert.Contains("Transport", created.Data);
    }

    [Theory, OnBoth]
    public async Task A_form_without_a_name_comes_back_with_what_was_typed(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var account = await AccountOf(ana);
        var answer = await ana.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Name", ""), ("Website", "nordwind.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Please fill this in.", page);
        Assert.Contains("nordwind.example", page);
    }

    [Theory, OnBoth]
    public async Task Two_people_who_change_different_fields_both_succeed(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var account = await AccountOf(ana);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Name", "Nordwind"), ("Industry", "Shipping"));
        var second = await ana.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Name", "Nordwind"), ("Website", "nordwind.example"));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var stored = await ana.InDb(db => db.Accounts.SingleAsync());
        Assert.Equal(("Shipping", "nordwind.example"), (stored.Industry, stored.Website));
    }

    [Theory, OnBoth]
    public async Task Two_people_who_change_the_same_field_see_both_versions_and_nothing_is_saved(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var account = await AccountOf(ana);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Name", "Nordwind"), ("Industry", "Shipping"));
        var second = await ana.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Name", "Nordwind"), ("Industry", "Harbours"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.Content.ReadAsStringAsync();
        Assert.Contains("Harbours", page);
        Assert.Contains("Shipping", page);
        Assert.Equal("Shipping", (await ana.InDb(db => db.Accounts.SingleAsync())).Industry);
    }

    [Theory, OnBoth]
    public async Task In_another_currency_or_in_none_the_revenue_stays_the_number_people_read(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var account = await AccountOf(ana);
        foreach (var (sent, currency, minor) in ((object, string, long)[])
            [(new { revenue = 10_000, revenueCurrency = "USD" }, "USD", 10_000_00), (new { revenueCurrency = "jpy" }, "JPY", 10_000), (new { revenueCurrency = "KWD" }, "KWD", 10_000_000), (new { revenue = 500, revenueCurrency = (string?)null }, "EUR", 500_00), (new { revenue = 700 }, "EUR", 700_00)])
        {
            var answer = await ana.Program.PatchAsJsonAsync($"/api/accounts/{account.Id}", sent);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            var stored = await ana.InDb(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id));
            Assert.Equal((currency, minor), (stored.RevenueCurrency, stored.Revenue!.Value));
        }
    }

    [Theory, OnBoth]
    public async Task A_colleague_sees_it_but_may_not_change_it(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var account = await AccountOf(ana);
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Contains("Nordwind", await ben.PlainBrowser.PageAsync($"/accounts/{account.Id}"));
        var answer = await ben.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Name", "Mine"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Another_tenant_finds_nothing(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var account = await AccountOf(ana);
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync($"/accounts/{account.Id}")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Another_site_is_refused(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var client = ana.Program;
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostFormAsync("/accounts", ("Name", "Theirs"))).StatusCode);
        Assert.Equal(0, await ana.InDb(db => db.Accounts.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task The_api_answers_the_same(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var made = await ana.Program.PostAsJsonAsync("/api/accounts", new { name = "Halma", industry = "Optics" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var view = await made.Content.ReadFromJsonAsync<AccountView>();
        Assert.Equal("Halma", (await ana.Program.GetFromJsonAsync<AccountView>($"/api/accounts/{view!.Id}"))!.Name);
        var wrong = await ana.Program.PostAsJsonAsync("/api/accounts", new { name = "" });
        Assert.Equal("application/problem+json", wrong.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Please fill this in.", await wrong.Content.ReadAsStringAsync());
    }

    private static async Task<TestViewer> SellerAsync(Engine engine) =>
        await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");

    private static async Task<Account> AccountOf(TestViewer owner)
    {
        var account = new Account { Name = "Nordwind", OwnerId = owner.Id };
        await owner.Tenant.SaveAsync(account);
        return account;
    }
}
