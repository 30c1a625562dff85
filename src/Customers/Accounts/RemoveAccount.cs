using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts;

/// <summary>Takes an account away; for 30 days it can be brought back.</summary>
internal static class RemoveAccount
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<Removed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (account, no) = await db.AccountForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        account!.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Removed(account.Id, "/accounts")).Saying(T("{0} is removed.", account.Name), $"/accounts/{account.Id}/restorations");
    }
}

/// <summary>Brings a removed account back.</summary>
internal static class RestoreAccount
{
    public static async Task<Outcome<Removed>> Do(RemoveAccount.Input input, AppDb db, CancellationToken ct)
    {
        var (account, no) = await db.AccountForChangeAsync(input.Id, ct, removed: true);
        if (no is not null) return no;
        account!.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Removed(account.Id, $"/accounts/{account.Id}")).Saying(T("{0} is back.", account.Name));
    }
}
