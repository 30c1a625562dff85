using Coxswain.Customers.Activities;
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
    /// <param name="back">Where to go then.</param>
    /// <param name="url">The address under which it is acted on, without its key.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Outcome<WentBack>> RemoveAsync<TRow>(AppDb db, (TRow? Row, Refusal? No) opened, TimeProvider clock, Func<TRow, string> name, Func<TRow, string> back, string url, CancellationToken ct) where TRow : Entity, IRemovable
    {
        if (opened.No is { } no) return no;
        var row = opened.Row!;
        row.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack(back(row))).Saying(T("{0} is removed.", name(row)), $"{url}/{row.Id}/restorations".With("back", back(row)));
    }

    /// <inheritdoc cref="RemoveAsync"/>
    public static async Task<Outcome<WentBack>> RestoreAsync<TRow>(AppDb db, (TRow? Row, Refusal? No) opened, Func<TRow, string> name, Func<TRow, string> back, CancellationToken ct) where TRow : Entity, IRemovable
    {
        if (opened.No is { } no) return no;
        var row = opened.Row!;
        row.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack(back(row))).Saying(T("{0} is back.", name(row)));
    }
}
