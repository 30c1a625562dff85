using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Positions;

/// <summary>Takes away what was noted wrongly of where a contact works or worked; for 30 days it can be brought back.</summary>
internal static class RemovePosition
{
    public sealed record Input { public Guid Id { get; init; } }

    public static Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(input, db, clock.GetUtcNow().UtcDateTime, ct);

    internal static async Task<Outcome<WentBack>> SetAsync(Input input, AppDb db, DateTime? removedAt, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Position>().SingleOrDefaultAsync(p => p.Id == input.Id, ct) is not { } position) return Outcome.Missing;
        var (contact, no) = await db.ContactForChangeAsync(position.ContactId, ct);
        if (no is not null) return no;
        position.RemovedAt = removedAt;
        await db.SaveChangesAsync(ct);
        var done = Outcome.Done(new WentBack($"/contacts/{position.ContactId}"));
        return removedAt is null ? done.Saying(T("{0} is back.", position.Title ?? contact!.Name)) : done.Saying(T("{0} is removed.", position.Title ?? contact!.Name), $"/positions/{position.Id}/restorations");
    }
}

/// <summary>Brings a removed position back.</summary>
internal static class RestorePosition
{
    public static Task<Outcome<WentBack>> Do(RemovePosition.Input input, AppDb db, CancellationToken ct) => RemovePosition.SetAsync(input, db, null, ct);
}
