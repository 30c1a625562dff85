using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>Shows an account's relationship map, for itself or for one of its deals.</summary>
internal static class ShowMap
{
    private const int Months = 12;

    public sealed record Input
    {
        /// <summary>The account, or the deal.</summary>
        public Guid Id { get; init; }

        /// <summary>Whose card is open.</summary>
        public Guid? Person { get; init; }
    }

    public static Task<Outcome<MapView>> OfAccount(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct) => ReadAsync(input.Id, null, input.Person, db, deals, clock, ct);

    public static async Task<Outcome<MapView>> OfDeal(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct) =>
        deals.FirstOrDefault() is { } known && await known.FindAsync(db, input.Id, ct) is { } deal ? await ReadAsync(deal.AccountId, deal, input.Person, db, deals, clock, ct) : Outcome.Missing;

    /// <param name="accountId">The account.</param>
    /// <param name="deal">The deal it is looked at for.</param>
    /// <param name="chosen">Whose card is open.</param>
    /// <param name="db">The database.</param>
    /// <param name="deals">Where deals come from.</param>
    /// <param name="clock">What day it is.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="picture">The drawing alone: nothing of what stands beside it.</param>
    public static async Task<Outcome<MapView>> ReadAsync(Guid accountId, DealOnMap? deal, Guid? chosen, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct, bool picture = false)
    {
        if (await db.Accounts.Where(a => a.Id == accountId).Select(a => new { a.Id, a.Name, a.OwnerId }).SingleOrDefaultAsync(ct) is not { } account) return Outcome.Missing;
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var people = await MapReading.PeopleAsync(db, accountId, deal?.Id, ct);
        return new MapView
        {
            AccountId = account.Id, Account = account.Name, Deal = deal, People = people, Today = today,
            Ties = people.Count == 0 ? [] : await MapReading.TiesAsync(db, accountId, ct),
            Gaps = picture ? [] : new MapGaps(people, deal is not null, today).Find(),
            Missing = picture ? [] : await MapReading.MissingAsync(db, accountId, ct),
            Deals = !picture && deal is null && deals.FirstOrDefault() is { } known ? await known.SinceAsync(db, today.AddMonths(-Months), ct) : null,
            MayEdit = db.Viewer.May(Permission.EditCustomers) && db.MayEdit(Kinds.Account, account.Id, account.OwnerId),
            Chosen = people.FirstOrDefault(p => p.Id == chosen),
        };
    }

    /// <summary>The picture as a file.</summary>
    public static async Task<IResult> FileOfAccount(HttpContext http, Guid id, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct) => File(http, await ReadAsync(id, null, null, db, deals, clock, ct, picture: true));

    /// <summary>The picture of a deal's map as a file.</summary>
    public static async Task<IResult> FileOfDeal(HttpContext http, Guid id, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct) => 
        File(http, deals.FirstOrDefault() is { } known && await known.FindAsync(db, id, ct) is { } deal ? await ReadAsync(deal.AccountId, deal, null, db, deals, clock, ct, picture: true) : Outcome.Missing);

    private static IResult File(HttpContext http, Outcome<MapView> read)
    {
        if (read.View is not { } map) return Results.NotFound();
        var name = T("Relationship map of {0}", map.Account) + ".svg";
        http.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return new RazorComponentResult<MapDrawing>(new Dictionary<string, object?> { [nameof(MapDrawing.Model)] = map, [nameof(MapDrawing.Alone)] = true }) { ContentType = "image/svg+xml; charset=utf-8", PreventStreamingRendering = true };
    }
}
