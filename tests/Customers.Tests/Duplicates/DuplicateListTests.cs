using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Tests.Duplicates;

public sealed class DuplicateListTests
{
    [Theory, OnBoth]
    public async Task Accounts_contacts_and_leads_are_looked_through_and_told_apart_they_are_not_offered_again(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var tenant = ana.Tenant;
        await tenant.SaveAsync(new Account { Name = "Kranich Logistik GmbH", OwnerId = ana.Id }, new Account { Name = "KRANICH Logistik", OwnerId = ana.Id, City = "Hamburg" }, new Account { Name = "Halma Optik", OwnerId = ana.Id });
        await tenant.SaveAsync(new Lead { Name = "Karl Vogt", OwnerId = ana.Id, Email = "karl@halma.example", CameOn = new(2026, 1, 1), Status = LeadStatus.New }, new Lead { Name = "Vogt, Karl", OwnerId = ana.Id, Email = "Karl@Halma.example", CameOn = new(2026, 1, 2), Status = LeadStatus.Working });
        await ana.PetrasAsync();
        Assert.Equal((1, 1, 1), ((await tenant.PairsAsync(Kinds.Account)).Count, (await tenant.PairsAsync(Kinds.Contact)).Count, (await tenant.PairsAsync(Kinds.Lead)).Count));
        Assert.Contains("KRANICH Logistik", await ana.Browser.TextAsync("/duplicates"));
        Assert.Contains("Vogt, Karl", await ana.Browser.TextAsync("/duplicates?kind=lead"));

        var pair = (await tenant.PairsAsync(Kinds.Account)).Single();
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/distinctions");
        await tenant.LookAsync();
        Assert.Empty(await tenant.PairsAsync(Kinds.Account));
        Assert.DoesNotContain("KRANICH", await ana.Browser.TextAsync("/duplicates?kind=account"));
        Assert.Contains("KRANICH Logistik", await ana.Browser.TextAsync("/duplicates?kind=account&apart=true"));
        Assert.Contains("Told apart from one that looks the same", await ana.Browser.TextAsync($"/accounts/{pair.FirstId}"));
        await ana.Program.PostAsJsonAsync($"/api/duplicates/{pair.Id}/doubts", new { });
        Assert.Single((await ana.Program.GetFromJsonAsync<JsonElement>("/api/duplicates?kind=account")).GetProperty("pairs").EnumerateArray());
    }

    [Theory, OnBoth]
    public async Task What_no_longer_looks_alike_is_taken_from_the_list_and_nothing_stands_there_twice(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (_, two, _) = await ana.PetrasAsync();
        await ana.Tenant.LookAsync();
        Assert.Single(await ana.Tenant.PairsAsync(Kinds.Contact));
        await ana.Browser.PostFormAsync($"/contacts/{two.Id}", ("Name", "Karl Vogt"), ("Email", "karl@halma.example"), ("Version", "1"));
        await ana.Tenant.LookAsync();
        Assert.Empty(await ana.Tenant.PairsAsync(Kinds.Contact));
    }

    [Theory, OnBoth]
    public async Task Told_apart_from_what_went_into_another_they_stay_apart(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var people = Enumerable.Range(0, 3).Select(_ => new Contact { Name = "Petra Brandt", OwnerId = ana.Id, Email = "petra@nordwind.example" }).ToArray();
        foreach (var person in people) await ana.Tenant.SaveAsync(person);
        await ana.Tenant.LookAsync();
        var pairs = await ana.Tenant.PairsAsync(Kinds.Contact);
        Assert.Equal(3, pairs.Count);
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{Of(0, 2).Id}/distinctions");
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{Of(0, 1).Id}/merges", ("Keep", $"{people[1].Id}"));
        await ana.Tenant.LookAsync();
        Assert.Empty(await ana.Tenant.PairsAsync(Kinds.Contact));

        DuplicatePair Of(int one, int other) => pairs.Single(p => (p.FirstId, p.SecondId) == DuplicatePair.InOrder(people[one].Id, people[other].Id));
    }

