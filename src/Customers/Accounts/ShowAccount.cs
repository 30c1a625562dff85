using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Accounts;

/// <summary>Shows one account.</summary>
internal static class ShowAccount
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<AccountView>> Do(Input input, AppDb db, CancellationToken ct) =>
        await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == input.Id, ct) is { } account ? AccountView.Of(account) : Outcome.Missing;
}
