using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Cases;

/// <summary>Takes a contact out of cases: that there was one, and how it was found, stays; with whom, and what names them, does not.</summary>
internal static class CaseErasing
{
    public static async Task ForgetAsync(AppDb db, Guid contactId, Blot blot, CancellationToken ct)
    {
        var rows = db.RowsWithRemoved<ServiceCase>().Where(c => c.ContactId == contactId);
        var kept = await rows.Select(c => new { c.Id, c.Subject, c.RatedFrom }).ToListAsync(ct);
        var (titled, sourced, without) = (kept.Where(c => blot.Names(c.Subject)).Select(c => c.Id).ToList(), kept.Where(c => blot.Names(c.RatedFrom)).Select(c => c.Id).ToList(), T("Case of an erased contact"));
        if (titled.Count > 0) await db.RewriteAsync(rows.Where(c => EF.Parameter(titled).Contains(c.Id)), s => s.SetProperty(c => c.Subject, without), ct);
        if (sourced.Count > 0) await db.RewriteAsync(rows.Where(c => EF.Parameter(sourced).Contains(c.Id)), s => s.SetProperty(c => c.RatedFrom, (string?)null), ct);
        // The key would lead back to them in the help desk.
        await db.RewriteAsync(rows, s => s.SetProperty(c => c.ContactId, (Guid?)null).SetProperty(c => c.SourceId, (string?)null).SetProperty(c => c.Version, c => c.Version + 1), ct);
        await db.RewriteHistoryAsync([.. kept.Select(c => c.Id)], blot, ct);
    }
}
