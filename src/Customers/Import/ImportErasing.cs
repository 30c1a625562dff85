using Coxswain.Customers.Contacts;
using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Tabular;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import;

/// <summary>Takes a contact out of what imports keep: samples, remarks, results, and the files themselves, whole, where they name the contact.</summary>
internal sealed class ImportErasing(DataFolder folder) : IErase
{
    public string Kind => Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var contact = await db.RowsWithRemoved<Contact>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        var leads = await ContactErasing.LeadsOf(db, id).Select(l => l.Id).ToListAsync(ct);
        return await ForgetAsync(db, folder, [id, .. leads], contact is null ? null : await ContactErasing.BlotAsync(db, contact, ct), ct);
    }

    /// <param name="db">Inside the transaction that erases.</param>
    /// <param name="folder">Where the files are.</param>
    /// <param name="ids">Every record of theirs.</param>
    /// <param name="blot">What names them; null where nothing is left that says so.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<string>> ForgetAsync(AppDb db, DataFolder folder, IReadOnlyList<Guid> ids, Blot? blot, CancellationToken ct)
    {
        await db.ClearAsync(db.Rows<ImportedRow>().Where(r => ids.Contains(r.SubjectId)), ct);
        await db.ClearAsync(db.Rows<Masters.SourceConflict>().Where(c => ids.Contains(c.SubjectId)), ct);
        await db.ClearAsync(db.Rows<Masters.VanishedRow>().Where(v => ids.Contains(v.SubjectId)), ct);
        if (blot is null) return [];
        var gone = new List<string>();
        foreach (var run in await db.Rows<ImportRun>().AsNoTracking().Select(r => new { r.Id, r.Plan, r.Result, r.Undone }).ToListAsync(ct))
        {
            gone.AddRange(Json.Read<ImportPlan>(run.Plan).Files.Select(f => f.Hash).Where(h => Names(folder, h, blot)));
            var (plan, result, undone) = (blot.Json(run.Plan)!, blot.Json(Without(run.Result, ids)), blot.Json(run.Undone));
            if ((plan, result, undone) != (run.Plan, run.Result, run.Undone))
                await db.RewriteAsync(db.Rows<ImportRun>().Where(r => r.Id == run.Id), s => s.SetProperty(r => r.Plan, plan).SetProperty(r => r.Result, result).SetProperty(r => r.Undone, undone), ct);
        }
        foreach (var remark in await db.Rows<ImportRemark>().AsNoTracking().Select(r => new { r.Id, r.Reason }).ToListAsync(ct))
            if (blot.Names(remark.Reason)) await db.RewriteAsync(db.Rows<ImportRemark>().Where(r => r.Id == remark.Id), s => s.SetProperty(r => r.Reason, Blot.Mark), ct);
        return [.. gone.Distinct()];
    }

    // What a dry run would have changed of the contact, whatever it says.
    private static string? Without(string? result, IReadOnlyList<Guid> ids) =>
        result is not null && Json.Read<ImportResult>(result) is { Changes.Count: > 0 } tried && tried.Changes.Any(c => ids.Contains(c.Id)) ? Json.Write(tried with { Changes = [.. tried.Changes.Where(c => !ids.Contains(c.Id))] }) : result;

    // One that cannot be read as a table is of no use to anybody, and nobody can say what is in it.
    private static bool Names(DataFolder folder, string hash, Blot blot)
    {
        var path = folder.FileOf(hash);
        if (!File.Exists(path)) return false;
        return TableFile.Open(path).Table is null || KeptRows.Of(path).Any(row => blot.Names(string.Join(' ', row.Fields)));
    }
}
