using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Positions;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Positions;

public sealed class PositionTests
{
    [Theory, OnBoth]
    public async Task Who_changes_jobs_stands_at_the_new_account_and_is_remembered_at_the_old(Engine engine)
    {
        var (ana, old, contact) = await BuyerAsync(engine);
        var next = await ana.AccountAsync("Halma Optik");
        Assert.Contains($"/contacts/{contact.Id}/job-change", await ana.Browser.TextAsync($"/contacts/{contact.Id}"));
        var changed = await ana.Browser.PostFormAsync($"/contacts/{contact.Id}/job-changes", ("Account", "halma optik"), ("Title", "Head of purchasing"), ("Since", "2026-07-01"), ("Email", "petra@halma.example"));
        var page = await ana.Browser.TextAsync(changed.Next());
        foreach (var text in (string[])["Halma Optik", "Head of purchasing", "petra@halma.example", "Nordwind Logistik", "Buyer · until 30 Jun", "Account: Nordwind Logistik → Halma Optik"]) Assert.Contains(text, page);
        Assert.Contains("now at Halma Optik", await ana.Browser.TextAsync($"/accounts/{old.Id}"));
        Assert.Contains("Petra Brandt", await ana.Browser.TextAsync($"/accounts/{next.Id}"));
        var stored = await ana.InDb(db => db.Contacts.SingleAsync());
        Assert.Equal((next.Id, "petra@halma.example", null), (stored.AccountId, stored.Email, stored.Phone));
    }

