using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Files;
using Coxswain.Platform.Privacy;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Erasing;

/// <summary>Erases a person at once and for good, through every module, and sees to it that no copy brings them back.</summary>
public sealed class Eraser(IEnumerable<IErase> parts, DataFolder folder, TimeProvider clock)
{
    private readonly ErasureList _list = new(folder);

    /// <summary>Erases; all of it or, where it fails, nothing.</summary>
    /// <param name="db">As whoever decides it.</param>
    /// <param name="kind">The kind of record.</param>
    /// <param name="id">Whose.</param>
    /// <param name="ct">Cancels.</param>
    public Task EraseAsync(AppDb db, string kind, Guid id, CancellationToken ct) =>
        EraseAsync(db, new ErasedLine(db.Viewer.TenantId, kind, id, clock.GetUtcNow().UtcDateTime, db.Viewer.PersonId, []), isNew: true, ct);

    /// <summary>
    /// Brings database, list and files to the same: who is on the list but stands in the database, because an older copy was taken back, goes
    /// again; what the list lacks is put on it. Done whenever an installation is opened, and cheap where there is nothing to do.
    /// </summary>
    /// <returns>How many went again.</returns>
    internal async Task<int> KeepAsync(AppDb.Surroundings around, CancellationToken ct)
    {
        var (known, tenants) = await ReadAsync(around, ct);
        var listed = _list.Read();
        var lost = listed.Where(l => tenants.Contains(l.TenantId) && known.All(k => k.Id != l.Id)).ToList();
        foreach (var line in lost)
        {
            await using var db = AppDb.As(around, Viewer.System(line.TenantId));
            await EraseAsync(db, line, isNew: false, ct);
        }
        _list.Add(known.Where(k => listed.All(l => l.Id != k.Id)));
        foreach (var hash in listed.Concat(known).SelectMany(l => l.Files)) folder.Erase(hash);
        return lost.Count;
    }

    /// <summary>The contents that may not come back.</summary>
    internal IReadOnlySet<string> ErasedFiles() => _list.Read().SelectMany(l => l.Files).ToHashSet();

    private async Task EraseAsync(AppDb db, ErasedLine line, bool isNew, CancellationToken ct)
    {
        var gone = line.Files;
        // Whatever system a record comes from: what is erased there is nobody's edit.
        db.PassesLocks = true;
        await db.InOneTransactionAsync(async () =>
        {
            await Wiping.BeginAsync(db, ct);
            var along = new List<ErasedLine>();
            foreach (var part in parts.Where(p => p.Kind == line.Kind)) along.AddRange((await part.AlongAsync(db, line.Id, ct)).Select(a => line with { Kind = a.Kind, Id = a.Id, Files = [] }));
            // The upper modules first, whose rows may point at the record.
            foreach (var part in parts.Where(p => p.Kind == line.Kind).Reverse()) gone = [.. gone.Union(await part.EraseAsync(db, line.Id, ct))];
            await ForgetAsync(db, line, ct);
            await Sending.OldTakenActs.ForgetAnswersAsync(db, DateTime.MaxValue, ct);
            // What goes with another has its own line already where that one went first.
            var lines = along.Prepend(line with { Files = gone }).ToList();
            var (ids, known) = (lines.ConvertAll(l => l.Id), new HashSet<Guid>());
            // The files with all about them, also one that was asked for while they were a lead.
            await OldPersonExports.ForgetAsync(db, db.Rows<PersonExport>().Where(e => ids.Contains(e.SubjectId)), folder, ct);
            known.UnionWith(await db.Rows<Erasure>().Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct));
            db.AddRange(lines.Where(l => !known.Contains(l.Id)).Select(l => l.Row()));
            await db.SaveChangesAsync(ct);
            await Wiping.WordsAsync(db, ct);
            // Before it is true, not after: a line too many only says again what was asked for.
            if (isNew) _list.Add(lines);
        }, ct);
        db.ChangeTracker.Clear();
        foreach (var hash in gone) folder.Erase(hash);
        // Those that are still being written hold them as well: a try that loses its file begins anew.
        foreach (var file in Exporting.WholeExportFile.Of(folder, db.Viewer.TenantId)) File.Delete(file);
        await Wiping.AfterAsync(db, ct);
    }

    // What Platform itself keeps of any record: its history stays as bare facts, that something happened and who did it.
    private static async Task ForgetAsync(AppDb db, ErasedLine line, CancellationToken ct)
    {
        await db.Rows<Event>().Where(e => e.SubjectId == line.Id && e.SubjectKind == line.Kind).ExecuteUpdateAsync(s => s.SetProperty(e => e.Data, "{}"), ct);
        await db.Rows<SubjectKey>().Where(k => k.Id == line.Id).ExecuteDeleteAsync(ct);
        await db.Rows<Share>().Where(s => s.RowId == line.Id).ExecuteDeleteAsync(ct);
    }

    private static async Task<(List<ErasedLine> Known, HashSet<int> Tenants)> ReadAsync(AppDb.Surroundings around, CancellationToken ct)
    {
        await using var db = AppDb.As(around, null);
        return ([.. (await db.OfAllTenants<Erasure>().AsNoTracking().ToListAsync(ct)).Select(ErasedLine.Of)], [.. await db.Rows<Tenant>().Select(t => t.Id).ToListAsync(ct)]);
    }
}
