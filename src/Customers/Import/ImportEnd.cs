using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import;

/// <summary>After the last row: access, the day the data stand for, the mapping for next time, and the comparison.</summary>
internal sealed class ImportEnd(AppDb db, IReadOnlyList<IImportTarget> targets, DataFolder folder, TimeProvider clock)
{
    public async Task<ImportResult> FinishAsync(ImportRun run, ImportPlan plan, ImportOptions options, string currency, NameBook names, Remarks remarks, CancellationToken ct)
    {
        var result = new ImportResult
        {
            RunId = run.Id, Plan = plan, Created = run.Created, Changed = run.Changed, Same = run.Same, Refused = run.Refused, DryRun = options.DryRun,
            CreatedByKind = remarks.Created, Remarks = remarks.Counts, Took = clock.GetUtcNow().UtcDateTime - run.StartedAt!.Value,
        };
        if (options.DryRun) return result;
        var reconciliation = new Reconciliation(db, targets, folder);
        // The files are counted while the database is seen to.
        var counted = await reconciliation.CountAsync(plan, currency, ct);
        await PlannerStatistics.RefreshAsync(db, ct);
        foreach (var target in targets.OrderBy(t => t.Order)) await target.FinishAsync(db, ct);
        result = result with
        {
            DataThrough = await StandAsync(plan.NewestDate, ct),
            Reconciliation = await reconciliation.CompareAsync(run.Id, plan, await counted, ct),
            CreatedByKind = await CreatedAsync(run.Id, ct),
            Remarks = await RemarksAsync(run.Id, ct),
        };
        result = result with { Vanished = await new Masters.MasterTaken(db, targets, folder, run.Id, plan, clock.GetUtcNow().UtcDateTime).FinishAsync(ct) };
        await EndAsync(run, plan, result, ct);
        return result;
    }

    private async Task<DateOnly?> StandAsync(DateOnly? newest, CancellationToken ct)
    {
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (newest is { } day && (tenant.DataThrough is null || day >= tenant.DataThrough)) tenant.DataThrough = day < today.AddDays(-Standing.FreshDays) ? day : null;
        await db.SaveChangesAsync(ct);
        return tenant.DataThrough;
    }

    private async Task EndAsync(ImportRun run, ImportPlan plan, ImportResult result, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.Attach(run);
        (run.State, run.EndedAt, run.Result) = (ImportState.Done, clock.GetUtcNow().UtcDateTime, Json.Write(result with { Plan = new ImportPlan() }));
        foreach (var file in plan.Files.Where(f => f.Kind is not null).DistinctBy(f => f.Signature)) await RememberAsync(file, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task RememberAsync(PlanFile file, CancellationToken ct)
    {
        var columns = Json.Write(file.Columns.Select(c => c with { Samples = [], Filled = 0 }).ToArray());
        if (await db.Rows<SavedMapping>().SingleOrDefaultAsync(m => m.Signature == file.Signature, ct) is { } saved) (saved.Kind, saved.Columns) = (file.Kind!, columns);
        else db.Add(new SavedMapping { Signature = file.Signature, Kind = file.Kind!, Columns = columns });
    }

    private async Task<Dictionary<string, int>> CreatedAsync(Guid runId, CancellationToken ct)
    {
        var unseen = targets.SelectMany(t => t.Unseen).ToList();
        return await db.Rows<ImportedRow>().Where(r => r.RunId == runId && r.Action == RowAction.Created && !unseen.Contains(r.Kind)).GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    private async Task<IReadOnlyList<RemarkCount>> RemarksAsync(Guid runId, CancellationToken ct) =>
        await db.Rows<ImportRemark>().Where(r => r.RunId == runId).GroupBy(r => new { r.Reason, r.Refused }).OrderByDescending(g => g.Count()).Take(20)
            .Select(g => new RemarkCount(g.Key.Reason, g.Key.Refused, g.Count())).ToListAsync(ct);
}
