using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts;

/// <summary>Changes an account; fields that someone else changed meanwhile and this form did not touch keep the newer value.</summary>
internal static class ChangeAccount
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        [Required, StringLength(200)]
        public string? Name { get; init; }
        public string? Website { get; init; }
        public string? Industry { get; init; }
    }

    public static async Task<Outcome<AccountView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == input.Id, ct) is not { } account) return Outcome.Missing;
        if (!db.MayEdit(Kinds.Account, account)) return Outcome.Refused(T("{0} belongs to someone else. Ask its owner to change it.", account.Name));

        var merge = await db.MergeAsync(account, input.Version, ct);
        account.Name = merge.Take(nameof(account.Name), account.Name, input.Name!);
        account.Website = merge.Take(nameof(account.Website), account.Website, input.Website);
        account.Industry = merge.Take(nameof(account.Industry), account.Industry, input.Industry);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);

        await db.SaveChangesAsync(ct);
        return AccountView.Of(account);
    }
}