    [Theory, OnBoth]
    public async Task However_a_contact_came_to_another_account_the_old_one_remembers_them_once_and_the_first_day_there_is_kept(Engine engine)
    {
        var (ana, old, contact) = await BuyerAsync(engine);
        var (next, third) = (await ana.AccountAsync("Halma Optik"), await ana.AccountAsync("Portavia"));
        var yesterday = DateOnly.FromDateTime(ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
        var saved = await ana.Browser.PostFormAsync($"/contacts/{contact.Id}", ("Version", "1"), ("Account", "Halma Optik"), ("Title", "Head of purchasing"));
        Assert.True(saved.IsSuccessStatusCode, await saved.TextAsync());
        Assert.Contains("now at Halma Optik", await ana.Browser.TextAsync($"/accounts/{old.Id}"));
        await ana.Browser.PostFormAsync($"/contacts/{contact.Id}/job-changes", ("Account", "Portavia"), ("Since", "2026-07-01"));
        // Where they stand is not where else they are.
        Assert.DoesNotContain("here as well", await ana.Browser.TextAsync($"/accounts/{third.Id}"));
        Assert.DoesNotContain("since 1 Jul", await ana.Browser.TextAsync($"/contacts/{contact.Id}"));
        Assert.True((await ana.Program.PatchAsJsonAsync($"/api/contacts/{contact.Id}", new { accountId = (Guid?)null })).IsSuccessStatusCode);
        Assert.Equal(
            [(old.Id, "Buyer", null, yesterday), (next.Id, "Head of purchasing", null, new DateOnly(2026, 6, 30)), (third.Id, null, new DateOnly(2026, 7, 1), yesterday)],
            (await ana.InDb(db => db.Rows<Position>().OrderBy(p => p.Id).ToListAsync())).Select(p => ((Guid, string?, DateOnly?, DateOnly?))(p.AccountId, p.Title, p.From, p.To)));
    }

    [Theory, OnBoth]
    public async Task Who_worked_for_two_and_goes_to_one_of_them_was_there_since_before(Engine engine)
    {
        var (ana, _, contact) = await BuyerAsync(engine);
        var other = await ana.AccountAsync("Halma Optik");
        await ana.Browser.PostFormAsync($"/contacts/{contact.Id}/positions", ("Account", "Halma Optik"), ("Title", "Board member"), ("From", "2024-02-01"));
        await ana.Browser.PostFormAsync($"/contacts/{contact.Id}/job-changes", ("Account", "Halma Optik"), ("Since", "2026-07-01"));
        var at = await ana.InDb(db => db.Rows<Position>().Where(p => p.AccountId == other.Id).SingleAsync());
        Assert.Equal((new DateOnly(2024, 2, 1), null), ((DateOnly?)at.From, at.To));
    }

    [Theory, OnBoth]
    public async Task A_job_at_the_same_account_to_come_or_nowhere_is_refused_with_what_was_typed_and_nothing_changes(Engine engine)
    {
        var (ana, old, contact) = await BuyerAsync(engine);
        await ana.AccountAsync("Halma Optik");
        foreach (var (account, since, why) in ((string, string, string)[])[("Nordwind Logistik", "2026-07-01", "Petra Brandt is there already."), ("Halma Optik", "2026-12-24", "This has not happened yet"), ("", "2026-07-01", "Please fill this in."), ("Nowhere", "", "There is no account called Nowhere yet")])
        {
            var answer = await ana.Browser.PostFormAsync($"/contacts/{contact.Id}/job-changes", ("Account", account), ("Since", since), ("Title", "Head of purchasing"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.TextAsync();
            Assert.Contains(why, page);
            Assert.Contains("Head of purchasing", page);
        }
        Assert.Equal((old.Id, 0), await ana.InDb(async db => ((await db.Contacts.SingleAsync()).AccountId!.Value, await db.Rows<Position>().CountAsync())));
    }

    [Theory, OnBoth]
    public async Task Who_works_for_two_stands_at_both_and_a_slip_is_taken_away_and_back(Engine engine)
    {
        var (ana, _, contact) = await BuyerAsync(engine);
        var other = await ana.AccountAsync("Halma Optik");
        await ana.Browser.PostFormAsync($"/contacts/{contact.Id}/positions", ("Account", "Halma Optik"), ("Title", "Board member"), ("From", "2024-02-01"));
        Assert.Contains("Board member · since 1 Feb 2024", await ana.Browser.TextAsync($"/contacts/{contact.Id}"));
        var at = await ana.Browser.TextAsync($"/accounts/{other.Id}");
        Assert.Contains("Petra Brandt", at);
        Assert.Contains("Board member · here as well", at);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Browser.PostFormAsync($"/contacts/{contact.Id}/positions", ("Account", "Halma Optik"), ("From", "2024-02-01"), ("To", "2023-02-01"))).StatusCode);
        var position = await ana.InDb(db => db.Rows<Position>().SingleAsync());
        await ana.Browser.PostFormAsync($"/positions/{position.Id}/removals");
        Assert.DoesNotContain("Petra Brandt", await ana.Browser.TextAsync($"/accounts/{other.Id}"));
        await ana.Browser.PostFormAsync($"/positions/{position.Id}/restorations");
        Assert.Contains("Petra Brandt", await ana.Browser.TextAsync($"/accounts/{other.Id}"));
    }

    [Theory, OnBoth]
    public async Task A_colleague_may_not_change_it_and_another_tenant_finds_nothing(Engine engine)
    {
        var (ana, _, contact) = await BuyerAsync(engine);
        var other = await ana.AccountAsync("Halma Optik");
        await ana.Program.PostAsJsonAsync($"/api/contacts/{contact.Id}/positions", new { accountId = other.Id, title = "Board member" });
        var position = (await ana.Program.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact.Id}/positions"))[0].GetProperty("id").GetGuid();
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Program.PostAsJsonAsync($"/api/contacts/{contact.Id}/job-changes", new { accountId = other.Id })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/positions/{position}/removals")).StatusCode);
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.GetAsync($"/api/contacts/{contact.Id}/positions")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.PostFormAsync($"/positions/{position}/removals")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Who_is_erased_leaves_no_trace_of_where_they_worked(Engine engine)
    {
        var (ana, _, contact) = await BuyerAsync(engine);
        await ana.AccountAsync("Halma Optik");
        await ana.Browser.PostFormAsync($"/contacts/{contact.Id}/job-changes", ("Account", "Halma Optik"));
        var admin = await ana.Tenant.PersonAsync(Role.Admin, "Zoe Brandt");
        Assert.True((await admin.Browser.PostFormAsync($"/contacts/{contact.Id}/erasures")).IsSuccessStatusCode);
        Assert.Equal((0, 0), await ana.InDb(async db => (await db.RowsWithRemoved<Position>().CountAsync(), await db.Rows<Event>().CountAsync(e => e.Data.Contains("Buyer")))));
    }

    private static async Task<(TestViewer, Account, Contact)> BuyerAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        var contact = new Contact { Name = "Petra Brandt", OwnerId = ana.Id, AccountId = account.Id, Title = "Buyer", Email = "petra@nordwind.example", Phone = "+49 40 5550" };
        await ana.Tenant.SaveAsync(contact);
        return (ana, account, contact);
    }
}
