using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests;

public sealed class FindTests
{
    [Theory, OnBoth]
    public async Task Beginnings_of_words_find_records_whatever_the_accents_and_the_case(Engine engine)
    {
        var ana = await SellerAsync(engine);
        await ana.Tenant.SaveAsync(
            new Account { Name = "Škoda Auto", OwnerId = ana.Id },
            new Account { Name = "Nordwind Logistik", OwnerId = ana.Id, City = "Hamburg" },
            new Contact { Name = "Petra Brandt", OwnerId = ana.Id, Email = "petra@nordwind.example" });
        Assert.Contains("Škoda Auto", await ana.Browser.PageAsync("/find?q=sko+AUT"));
        var both = await ana.Browser.PageAsync("/find?q=nordw");
        Assert.Contains("Nordwind Logistik", both);
        Assert.Contains("Petra Brandt", both);
        Assert.DoesNotContain("Škoda", both);
    }

    [Theory, OnBoth]
    public async Task Words_in_scripts_other_than_latin_are_found(Engine engine)
    {
        var ana = await SellerAsync(engine);
        await ana.Tenant.SaveAsync(new Account { Name = "Владимир Экспорт", OwnerId = ana.Id }, new Account { Name = "شركة النور", OwnerId = ana.Id });
        Assert.Contains("Владимир", await ana.Browser.PageAsync("/find?q=влад"));
        Assert.Contains("النور", await ana.Browser.PageAsync("/find?q=" + Uri.EscapeDataString("النو")));
    }

    [Theory, OnBoth]
    public async Task A_renamed_record_is_found_by_its_new_name_only(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var account = new Account { Name = "Halma", OwnerId = ana.Id };
        await ana.Tenant.SaveAsync(account);
        await ana.InDb(async db => { (await db.Accounts.SingleAsync(a => a.Id == account.Id)).Name = "Portavia"; return await db.SaveChangesAsync(); });
        Assert.Contains("Portavia", await ana.Browser.PageAsync("/find?q=porta"));
        Assert.DoesNotContain("Portavia", await ana.Browser.PageAsync("/find?q=halma"));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_another_tenant_or_beyond_ones_role_is_found(Engine engine)
    {
        var ana = await SellerAsync(engine);
        await ana.Tenant.SaveAsync(new Account { Name = "Secretive", OwnerId = ana.Id });
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        var recruiter = await ana.Tenant.PersonAsync(Role.Recruiter, "Rin");
        Assert.DoesNotContain("Secretive", await stranger.Browser.PageAsync("/find?q=secret"));
        Assert.DoesNotContain("Secretive", await recruiter.Browser.PageAsync("/find?q=secret"));
    }

    [Theory, OnBoth]
    public async Task Signs_of_a_search_language_are_only_text(Engine engine)
    {
        var ana = await SellerAsync(engine);
        await ana.Tenant.SaveAsync(new Account { Name = "O'Neil & Sons (AND) \"Co\"", OwnerId = ana.Id });
        Assert.Contains("Sons", await ana.Browser.PageAsync("/find?q=" + Uri.EscapeDataString("neil & \"co\" (and:*)")));
    }

    [Theory, OnBoth]
    public async Task Of_thousands_with_one_word_enough_are_found_and_of_few_with_another_every_one(Engine engine)
    {
        var ana = await SellerAsync(engine);
        var leader = await ana.Tenant.PersonAsync(Role.Leader, "Lea Brandt");
        await ManyAsync(ana, [.. Enumerable.Range(0, 3_000).Select(i => new Account { Name = $"Harbour {i}", OwnerId = ana.Id }), .. Enumerable.Range(0, 12).Select(i => new Account { Name = $"Rarely {i}", OwnerId = ana.Id })]);
        foreach (var viewer in new[] { ana, leader })
        {
            Assert.Equal(12, Hits(await viewer.Browser.PageAsync("/find?q=harb")));
            Assert.Equal(12, Hits(await viewer.Browser.PageAsync("/find?q=rare")));
            Assert.Contains("Harbour 2718", await viewer.Browser.PageAsync("/find?q=harb+2718"));
        }
    }

    private static Task<bool> ManyAsync(TestViewer viewer, IReadOnlyList<Entity> rows) => viewer.InDb(async db => { await db.InsertManyAsync(rows, default); return true; });

    private static int Hits(string page) => page.Split("href=\"/accounts/").Length - 1;

    private static async Task<TestViewer> SellerAsync(Engine engine) =>
        await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
}
