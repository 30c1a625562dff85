using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Contacts;

/// <summary>Shows the form that adds a contact, from an account with the account filled in.</summary>
internal static class NewContact
{
    public sealed record Input { public Guid? AccountId { get; init; } }

    public static async Task<Outcome<NewContactView>> Do(Input input, AppDb db, CancellationToken ct) =>
        new NewContactView(input.AccountId, input.AccountId is null ? null : await db.Accounts.Where(a => a.Id == input.AccountId).Select(a => a.Name).SingleOrDefaultAsync(ct), db.Reaches.Fields.Locked(Kinds.Contact));
}

/// <summary>What the form starts with.</summary>
public sealed record NewContactView(Guid? AccountId, string? Account, IReadOnlySet<string> Locked);
