using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Pages;

/// <summary>Goes on with an import that was stopped or interrupted.</summary>
internal static class GoOn
{
    public static async Task<Outcome<SetPlan.Planned>> Do(ShowImport.Input input, AppDb db, ImportDesk desk, CancellationToken ct)
    {
        if (await db.Rows<ImportRun>().SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } run) return Outcome.Missing;
        if (run.State is not (ImportState.Running or ImportState.Cancelled or ImportState.Failed)) return Outcome.Refused(T("There is nothing left to do here."));
        run.Problem = null;
        await db.SaveChangesAsync(ct);
        desk.Begin(run.Id, db.Viewer);
        return new SetPlan.Planned(run.Id);
    }
}

/// <summary>Stops an import after the batch at hand; what is saved stays until it is undone.</summary>
internal static class StopImport
{
    public static async Task<Outcome<SetPlan.Planned>> Do(ShowImport.Input input, AppDb db, ImportDesk desk, CancellationToken ct)
    {
        if (!await db.Rows<ImportRun>().AnyAsync(r => r.Id == input.Id, ct)) return Outcome.Missing;
        desk.Stop(input.Id);
        await desk.Ended(input.Id);
        return new SetPlan.Planned(input.Id);
    }
}

/// <summary>Takes an import back.</summary>
internal static class UndoImport
{
    public static async Task<Outcome<SetPlan.Planned>> Do(ShowImport.Input input, AppDb db, ImportRunner runner, ImportDesk desk, CancellationToken ct)
    {
        if (await db.Rows<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } run) return Outcome.Missing;
        if (desk.IsBusyWith(run.Id) || run.State is ImportState.Planned or ImportState.Undone) return Outcome.Refused(T("There is nothing to take back."));
        var undone = await runner.UndoAsync(run.Id, ct);
        return Outcome.Done(new SetPlan.Planned(run.Id)).Saying(T("{0} records taken back, {1} as before, {2} left alone.", undone.Removed, undone.Restored, undone.Spared.Count));
    }
}
