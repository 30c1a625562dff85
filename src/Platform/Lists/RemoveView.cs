using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists;

/// <summary>Takes a saved view of one's own away; it can be brought back.</summary>
internal static class RemoveView
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<SavedView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<SavedView>().SingleOrDefaultAsync(v => v.Id == input.Id && v.OwnerId == db.Viewer.PersonId, ct) is not { } view) return Outcome.Missing;
        view.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(view).Saying(T("The view {0} is removed.", view.Name), $"/views/{view.Id}/restorations");
    }
}

/// <summary>Brings a removed view back.</summary>
internal static class RestoreView
{
    public static async Task<Outcome<SavedView>> Do(RemoveView.Input input, AppDb db, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<SavedView>().SingleOrDefaultAsync(v => v.Id == input.Id && v.OwnerId == db.Viewer.PersonId, ct) is not { } view) return Outcome.Missing;
        view.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(view).Saying(T("The view {0} is back.", view.Name));
    }
}
