using System.Net;
using System.Net.Http.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Contacts;

public sealed class ContactTests
{
    [Theory, OnBoth]
    public async Task A_number_is_kept_as_typed_and_dialled_in_its_international_form(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        var made = await ana.Browser.PostFormAsync("/contacts", ("Name", "Petra Brandt"), ("AccountId", account.Id.ToString()), ("Email", "petra@nordwind.example"), ("Phone", "+49 (40) 555-0100"));
        var page = await ana.Browser.TextAsync(made.Next());
        Assert.Contains("+49 (40) 555-0100", page);
        Assert.Contains("tel:+49405550100", page);
        Assert.Contains("mailto:petra@nordwind.example", page);
        Assert.Contains("Petra Brandt", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
    }

    [Theory, OnBoth]
    public async Task What_is_no_address_and_no_number_comes_back_with_what_was_typed(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var answer = await ana.Browser.PostFormAsync("/contacts", ("Name", "Petra"), ("Email", "petra at nordwind"), ("Phone", "ask her"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("This does not look like an e-mail address.", page);
        Assert.Contains("This does not look like a phone number.", page);
        Assert.Contains("petra at nordwind", page);
        Assert.Contains("ask her", page);
        Assert.Equal(0, await ana.InDb(db => db.Contacts.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_contact_moves_to_another_account_by_its_name(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (halma, _) = (await ana.AccountAsync("Halma"), await ana.AccountAsync("Portavia"));
        var made = await ana.Browser.PostFormAsync("/contacts", ("Name", "Petra"), ("Account", "portavia"));
        var unknown = await ana.Browser.PostFormAsync(made.Next(), ("Version", "1"), ("Account", "Nowhere"));
        Assert.Contains("There is no account called Nowhere yet", await unknown.TextAsync());
        await ana.Browser.PostFormAsync(made.Next(), ("Version", "1"), ("Account", "HALMA"));
        Assert.Equal(halma.Id, (await ana.InDb(db => db.Contacts.SingleAsync())).AccountId);
    }

    [Theory, OnBoth]
    public async Task Of_accounts_called_alike_the_one_a_form_came_from_is_meant_and_another_name_is_never_guessed(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        for (var i = 0; i < 2; i++) { await ana.AccountAsync("Nordwind"); await ana.AccountAsync("Halma"); }
        var third = await ana.AccountAsync("Nordwind");
        // Each way that takes an account by name and key.
        var contact = await ana.Browser.PostFormAsync("/contacts", ("Name", "Petra"), ("Account", "nordwind"), ("AccountId", third.Id.ToString()));
        Assert.Equal(third.Id, (await ana.InDb(db => db.Contacts.SingleAsync())).AccountId);
        Assert.True((await ana.Program.PostAsJsonAsync("/api/accounts", new { name = "Plant", parent = "Nordwind", parentId = third.Id })).IsSuccessStatusCode);
        Assert.Equal(third.Id, (await ana.InDb(db => db.Accounts.SingleAsync(a => a.Name == "Plant"))).ParentId);
        var url = contact.Next();
        foreach (var (way, sent) in ((string, object)[])
            [("/api/contacts", new { name = "Jon", account = "Halma", accountId = third.Id }), ("/api/accounts", new { name = "Yard", parent = "Halma", parentId = third.Id }), ($"/api{url}/job-changes", new { account = "Halma", accountId = third.Id }),
                ($"/api{url}/positions", new { account = "Halma", accountId = third.Id, to = "2020-01-01" }), ("/api/signals", new { account = "Halma", accountId = third.Id, kind = "NewLeader" })])
        {
            var answer = await ana.Program.PostAsJsonAsync(way, sent);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("There are several accounts called Halma", await answer.TextAsync());
        }
    }

    [Theory, OnBoth]
    public async Task A_whole_form_that_leaves_the_name_leaves_the_record_whoever_else_is_called_so(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        for (var i = 0; i < 2; i++) await ana.AccountAsync("Nordwind");
        var (third, plant) = (await ana.AccountAsync("Nordwind"), await ana.AccountAsync("Plant"));
        await ana.Program.PatchAsJsonAsync($"/api/accounts/{plant.Id}", new { parentId = third.Id });
        var url = (await ana.Browser.PostFormAsync("/contacts", ("Name", "Petra"), ("AccountId", third.Id.ToString()))).Next();
        var saved = await ana.Browser.PostFormAsync(url, ("Version", "1"), ("Editing", "all"), ("Name", "Petra Brandt"), ("Title", "Buyer"), ("Account", "Nordwind"));
        Assert.True(saved.IsSuccessStatusCode, await saved.TextAsync());
        saved = await ana.Browser.PostFormAsync($"/accounts/{plant.Id}", ("Version", "2"), ("Editing", "all"), ("Name", "Plant Graz"), ("Parent", "Nordwind"));
        Assert.True(saved.IsSuccessStatusCode, await saved.TextAsync());
        Assert.Equal((third.Id, "Petra Brandt", third.Id, "Plant Graz"), await ana.InDb(async db =>
        {
            var (contact, account) = (await db.Contacts.SingleAsync(), await db.Accounts.SingleAsync(a => a.Id == plant.Id));
            return (contact.AccountId!.Value, contact.Name, account.ParentId!.Value, account.Name);
        }));
    }

    [Theory, OnBoth]
    public async Task Another_tenant_finds_no_contact(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var made = await ana.Browser.PostFormAsync("/contacts", ("Name", "Petra"));
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync(made.Next())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.PostFormAsync(made.Next() + "/removals")).StatusCode);
    }
}
