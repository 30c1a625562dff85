using System.Collections.Concurrent;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Capture;

/// <summary>A seller with a customer, in an organisation whose administrator allowed fetching from this machine. Work in the background waits until it is told to go on.</summary>
/// <param name="Ana">Owns the account.</param>
/// <param name="Ines">Sees to settings.</param>
/// <param name="Account">Nordwind.</param>
/// <param name="Mia">Who works there.</param>
internal sealed record Desk(TestViewer Ana, TestViewer Ines, Account Account, Contact Mia)
{
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<Host>>> Hosts = new();

    /// <summary>On 24 July 2026, 09:00 UTC.</summary>
    public DateTime Now => Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;

    public static async Task<Desk> OfAsync(Engine engine, bool allowed = true)
    {
        var host = await Hosts.GetOrAdd(engine, e => new(() => Host.ByHandAsync(TestDatabases.MadeAsync(e, "capture")))).Value;
        var tenant = await host.TenantAsync();
        var (ana, ines) = (await tenant.PersonAsync(Role.Seller, "Ana Okafor"), await tenant.PersonAsync(Role.Admin, "Ines Castro"));
        await tenant.AddressAsync(ana, "ana@halma.example");
        var account = await ana.AccountAsync();
        var mia = new Contact { Name = "Mia Berg", OwnerId = ana.Id, AccountId = account.Id, Email = "Mia@Nordwind.example" };
        await tenant.SaveAsync(mia);
        if (allowed) await ines.PlainBrowser.PostFormAsync("/settings/capture", ("Calendars", "true"), ("Mail", "true"), ("InnerHosts", "127.0.0.1")).DoneAsync();
        return new Desk(ana, ines, account, mia);
    }

    /// <summary>Connects a calendar by its address and fetches it.</summary>
    public async Task<Guid> ConnectAsync(string url, TestViewer? who = null)
    {
        await (who ?? Ana).PlainBrowser.PostFormAsync("/feeds", ("Kind", "CalendarAddress"), ("Address", url)).DoneAsync();
        await Ana.Tenant.DoDueAsync();
        return await Ana.Tenant.InDb(db => db.Rows<Feed>().OrderByDescending(f => f.Id).Select(f => f.Id).FirstAsync());
    }

    /// <summary>Presses “Fetch now”.</summary>
    public async Task FetchAsync(Guid feed, TestViewer? who = null)
    {
        await (who ?? Ana).PlainBrowser.PostFormAsync($"/feeds/{feed}/fetches").DoneAsync();
        await Ana.Tenant.DoDueAsync();
    }

    /// <summary>The page of a feed as its owner reads it.</summary>
    public Task<string> HealthAsync(Guid feed) => Ana.Browser.TextAsync($"/feeds/{feed}");

    public Task<string> TimelineAsync(TestViewer? who = null) => (who ?? Ana).Browser.TextAsync($"/accounts/{Account.Id}/timeline?sort=Touches");

    public Task<List<Captured>> CapturedAsync() => Ana.Tenant.InDb(db => db.Rows<Captured>().OrderBy(c => c.OccurredAt).ToListAsync());
}

internal static class DeskActs
{
    /// <summary>It was done; otherwise what was answered is told.</summary>
    public static async Task DoneAsync(this Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        if ((int)answer.StatusCode >= 400) throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
