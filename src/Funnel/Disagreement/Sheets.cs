using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>
/// Who may read a worksheet, asked here and nowhere else: whoever wrote it and the one person they let. No role opens it, an administrator's
/// neither, and the system itself is nobody who wrote one.
/// </summary>
internal static class Sheets
{
    public static string PlaceOf(int tenant, Guid author, Guid row) => $"worksheet/{tenant}/{author:N}/{row:N}";

    public static IQueryable<Worksheet> ReadBy(AppDb db)
    {
        var me = db.Viewer.PersonId;
        return db.Rows<Worksheet>().Where(w => w.AuthorId == me || w.MediatorId == me);
    }

    public static void Close(this Worksheet row, int tenant, PrivateKeeper keeper, SheetWords words) => row.Closed = keeper.Close(JsonSerializer.Serialize(words), PlaceOf(tenant, row.AuthorId, row.Id));

    /// <summary>Null where the key is not on this machine.</summary>
    public static SheetWords? Open(this Worksheet row, int tenant, PrivateKeeper keeper) => keeper.Open(row.Closed, PlaceOf(tenant, row.AuthorId, row.Id)) is { } text ? JsonSerializer.Deserialize<SheetWords>(text) : null;

    /// <summary>One of the viewer's own, to change it.</summary>
    public static async Task<(Worksheet? Row, SheetWords? Words, Refusal? No)> OwnAsync(AppDb db, PrivateKeeper keeper, Guid id, CancellationToken ct)
    {
        if (await db.Worksheets.SingleOrDefaultAsync(w => w.Id == id, ct) is not { } row) return (null, null, Outcome.Missing);
        if (row.AuthorId != db.Viewer.PersonId) return (null, null, Outcome.Refused(T("Only whoever wrote it changes it.")));
        return row.Open(db.Viewer.TenantId, keeper) is { } words ? (row, words, null) : (null, null, Outcome.Refused(Locked));
    }

    /// <summary>The same of one that has not ended.</summary>
    public static async Task<(Worksheet? Row, SheetWords? Words, Refusal? No)> RunningAsync(AppDb db, PrivateKeeper keeper, Guid id, CancellationToken ct)
    {
        var own = await OwnAsync(db, keeper, id, ct);
        return own.Words?.EndedOn is not null ? (null, null, Outcome.Refused(T("This case is closed: take it up again first."))) : own;
    }

    /// <summary>Saves what it says now. The answer holds nothing of it: answers to keys of once are kept for a day.</summary>
    public static async Task<WorksheetSaved> SaveAsync(AppDb db, PrivateKeeper keeper, Worksheet row, SheetWords words, CancellationToken ct)
    {
        row.Close(db.Viewer.TenantId, keeper, words);
        await db.SaveChangesAsync(ct);
        return new WorksheetSaved(row.Id);
    }

    public static string Locked => T("It cannot be read: the key it was closed with is not on this machine.");

    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A worksheet that was written or changed.</summary>
public sealed record WorksheetSaved(Guid Id)
{
    internal string Url => $"/disagreements/{Id}";
}
