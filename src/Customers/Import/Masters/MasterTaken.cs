using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Mirroring;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import.Masters;

/// <summary>After the last row: what its master locks from now on, and which records that system no longer has. Files of others say neither.</summary>
internal sealed class MasterTaken(AppDb db, IReadOnlyList<IImportTarget> targets, DataFolder folder, Guid run, ImportPlan plan, DateTime now)
{
    private const int AskedAtOnce = 500;

    /// <returns>How many have gone there.</returns>
    public async Task<int> FinishAsync(CancellationToken ct)
    {
        var gone = 0;
        foreach (var master in await db.Rows<SourceMaster>().ToListAsync(ct))
        {
            var files = plan.Files.Index().Where(f => f.Item.Kind == master.Kind && (master.System is null || SourceSystem.IsOf(f.Item.System, master.System))).ToList();
            if (files.Count == 0 || targets.FirstOrDefault(t => t.Kind == master.Kind) is not { } target) continue;
            master.TakenAt = now;
            master.Fields = string.Join(' ', files.SelectMany(f => f.Item.Columns).Select(c => target.Fields.FirstOrDefault(t => t.Name == c.Field)).OfType<ImportField>().SelectMany(f => f.Sets).Distinct().Order(StringComparer.Ordinal));
            await db.SaveChangesAsync(ct);
            if (master.IsComplete && target.Keyed(db) is { } keyed) gone += await VanishedAsync(target, keyed, files, ct);
        }
        db.ChangeTracker.Clear();
        return gone;
    }

    private async Task<int> VanishedAsync(IImportTarget target, IQueryable<MirroredRecord> keyed, IReadOnlyList<(int Number, PlanFile File)> files, CancellationToken ct)
    {
        var (kind, before) = (target.Kind, await SameSystemAsync(files, ct));
        var there = db.Rows<ImportedRow>().Where(r => r.RunId == run && r.Kind == kind).Select(r => r.SubjectId);
        await db.ClearAsync(db.Rows<VanishedRow>().Where(v => v.Kind == kind && there.Contains(v.SubjectId)), ct);
        var refused = await RefusedAsync(target, files, ct);
        foreach (var some in refused.Chunk(AskedAtOnce)) await db.ClearAsync(db.Rows<VanishedRow>().Where(v => v.Kind == kind && some.Contains(v.SubjectId)), ct);
        var told = db.Rows<VanishedRow>().Where(v => v.Kind == kind).Select(v => v.SubjectId);
        var theirs = db.Rows<ImportedRow>().Where(r => r.Kind == kind && before.Contains(r.RunId)).Select(r => r.SubjectId);
        var gone = (await keyed.Where(k => theirs.Contains(k.Id) && !there.Contains(k.Id) && !told.Contains(k.Id)).Select(k => k.Id).ToListAsync(ct)).Where(id => !refused.Contains(id)).ToList();
        await db.InsertManyAsync([.. gone.Select(id => new VanishedRow { Kind = kind, SubjectId = id, RunId = run, At = now })], ct);
        return gone.Count;
    }

    /// <summary>The records of the rows that were refused: they could not be taken, and stand in the file all the same.</summary>
    private async Task<HashSet<Guid>> RefusedAsync(IImportTarget target, IReadOnlyList<(int Number, PlanFile File)> files, CancellationToken ct)
    {
        var found = new HashSet<Guid>();
        foreach (var (number, file) in files)
        {
            if (file.Columns.FirstOrDefault(c => c.Field == "sourceId") is not { } column) continue;
            var rows = (await db.Rows<ImportRemark>().Where(r => r.RunId == run && r.File == number && r.Refused).Select(r => r.Row).ToListAsync(ct)).ToHashSet();
            if (rows.Count == 0) continue;
            var keys = KeptRows.Of(folder.FileOf(file.Hash)).Where((_, at) => rows.Contains(at + 1)).Select(r => FileCells.Text(r, column)).Where(k => k.Length > 0);
            foreach (var some in keys.Chunk(AskedAtOnce)) found.UnionWith((await target.ByKeysAsync(db, some, ct)).Values.Select(r => r.Id));
        }
        return found;
    }

    /// <summary>The runs that took in files of the same system: what only another one ever had cannot go there.</summary>
    private async Task<IReadOnlyList<Guid>> SameSystemAsync(IReadOnlyList<(int Number, PlanFile File)> files, CancellationToken ct)
    {
        var (kind, systems) = (files[0].File.Kind, files.Select(f => f.File.System).ToHashSet());
        var runs = new List<Guid>();
        await foreach (var taken in db.Rows<ImportRun>().Select(r => new { r.Id, r.Plan }).AsAsyncEnumerable().WithCancellation(ct))
            if (Json.Read<ImportPlan>(taken.Plan).Files.Any(f => f.Kind == kind && systems.Contains(f.System))) runs.Add(taken.Id);
        return runs;
    }
}
