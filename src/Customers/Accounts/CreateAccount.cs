using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts;

/// <summary>Adds an account, owned by whoever adds it.</summary>
internal static class CreateAccount
{
    public sealed record Input
    {
        [Required, StringLength(200)]
        public string? Name { get; init; }
        public string? Website { get; init; }
        public string? Industry { get; init; }
    }

    public static async Task<Outcome<AccountView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var account = new Account { Name = input.Name!, OwnerId = db.Viewer.PersonId, Website = input.Website, Industry = input.Industry };
        db.Add(account);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(AccountView.Of(account)).Saying(T("{0} is added.", account.Name));
    }
}
