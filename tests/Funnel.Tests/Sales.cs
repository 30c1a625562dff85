using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests;

/// <summary>An organisation that sells: Ana with her stages, and whatever deals a test needs.</summary>
internal sealed record Sales(TestViewer Ana, IReadOnlyList<Stage> Stages)
{
    public static async Task<Sales> OnAsync(Engine engine) => await InAsync(await Host.On(engine));

    public static async Task<Sales> InAsync(Host host)
    {
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        var stages = DefaultStages.Make();
        await ana.Tenant.SaveAsync([.. stages]);
        return new Sales(ana, stages);
    }

    public Stage Stage(string name) => Stages.Single(s => s.Name == name);

    public async Task<Opportunity> DealAsync(string name = "Yard planning", TestViewer? owner = null, string stage = "Discover", long? amount = 184_000_00, DateOnly? closeOn = null)
    {
        var at = Stage(stage);
        var deal = new Opportunity { Name = name, OwnerId = (owner ?? Ana).Id, StageId = at.Id, End = at.End, Amount = amount, Currency = "EUR", CloseOn = closeOn, StageSince = new DateTime(2026, 7, 2, 8, 0, 0, DateTimeKind.Utc) };
        await Ana.Tenant.SaveAsync(deal);
        return deal;
    }

    /// <summary>A deal in Discover that came some days from now: its key says when.</summary>
    public async Task<Guid> CameAsync(int days)
    {
        var at = Stage("Discover");
        var deal = new Opportunity { Id = Keys.Of(Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime.AddDays(days), Guid.NewGuid().ToByteArray()), Name = $"Came {days}", OwnerId = Ana.Id, StageId = at.Id, End = at.End, Currency = "EUR" };
        await Ana.Tenant.SaveAsync(deal);
        return deal.Id;
    }

    /// <summary>Notes what shows that the customer has taken the step of a stage.</summary>
    public Task<HttpResponseMessage> ShownAsync(Guid deal, string stage) => Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal}/evidence", ("Stage", $"{Stage(stage).Id}"), ("Text", "They wrote so"));

    public Task<Opportunity> StoredAsync(Guid id) => Ana.InDb(db => db.Opportunities.AsNoTracking().SingleAsync(o => o.Id == id));
}

internal static class Looking
{
    /// <summary>A page as its reader reads it: entities resolved.</summary>
    public static async Task<string> TextAsync(this HttpClient client, string url) => System.Net.WebUtility.HtmlDecode(await client.PageAsync(url));

    /// <summary>What an answer says on the next page, and where it is undone.</summary>
    public static (string Said, string? Undo) Notice(this HttpResponseMessage answer)
    {
        var kept = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("coxswain-notice=", StringComparison.Ordinal)).Split('=', 2)[1].Split(';')[0];
        var notice = System.Text.Json.JsonDocument.Parse(Convert.FromBase64String(Uri.UnescapeDataString(kept))).RootElement;
        return (notice.GetProperty("Text").GetString()!, notice.GetProperty("UndoUrl").GetString());
    }

    /// <summary>The statements one request sends, once everything that is kept between requests is warm.</summary>
    public static async Task<IReadOnlyList<string>> StatementsAsync(this TestViewer viewer, string url)
    {
        await viewer.PlainBrowser.PageAsync(url);
        return await viewer.Tenant.Host.Queries.CountAsync(() => viewer.PlainBrowser.PageAsync(url));
    }
}
