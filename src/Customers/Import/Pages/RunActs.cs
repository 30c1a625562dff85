using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Pages;

/// <summary>Goes on with an import that was stopped or given up.</summary>
internal static class GoOn
{
    public static async Task<Outcome<SetPlan.Planned>> Do(ShowImport.Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<ImportRun>().SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } run) return Outcome.Missing;
        if (run.State is not (ImportState.Running or ImportState.Cancelled or ImportState.Failed) || await db.JobOnAsync(run.Id, ct) is not null) return Outcome.Refused(T("There is nothing left to do here."));
        (run.State, run.Problem) = (ImportState.Running, null);
        db.AskFor(TakeInJob.JobKind, run);
        await db.SaveChangesAsync(ct);
        return new SetPlan.Planned(run.Id);
    }
}

/// <summary>Stops an import after the batch at hand; what is saved stays until it is undone.</summary>
internal static class StopImport
{
    public static async Task<Outcome<SetPlan.Planned>> Do(ShowImport.Input input, AppDb db, JobStops stops, CancellationToken ct)
    {
        if (!await db.Rows<ImportRun>().AnyAsync(r => r.Id == input.Id, ct)) return Outcome.Missing;
        if (await db.JobOnAsync(input.Id, ct) is { } job) await stops.StopAsync(db, job.Id, ct);
        return new SetPlan.Planned(input.Id);
    }
}

/// <summary>Takes an import back, in the background.</summary>
internal static class UndoImport
{
    public static async Task<Outcome<SetPlan.Planned>> Do(ShowImport.Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<ImportRun>().SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } run) return Outcome.Missing;
        if (run.State is ImportState.Planned or ImportState.Undone || await db.JobOnAsync(run.Id, ct) is not null) return Outcome.Refused(T("There is nothing to take back."));
        db.AskFor(TakeBackJob.JobKind, run);
        await db.SaveChangesAsync(ct);
        return new SetPlan.Planned(run.Id);
    }
}
