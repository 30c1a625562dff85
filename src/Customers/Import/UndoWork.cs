using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import
{
    /// <summary>Takes a run back: what it made goes, what it changed is as before. What somebody edited since is spared and listed.</summary>
    internal sealed class UndoWork(AppDb db, IReadOnlyList<IImportTarget> targets, TimeProvider clock)
    {
        private const int Batch = 100;

        public async Task<ImportUndone> RunAsync(Guid runId, CancellationToken ct)
        {
            var spared = new List<SparedRow>();
            var (removed, restored) = (0, 0);
            foreach (var target in targets.OrderByDescending(t => t.Order))
            {
                var rows = await RowsAsync(runId, target.Kinds, ct);
                foreach (var chunk in rows.Chunk(Batch))
                {
                    var subjects = (await target.LoadAsync(db, [.. chunk.Select(r => r.SubjectId)], ct)).ToDictionary(s => s.Id);
                    foreach (var row in chunk)
                    {
                        if (!subjects.TryGetValue(row.SubjectId, out var subject)) continue;
                        if (subject.Version != row.Version) spared.Add(new SparedRow(target.Kind, subject.Id, target.NameOf(subject)));
                        else if (row.Created) { target.Remove(db, subject, clock.GetUtcNow().UtcDateTime); removed++; }
                        else { await Revert.ToBeforeAsync(db, subject, row.FromVersion, ct); restored++; }
                    }
                    await db.SaveChangesAsync(ct);
                    db.ChangeTracker.Clear();
                }
            }
            foreach (var target in targets) await target.FinishAsync(db, ct);
            var undone = new ImportUndone(removed, restored, spared);
            var run = await db.Rows<ImportRun>().SingleAsync(r => r.Id == runId, ct);
            (run.State, run.EndedAt) = (ImportState.Undone, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(ct);
            return undone;
        }

        private async Task<IReadOnlyList<TakenRow>> RowsAsync(Guid runId, IReadOnlyList<string> kinds, CancellationToken ct) =>
            await db.Rows<ImportedRow>().Where(r => r.RunId == runId && kinds.Contains(r.Kind) && r.Action != RowAction.Same).GroupBy(r => r.SubjectId)
                .Select(g => new TakenRow(g.Key, g.Max(r => r.SubjectVersion), g.Min(r => r.SubjectVersion), g.Count(r => r.Action == RowAction.Created) > 0)).ToListAsync(ct);

        private sealed record TakenRow(Guid SubjectId, int Version, int FromVersion, bool Created);
    }
}

namespace Coxswain.Customers
{
    /// <summary>What an undo did.</summary>
    /// <param name="Removed">Records taken back.</param>
    /// <param name="Restored">Records that are as before the import.</param>
    /// <param name="Spared">Records left as they are, since somebody edited them after the import.</param>
    public sealed record ImportUndone(int Removed, int Restored, IReadOnlyList<SparedRow> Spared);

    /// <summary>A record an undo left alone.</summary>
    public sealed record SparedRow(string Kind, Guid Id, string Name);
}
