using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Desk;

/// <summary>Takes a note away: what was noted before counts again. For 30 days it can be brought back.</summary>
internal static class RemoveDesk
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.DeskNoteForChangeAsync(input.Id, ct), clock, n => n.Agenda, n => new WentBack($"/accounts/{n.AccountId}"), n => $"/desk-notes/{n.Id}/restorations", ct);
}

/// <summary>Brings a removed note back.</summary>
internal static class RestoreDesk
{
    public static async Task<Outcome<WentBack>> Do(RemoveDesk.Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.DeskNoteForChangeAsync(input.Id, ct, removed: true), n => n.Agenda, n => new WentBack($"/accounts/{n.AccountId}"), ct);
}