    [Theory, OnBoth]
    public async Task It_is_looked_for_once_a_day_by_itself_and_at_once_when_somebody_asks(Engine engine)
    {
        var host = await Host.ByHandAsync(TestDatabases.MadeAsync(engine, "twins"));
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        foreach (var _ in (int[])[1, 2]) await ana.AccountAsync("Kranich");
        for (var i = 0; i < 2; i++) await ana.Tenant.InDb(async (db, services) => await services.GetServices<IClockwork>().OfType<DuplicateClock>().Single().AskAsync(db, host.Clock.GetUtcNow().UtcDateTime, default));
        Assert.Equal(1, await JobsAsync());
        // Asked for while it waits, it is not asked for twice.
        await ana.PlainBrowser.PostFormAsync("/duplicates/searches");
        Assert.Equal(1, await JobsAsync());
        Assert.Contains("Being looked for", await ana.Browser.TextAsync("/duplicates"));
        await ana.Tenant.DoDueAsync();
        Assert.Single(await ana.Tenant.PairsAsync(Kinds.Account));
        Assert.Contains("Look now", await ana.Browser.TextAsync("/duplicates"));
        Assert.Equal(HttpStatusCode.OK, (await ana.Program.PostAsJsonAsync("/api/duplicates/searches", new { })).StatusCode);
        Assert.Equal(2, await JobsAsync());

        Task<int> JobsAsync() => ana.Tenant.InDb(db => db.Rows<Job>().CountAsync(j => j.Kind == FindDuplicates.JobKind));
    }

    [Theory, OnBoth]
    public async Task Two_that_nobody_found_are_put_beside_each_other_by_the_address_of_the_other(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (one, two) = (await ana.AccountAsync("Nordwind"), await ana.AccountAsync("Seewind"));
        Assert.Contains($"/duplicates?kind=account&of={one.Id}", await ana.Browser.TextAsync($"/accounts/{one.Id}"));
        Assert.Contains("You know that it is there twice?", await ana.Browser.TextAsync($"/duplicates?kind=account&of={one.Id}"));
        foreach (var wrong in (string[])["Seewind", $"https://crm.example/accounts/{one.Id}", $"{Guid.NewGuid()}", ""])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.PlainBrowser.PostFormAsync("/duplicates", ("Kind", "account"), ("Of", $"{one.Id}"), ("Other", wrong))).StatusCode);
        var paired = await ana.PlainBrowser.PostFormAsync("/duplicates", ("Kind", "account"), ("Of", $"{one.Id}"), ("Other", $"https://crm.example/accounts/{two.Id}?x=1"));
        Assert.Contains("another name", await ana.Browser.TextAsync(paired.Next()));
        await ana.PlainBrowser.PostFormAsync($"{paired.Next()}/merges", ("Keep", $"{one.Id}"));
        Assert.Equal("Nordwind", (await ana.InDb(db => db.Accounts.SingleAsync())).Name);
    }

    [Theory, OnBoth]
    public async Task A_long_list_goes_on_page_by_page_without_leaving_any_out(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var accounts = Enumerable.Range(0, 9).Select(_ => new Account { Name = "Kranich", OwnerId = ana.Id }).ToArray();
        await ana.Tenant.SaveAsync([.. accounts]);
        await ana.Tenant.LookAsync();
        var seen = new List<Guid>();
        for (string? url = "/api/duplicates?kind=account"; url is not null;)
        {
            var page = await ana.Program.GetFromJsonAsync<JsonElement>(url);
            seen.AddRange(page.GetProperty("pairs").EnumerateArray().Select(p => p.GetProperty("id").GetGuid()));
            url = page.GetProperty("after") is { ValueKind: JsonValueKind.String } after ? $"/api/duplicates?kind=account&after={after.GetGuid()}" : null;
        }
        Assert.Equal((36, 36), (seen.Count, seen.Distinct().Count()));
        Assert.Contains("after=", await ana.Browser.TextAsync("/duplicates"));
        Assert.Equal(8, (await ana.Program.GetFromJsonAsync<JsonElement>($"/api/duplicates?kind=account&of={accounts[0].Id}")).GetProperty("pairs").GetArrayLength());
    }
}
