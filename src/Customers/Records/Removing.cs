using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Records;

/// <summary>Takes a row away and brings it back, the one with the other as its way back.</summary>
internal static class Removing
{
    /// <param name="db">Of the viewer.</param>
    /// <param name="opened">The row for change, or why not.</param>
    /// <param name="clock">Says when.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="view">What is answered.</param>
    /// <param name="undo">The address that brings it back.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<Outcome<TView>> RemoveAsync<TRow, TView>(AppDb db, (TRow? Row, Refusal? No) opened, TimeProvider clock, Func<TRow, string> name, Func<TRow, TView> view, Func<TRow, string> undo, CancellationToken ct) where TRow : Entity, IRemovable =>
        SetAsync(db, opened, clock.GetUtcNow().UtcDateTime, view, (done, row) => done.Saying(T("{0} is removed.", name(row)), undo(row)), ct);

    /// <inheritdoc cref="RemoveAsync"/>
    public static Task<Outcome<TView>> RestoreAsync<TRow, TView>(AppDb db, (TRow? Row, Refusal? No) opened, Func<TRow, string> name, Func<TRow, TView> view, CancellationToken ct) where TRow : Entity, IRemovable =>
        SetAsync(db, opened, null, view, (done, row) => done.Saying(T("{0} is back.", name(row))), ct);

    private static async Task<Outcome<TView>> SetAsync<TRow, TView>(AppDb db, (TRow? Row, Refusal? No) opened, DateTime? removedAt, Func<TRow, TView> view, Func<Outcome<TView>, TRow, Outcome<TView>> say, CancellationToken ct) where TRow : Entity, IRemovable
    {
        if (opened.No is { } no) return no;
        var row = opened.Row!;
        row.RemovedAt = removedAt;
        await db.SaveChangesAsync(ct);
        return say(Outcome.Done(view(row)), row);
    }
}
