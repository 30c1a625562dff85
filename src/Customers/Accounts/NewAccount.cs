using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Accounts;

/// <summary>Shows the form that adds an account, below another with that one filled in.</summary>
internal static class NewAccount
{
    public sealed record Input { public Guid? ParentId { get; init; } }

    public static async Task<Outcome<NewAccountView>> Do(Input input, AppDb db, CancellationToken ct) =>
        new NewAccountView(input.ParentId, input.ParentId is null ? null : await db.Accounts.Where(a => a.Id == input.ParentId).Select(a => a.Name).SingleOrDefaultAsync(ct), db.Reaches.Fields.Locked(Kinds.Account));
}

/// <summary>What the form starts with.</summary>
public sealed record NewAccountView(Guid? ParentId, string? Parent, IReadOnlySet<string> Locked);
