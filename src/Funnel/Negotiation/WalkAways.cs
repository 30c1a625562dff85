using System.Text.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Negotiation;

/// <summary>What a walk-away point says.</summary>
/// <param name="Floor">The lowest price, in minor units of the currency; null where only the conditions count.</param>
/// <param name="Currency">Of the floor.</param>
/// <param name="Conditions">What else makes us leave.</param>
/// <param name="Until">The day it holds until; null is until it is said anew.</param>
internal sealed record WalkAwayWords(long? Floor, string Currency, string? Conditions, DateOnly? Until);

/// <summary>
/// Who may read a walk-away point, asked here and nowhere else: the deal's owner, whom they named, and the line above them where it says so. No
/// role opens it, an administrator's neither, and the system itself has no use for it.
/// </summary>
internal static class WalkAways
{
    public static string PlaceOf(int tenant, Guid deal, Guid row) => $"walk-away/{tenant}/{deal:N}/{row:N}";

    /// <summary>Whether the viewer owns the deal or was named by whom it is of: what a page asks without another statement.</summary>
    public static bool IsForViewer(AppDb db, Guid deal, Guid owner) => !db.Viewer.IsSystem && (db.Viewer.PersonId == owner || db.Reaches.For(Kinds.WalkAway, AccessLevel.Read).Shared.Contains(deal));

    /// <summary>The same with the line above the owner, where they may.</summary>
    /// <param name="db">Of whoever asks.</param>
    /// <param name="deal">The deal.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="forLine">It says that their line may.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> IsForAsync(AppDb db, Guid deal, Guid owner, bool forLine, CancellationToken ct) =>
        IsForViewer(db, deal, owner) || forLine && !db.Viewer.IsSystem && (await db.LineOfAsync(db.Viewer.PersonId, ct)).Contains(owner);

    public static WalkAway Of(PrivateKeeper keeper, int tenant, Guid deal, WalkAwayWords words, Guid by, bool forLine, DateOnly on)
    {
        var row = new WalkAway { OpportunityId = deal, SaidById = by, SaidOn = on, ForLine = forLine };
        row.Closed = keeper.Close(JsonSerializer.Serialize(words), PlaceOf(tenant, deal, row.Id));
        return row;
    }

    /// <summary>Null where the key is not on this machine.</summary>
    public static WalkAwayWords? Open(AppDb db, PrivateKeeper keeper, Guid deal, Guid row, string closed) => keeper.Open(closed, PlaceOf(db.Viewer.TenantId, deal, row)) is { } text ? JsonSerializer.Deserialize<WalkAwayWords>(text) : null;

    /// <summary>Whether one is set; what it says is another question.</summary>
    public static Task<bool> IsSetAsync(AppDb db, Guid deal, CancellationToken ct) => db.WalkAways.AnyAsync(w => w.OpportunityId == deal, ct);

    /// <summary>The latest of a deal; of several of one moment the one made last.</summary>
    public static IQueryable<WalkAway> LatestOf(AppDb db, Guid deal) => db.WalkAways.Where(w => w.OpportunityId == deal).OrderByDescending(w => w.Id).Take(1);
}
