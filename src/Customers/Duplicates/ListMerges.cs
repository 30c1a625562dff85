using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Duplicates;

/// <summary>Lists what was merged in the last 30 days, and can be taken back.</summary>
internal static class ListMerges
{
    private const int Most = 100;

    public static async Task<Outcome<MergesView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime - RecordMerge.Undoable;
        var people = db.PersonRows();
        var rows = await db.Rows<RecordMerge>().AsNoTracking().Where(m => m.At > since && m.UndoneAt == null).OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(Most)
            .Select(m => new { m.Id, m.Kind, m.KeptId, m.GoneId, m.At, ByName = people.Where(p => p.Id == m.ById).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        // One statement for each kind, however many there are.
        var names = new Dictionary<Guid, NamedRecord>();
        foreach (var kind in MergeKind.All)
            foreach (var named in await kind.Named(db, [.. rows.Where(r => r.Kind == kind.Kind).SelectMany(r => (Guid[])[r.KeptId, r.GoneId])]).ToListAsync(ct)) names[named.Id] = named;
        var may = db.Viewer.May(Permission.EditCustomers);
        return new MergesView([.. rows.Where(r => names.ContainsKey(r.KeptId) && names.ContainsKey(r.GoneId)).Select(r => new MergeLine(r.Id, r.Kind, r.KeptId, names[r.KeptId].Name, MergeKind.Of(r.Kind)!.Href(r.KeptId), r.GoneId, names[r.GoneId].Name, r.At, r.ByName,
            may && db.MayEdit(r.Kind, r.KeptId, names[r.KeptId].OwnerId) && db.MayEdit(r.Kind, r.GoneId, names[r.GoneId].OwnerId)))]);
    }
}

/// <summary>What was merged lately.</summary>
public sealed record MergesView(IReadOnlyList<MergeLine> Merges);

/// <summary>A merge that can be taken back.</summary>
public sealed record MergeLine(Guid Id, string Kind, Guid Kept, string KeptName, string Url, Guid Gone, string GoneName, DateTime At, string? ByName, bool MayUndo);
