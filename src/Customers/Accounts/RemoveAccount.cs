using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Accounts;

/// <summary>Takes an account away; for 30 days it can be brought back.</summary>
internal static class RemoveAccount
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<Removed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.AccountForChangeAsync(input.Id, ct), clock, a => a.Name, a => new Removed(a.Id, "/accounts"), a => $"/accounts/{a.Id}/restorations", ct);
}

/// <summary>Brings a removed account back.</summary>
internal static class RestoreAccount
{
    public static async Task<Outcome<Removed>> Do(RemoveAccount.Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.AccountForChangeAsync(input.Id, ct, removed: true), a => a.Name, a => new Removed(a.Id, $"/accounts/{a.Id}"), ct);
}
