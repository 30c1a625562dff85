using Coxswain.Customers.Import.Watching;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import.Pages;

/// <summary>The last imports, and where to drop files for the next.</summary>
internal static class ShowImports
{
    public static async Task<Outcome<ImportsView>> Do(AppDb db, DataFolder data, IPeopleNow people, CancellationToken ct) =>
        new ImportsView(await db.Rows<ImportRun>().OrderByDescending(r => r.MadeAt).Take(20).Select(r => new ImportLine(r.Id, r.Name, r.State.ToString(), r.MadeAt, r.Created, r.Changed, r.Refused)).ToListAsync(ct), await WatchedView.OfAsync(db, data, people, ct));
}

/// <summary>One import.</summary>
internal static class ShowImport
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<ImportView>> Do(Input input, AppDb db, ImportTargets targets, CancellationToken ct)
    {
        // The job before its run: one that ends between the two is asked for again, where the other way round its end would show without its result.
        var job = await db.JobOnAsync(input.Id, ct);
        return await db.Rows<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Id, ct) is { } run ? ImportView.Of(run, await targets.AllAsync(db, ct), job, await RemarksAsync(db, run, ct)) : Outcome.Missing;
    }

    private static async Task<IReadOnlyList<RemarkView>> RemarksAsync(AppDb db, ImportRun run, CancellationToken ct)
    {
        var files = Json.Read<ImportPlan>(run.Plan).Files;
        var remarks = await db.Rows<ImportRemark>().Where(r => r.RunId == run.Id && r.Refused).OrderBy(r => r.File).ThenBy(r => r.Row).Take(20).ToListAsync(ct);
        return [.. remarks.Select(r => new RemarkView(files[r.File].Name, r.Row, r.Reason, r.Refused))];
    }
}
