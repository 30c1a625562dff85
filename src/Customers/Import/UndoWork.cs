using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import
{
    /// <summary>
    /// Takes a run back: what it made goes, what it changed is as before. What somebody edited since is spared and listed. What is known of
    /// a record for this goes with its batch, so that an undo that was cut off goes on behind it.
    /// </summary>
    internal sealed class UndoWork(AppDb db, IReadOnlyList<IImportTarget> targets, TimeProvider clock)
    {
        private const int Batch = 100;

        public async Task<ImportUndone> RunAsync(Guid runId, IProgress<ImportProgress>? progress, CancellationToken ct)
        {
            var run = await db.Rows<ImportRun>().SingleOrDefaultAsync(r => r.Id == runId, ct) ?? throw new ImportMissingException(runId);
            var undone = run.Undone is null ? new ImportUndone(0, 0, []) : Json.Read<ImportUndone>(run.Undone);
            if (run.State is ImportState.Undone) return undone;
            db.PassesLocks = true;
            var total = await Rows(runId).Select(r => r.SubjectId).Distinct().CountAsync(ct);
            var done = 0;
            foreach (var target in targets.OrderByDescending(t => t.Order))
            {
                var (kinds, created) = (target.Kinds, RowAction.Created);
                var mayGo = await target.MayGoAsync(db, Rows(runId).Where(r => kinds.Contains(r.Kind) && r.Action == created).Select(r => r.SubjectId), ct);
                while (await NextAsync(runId, target.Kinds, ct) is { Count: > 0 } chunk)
                {
                    ct.ThrowIfCancellationRequested();
                    undone = await TakeBackAsync(runId, target, chunk, mayGo, undone, ct);
                    await SaveAsync(run, undone, chunk, ct);
                    progress?.Report(new ImportProgress("", done += chunk.Count, total));
                }
            }
            foreach (var target in targets) await target.FinishAsync(db, ct);
            db.ChangeTracker.Clear();
            db.Attach(run);
            (run.State, run.EndedAt) = (ImportState.Undone, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(ct);
            return undone;
        }

        private async Task<ImportUndone> TakeBackAsync(Guid runId, IImportTarget target, IReadOnlyList<TakenRow> chunk, bool mayGo, ImportUndone undone, CancellationToken ct)
        {
            var subjects = (await target.LoadAsync(db, [.. chunk.Select(r => r.SubjectId)], ct)).ToDictionary(s => s.Id);
            var spared = undone.Spared.ToList();
            var (removed, restored, unseen) = (undone.Removed, undone.Restored, target.Unseen);
            var held = await new UndoHolds(db, runId).OfAsync([.. subjects.Values.Where(s => mayGo && s is IRemovable && chunk.Any(r => r.Created && (r.SubjectId, r.Version) == (s.Id, s.Version)))], ct);
            foreach (var row in chunk)
            {
                if (!subjects.TryGetValue(row.SubjectId, out var subject)) continue;
                // One that was merged away is seen by nobody: what a file said of it is as before, and one that came so goes.
                if (subject is IMergeable { MergedIntoId: not null })
                {
                    if (subject.Version != row.Version) continue;
                    if (!row.Created) await Revert.ToBeforeAsync(db, subject, row.FromVersion, ct);
                    else Remove(subject, row);
                }
                else if (subject.Version != row.Version) spared.Add(new SparedRow(target.Kind, subject.Id, target.NameOf(subject)));
                else if (row.Created && !mayGo) continue;
                else if (row.Created && held.GetValueOrDefault(subject.Id) is { } why) spared.Add(new SparedRow(target.Kind, subject.Id, target.NameOf(subject)) { Why = why });
                else if (row.Created) Remove(subject, row);
                else { await Revert.ToBeforeAsync(db, subject, row.FromVersion, ct); restored++; }
            }
            return new ImportUndone(removed, restored, spared);

            void Remove(Entity subject, TakenRow row)
            {
                target.Remove(db, subject, clock.GetUtcNow().UtcDateTime);
                if (!unseen.Contains(row.Kind)) removed++;
            }
        }

        private async Task SaveAsync(ImportRun run, ImportUndone undone, IReadOnlyList<TakenRow> chunk, CancellationToken ct)
        {
            var subjects = chunk.Select(r => r.SubjectId).ToList();
            db.RemoveRange(await Rows(run.Id).Where(r => subjects.Contains(r.SubjectId)).ToListAsync(ct));
            db.Attach(run);
            run.Undone = Json.Write(undone);
            db.Entry(run).State = EntityState.Modified;
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        private IQueryable<ImportedRow> Rows(Guid runId) => db.Rows<ImportedRow>().Where(r => r.RunId == runId && r.Action != RowAction.Same);

        private async Task<IReadOnlyList<TakenRow>> NextAsync(Guid runId, IReadOnlyList<string> kinds, CancellationToken ct) =>
            await Rows(runId).Where(r => kinds.Contains(r.Kind)).GroupBy(r => r.SubjectId).OrderBy(g => g.Key).Take(Batch)
                .Select(g => new TakenRow(g.Key, g.Max(r => r.SubjectVersion), g.Min(r => r.SubjectVersion), g.Count(r => r.Action == RowAction.Created) > 0, g.Max(r => r.Kind)!)).ToListAsync(ct);

        private sealed record TakenRow(Guid SubjectId, int Version, int FromVersion, bool Created, string Kind);
    }
}

namespace Coxswain.Customers
{
    /// <summary>What an undo did.</summary>
    /// <param name="Removed">Records taken back.</param>
    /// <param name="Restored">Records that are as before the import.</param>
    /// <param name="Spared">Records left as they are, since somebody edited them after the import or something that stays names them.</param>
    public sealed record ImportUndone(int Removed, int Restored, IReadOnlyList<SparedRow> Spared);

    /// <summary>A record an undo left alone.</summary>
    public sealed record SparedRow(string Kind, Guid Id, string Name)
    {
        /// <summary>What names it and stays, in words; null where it was edited since.</summary>
        public string? Why { get; init; }
    }

    /// <summary>There is no import of that id here.</summary>
    public sealed class ImportMissingException(Guid id) : Exception(T("There is no import {0}.", id));
}
