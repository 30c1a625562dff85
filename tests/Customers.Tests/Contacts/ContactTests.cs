using System.Net;
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
    public async Task Another_tenant_finds_no_contact(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var made = await ana.Browser.PostFormAsync("/contacts", ("Name", "Petra"));
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync(made.Next())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.PostFormAsync(made.Next() + "/removals")).StatusCode);
    }
}
