using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Positions;

/// <summary>Takes away what was noted wrongly of where a contact works or worked; for 30 days it can be brought back.</summary>
internal static class RemovePosition
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (opened, name) = await OpenAsync(db, input.Id, ct);
        return await Removing.RemoveAsync(db, opened, clock, p => p.Title ?? name!, Back, p => $"/positions/{p.Id}/restorations", ct);
    }

    internal static WentBack Back(Position position) => new($"/contacts/{position.ContactId}");

    /// <summary>The position, removed or not, where its contact may be changed; and what the contact is called.</summary>
    internal static async Task<((Position? Row, Refusal? No) Opened, string? Name)> OpenAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Position>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } position) return ((null, Outcome.Missing), null);
        var (contact, no) = await db.ContactForChangeAsync(position.ContactId, ct);
        return ((position, no), contact?.Name);
    }
}

/// <summary>Brings a removed position back.</summary>
internal static class RestorePosition
{
    public static async Task<Outcome<WentBack>> Do(RemovePosition.Input input, AppDb db, CancellationToken ct)
    {
        var (opened, name) = await RemovePosition.OpenAsync(db, input.Id, ct);
        return await Removing.RestoreAsync(db, opened, p => p.Title ?? name!, RemovePosition.Back, ct);
    }
}
