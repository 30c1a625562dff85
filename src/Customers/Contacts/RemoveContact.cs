using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Contacts;

/// <summary>Takes a contact away; for 30 days it can be brought back.</summary>
internal static class RemoveContact
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<Removed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.ContactForChangeAsync(input.Id, ct), clock, c => c.Name, c => new Removed(c.Id, c.AccountId is { } account ? $"/accounts/{account}" : "/contacts"), c => $"/contacts/{c.Id}/restorations", ct);
}

/// <summary>Brings a removed contact back.</summary>
internal static class RestoreContact
{
    public static async Task<Outcome<Removed>> Do(RemoveContact.Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.ContactForChangeAsync(input.Id, ct, removed: true), c => c.Name, c => new Removed(c.Id, $"/contacts/{c.Id}"), ct);
}
