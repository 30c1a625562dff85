using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Desk;

/// <summary>Takes a note away: what was noted before counts again. For 30 days it can be brought back.</summary>
internal static class RemoveDesk
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (note, no) = await db.DeskNoteForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        note!.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/accounts/{note.AccountId}")).Saying(T("{0} is removed.", note.Agenda), $"/desk-notes/{note.Id}/restorations");
    }
}

/// <summary>Brings a removed note back.</summary>
internal static class RestoreDesk
{
    public static async Task<Outcome<WentBack>> Do(RemoveDesk.Input input, AppDb db, CancellationToken ct)
    {
        var (note, no) = await db.DeskNoteForChangeAsync(input.Id, ct, removed: true);
        if (no is not null) return no;
        note!.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/accounts/{note.AccountId}")).Saying(T("{0} is back.", note.Agenda));
    }
}
