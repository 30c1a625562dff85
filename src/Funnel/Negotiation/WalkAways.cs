using System.Text.Json;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
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
/// Who may read a walk-away point, asked here and nowhere else: whose it is, the deal's owner when it was said; whom they named or gave the deal to themselves; and the
/// line above them where it says so. No role opens it, an administrator's neither; nor does becoming the deal's owner, and the system itself has no use for it.
/// </summary>
internal static class WalkAways
{
    public static string PlaceOf(int tenant, Guid deal, Guid row) => $"walk-away/{tenant}/{deal:N}/{row:N}";

    /// <summary>Whether it is the viewer's or they were named by whom it is of: what a page asks without another statement.</summary>
    public static bool IsForViewer(AppDb db, Guid deal, Guid holder) => !db.Viewer.IsSystem && (db.Viewer.PersonId == holder || db.Reaches.For(Kinds.WalkAway, AccessLevel.Read).Shared.Contains(deal));

    /// <summary>The same with the line above them, where they may.</summary>
    /// <param name="db">Of whoever asks.</param>
    /// <param name="deal">The deal.</param>
    /// <param name="holder">Whose it is.</param>
    /// <param name="forLine">It says that their line may.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> IsForAsync(AppDb db, Guid deal, Guid holder, bool forLine, CancellationToken ct) =>
        IsForViewer(db, deal, holder) || forLine && !db.Viewer.IsSystem && (await db.LineOfAsync(db.Viewer.PersonId, ct)).Contains(holder);

    public static WalkAway Of(PrivateKeeper keeper, int tenant, Guid deal, WalkAwayWords words, Guid by, Guid holder, bool forLine, DateOnly on)
    {
        var row = new WalkAway { OpportunityId = deal, SaidById = by, HeldById = holder, SaidOn = on, ForLine = forLine };
        row.Closed = keeper.Close(JsonSerializer.Serialize(words), PlaceOf(tenant, deal, row.Id));
        return row;
    }

    /// <summary>A deal is given to somebody else. Where whose point it is does so themselves, the new owner reads it; whoever else gives the deal away opens nothing. Saved by the caller.</summary>
    public static async Task HandOverAsync(AppDb db, Guid deal, Guid to, CancellationToken ct)
    {
        if (await LatestOf(db, deal).Select(w => (Guid?)w.HeldById).FirstOrDefaultAsync(ct) is not { } holder || holder != db.Viewer.PersonId || holder == to) return;
        if (await db.Rows<Share>().AnyAsync(s => s.Kind == Kinds.WalkAway && s.RowId == deal && s.PersonId == to, ct)) return;
        await db.ShareAsync(Kinds.WalkAway, deal, to, AccessLevel.Read, ct);
        db.Happened(Kinds.WalkAway, deal, new WalkAwayShown(to));
    }

    /// <summary>Null where the key is not on this machine.</summary>
    public static WalkAwayWords? Open(AppDb db, PrivateKeeper keeper, Guid deal, Guid row, string closed) => keeper.Open(closed, PlaceOf(db.Viewer.TenantId, deal, row)) is { } text ? JsonSerializer.Deserialize<WalkAwayWords>(text) : null;

    /// <summary>Whether one is set; what it says is another question.</summary>
    public static Task<bool> IsSetAsync(AppDb db, Guid deal, CancellationToken ct) => db.WalkAways.AnyAsync(w => w.OpportunityId == deal, ct);

    /// <summary>The latest of a deal; of several of one moment the one made last.</summary>
    public static IQueryable<WalkAway> LatestOf(AppDb db, Guid deal) => db.WalkAways.Where(w => w.OpportunityId == deal).OrderByDescending(w => w.Id).Take(1);
}
