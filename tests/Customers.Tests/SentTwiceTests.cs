using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests;

/// <summary>A form that was cut off half way, pressed twice, or sent again by a balancer.</summary>
public sealed partial class SentTwiceTests
{
    [Theory, OnBoth]
    public async Task The_same_form_sent_twice_makes_one_row_and_leads_to_the_same_page(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var key = await KeyAsync(ana, "/contacts/new");
        var first = await ana.PlainBrowser.PostFormAsync("/contacts", ("_once", key), ("Name", "Petra Brandt"));
        var again = await ana.PlainBrowser.PostFormAsync("/contacts", ("_once", key), ("Name", "Petra Brandt"));
        Assert.Equal((HttpStatusCode.SeeOther, first.Next()), (again.StatusCode, again.Next()));
        Assert.Single(await ana.InDb(db => db.Contacts.ToListAsync()));
        var page = new HttpRequestMessage(HttpMethod.Get, again.Next());
        page.Headers.Add("Cookie", again.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        Assert.Contains("This was saved when it was first sent. It is here once.", await (await ana.PlainBrowser.SendAsync(page)).TextAsync());
    }

    [Theory, OnBoth]
    public async Task Pressed_twice_at_once_it_is_made_once(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var key = await KeyAsync(ana, "/accounts/new");
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ana.Browser.PostFormAsync("/accounts", ("_once", key), ("Name", "Halma Werke"))));
        Assert.Single(both.Select(b => b.Next()).Distinct());
        Assert.Single(await ana.InDb(db => db.Accounts.ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Sent_again_through_another_process_it_is_made_once(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var other = await Host.StartAsync(Task.FromResult(ana.Tenant.Host.Database));
        var elsewhere = new TestViewer(other.Tenant(ana.Tenant.Id), ana.Viewer);
        var key = await KeyAsync(ana, "/contacts/new");
        var first = await ana.PlainBrowser.PostFormAsync("/contacts", ("_once", key), ("Name", "Petra Brandt"));
        Assert.Equal(first.Next(), (await elsewhere.PlainBrowser.PostFormAsync("/contacts", ("_once", key), ("Name", "Petra Brandt"))).Next());
        Assert.Single(await ana.InDb(db => db.Contacts.ToListAsync()));
        await other.App.DisposeAsync();
    }

    [Theory, OnBoth]
    public async Task Who_goes_back_and_types_another_name_makes_another_and_so_does_a_colleague(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Okoro");
        var key = await KeyAsync(ana, "/contacts/new");
        foreach (var (who, name) in new[] { (ana, "Petra Brandt"), (ana, "Paul Brandt"), (ben, "Petra Brandt") }) await who.PlainBrowser.PostFormAsync("/contacts", ("_once", key), ("Name", name));
        Assert.Equal(["Paul Brandt", "Petra Brandt", "Petra Brandt"], await ana.Tenant.InDb(db => db.Contacts.Select(c => c.Name).OrderBy(n => n).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task What_was_refused_is_sent_again_with_the_same_key_once_it_is_put_right(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var key = await KeyAsync(ana, "/contacts/new");
        (string, string)[] typed = [("_once", key), ("Name", "Petra Brandt"), ("Account", "Nordwind Logistik")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Browser.PostFormAsync("/contacts", typed)).StatusCode);
        await ana.AccountAsync();
        Assert.StartsWith("/contacts/", (await ana.Browser.PostFormAsync("/contacts", typed)).Next());
    }

    [Theory, OnBoth]
    public async Task An_upload_sent_twice_is_one_import(Engine engine)
    {
        var boss = await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Manager, "Priya Raman");
        var key = await KeyAsync(boss, "/import");
        var first = await DropAsync(boss, key);
        Assert.StartsWith("/import/", first);
        Assert.Equal("/import", await DropAsync(boss, key));
        Assert.Single(Imports().Matches(await boss.PlainBrowser.TextAsync("/import")).Select(m => m.Value).Distinct());
    }

    [Theory, OnBoth]
    public async Task It_costs_a_save_two_statements(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var key = await KeyAsync(ana, "/contacts/new");
        await ana.PlainBrowser.PostFormAsync("/contacts", ("Name", "Warm"));
        var plain = await CountAsync(("Name", "One"));
        Assert.Equal(plain + 2, await CountAsync(("_once", key), ("Name", "Two")));

        async Task<int> CountAsync(params (string, string)[] fields) => (await ana.Tenant.Host.Queries.CountAsync(() => ana.PlainBrowser.PostFormAsync("/contacts", fields))).Count;
    }

    [Fact]
    public async Task A_form_that_changes_what_is_there_carries_its_version_and_one_whose_answer_has_to_be_seen_no_key()
    {
        var ana = await Customers.SellerAsync(Engine.Sqlite);
        var account = await ana.AccountAsync();
        Assert.DoesNotContain("_once", await ana.PlainBrowser.TextAsync($"/accounts/{account.Id}/facts"));
        Assert.DoesNotContain("_once", await ana.PlainBrowser.TextAsync("/me"));
    }

    private static async Task<string> KeyAsync(TestViewer who, string url) => Key().Match(await who.PlainBrowser.TextAsync(url)).Groups[1].Value is { Length: > 0 } key ? key : throw new InvalidOperationException($"{url} has no key.");

    private static async Task<string> DropAsync(TestViewer who, string key)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes("Account,City\nHalma,Oslo\n"));
        return (await who.PlainBrowser.PostAsync("/import", new MultipartFormDataContent { { new StringContent(key), "_once" }, { file, "Files", "accounts.csv" } })).Next();
    }

    [GeneratedRegex("name=\"_once\" value=\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("/import/[0-9a-f-]{36}")]
    private static partial Regex Imports();
}
