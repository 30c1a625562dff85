using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Accounts;

public sealed class ListAccountsTests
{
    [Theory, OnBoth]
    public async Task A_list_is_narrowed_by_name_industry_place_and_owner(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await ana.AccountAsync("Škoda Auto", "Automotive", "Mladá Boleslav");
        await ben.AccountAsync("Nordwind", "Transport", "Hamburg");
        Assert.Contains("Škoda", await ana.Browser.TextAsync("/accounts?name=SKO"));
        var transport = await ana.Browser.TextAsync("/accounts?industry=transp");
        Assert.Contains("Nordwind", transport);
        Assert.DoesNotContain("Škoda", transport);
        Assert.DoesNotContain("Nordwind", await ana.Browser.TextAsync("/accounts?place=mlada"));
        var mine = await ana.Browser.TextAsync("/accounts?owner=mine");
        Assert.Contains("Škoda", mine);
        Assert.DoesNotContain("Nordwind", mine);
    }

    [Theory, OnBoth]
    public async Task A_list_costs_four_statements_and_a_record_twelve_whatever_the_rows(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        var few = (await ana.StatementsAsync("/accounts"), await ana.StatementsAsync("/contacts"), await ana.StatementsAsync($"/accounts/{account.Id}"));
        await ana.Tenant.SaveAsync([.. Enumerable.Range(0, 60).Select(i => new Account { Name = $"Account {i}", OwnerId = ana.Id }), .. Enumerable.Range(0, 60).Select(i => new Contact { Name = $"Person {i}", OwnerId = ana.Id, AccountId = account.Id, Email = "p@x.example" })]);
        var many = (await ana.StatementsAsync("/accounts"), await ana.StatementsAsync("/contacts"), await ana.StatementsAsync($"/accounts/{account.Id}"));
        Assert.InRange(many.Item1, 1, 4);
        Assert.InRange(many.Item2, 1, 4);
        Assert.InRange(many.Item3, 1, 12);
        Assert.InRange(many.Item3 - few.Item3, 0, 1);
        Assert.InRange(await ana.StatementsAsync("/tasks"), 1, 4);
    }

    [Theory, OnBoth]
    public async Task The_api_pages_by_key_with_the_same_filters(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        await ana.Tenant.SaveAsync([.. Enumerable.Range(0, 55).Select(i => new Account { Name = $"Account {i:00}", OwnerId = ana.Id, City = i % 2 == 0 ? "Graz" : "Linz" })]);
        var first = await ana.Program.GetFromJsonAsync<JsonElement>("/api/accounts");
        Assert.Equal(50, first.GetProperty("rows").GetArrayLength());
        var rest = await ana.Program.GetFromJsonAsync<JsonElement>("/api/accounts?after=" + first.GetProperty("next").GetString());
        Assert.Equal("Account 50", rest.GetProperty("rows")[0].GetProperty("name").GetString());
        Assert.Equal(28, (await ana.Program.GetFromJsonAsync<JsonElement>("/api/accounts?place=graz")).GetProperty("count").GetInt32());
    }

    [Theory, OnBoth]
    public async Task An_empty_list_says_the_next_step_and_offers_it(Engine engine)
    {
        var page = await (await Customers.SellerAsync(engine)).Browser.TextAsync("/accounts");
        Assert.Contains("No accounts here yet", page);
        Assert.Contains("href=\"/accounts/new\"", page);
    }

    [Theory, OnBoth]
    public async Task Another_tenant_lists_nothing_and_staff_are_refused(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        await ana.AccountAsync("Secretive");
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.DoesNotContain("Secretive", await stranger.Browser.TextAsync("/accounts"));
        var staff = await ana.Tenant.PersonAsync(Role.Staff, "Sam");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Browser.GetAsync("/accounts")).StatusCode);
    }
}
