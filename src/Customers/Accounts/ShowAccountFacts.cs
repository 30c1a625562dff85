using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Coxswain.Platform.Mirroring;
namespace Coxswain.Customers.Accounts;

/// <summary>Shows what is known of an account, one fact or all of them open for change.</summary>
internal static class ShowAccountFacts
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Editing { get; init; }
    }

    public static async Task<Outcome<FactsView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().Where(a => a.Id == input.Id).Select(AccountView.Reading(db)).SingleOrDefaultAsync(ct) is not { } account) return Outcome.Missing;
        var mayEdit = db.MayEdit(Kinds.Account, account.Id, account.OwnerId);
        return (await AccountFactsOf.View(account, mayEdit, input.Editing, mayEdit ? await Owners.ChoicesAsync(db, ct) : [], await Owners.LastChangedByAsync(db, account.Id, ct)).WithOwnAsync(db, Kinds.Account, account.CustomFields, ct)).Under(await RecordLocks.OfAsync(db, Kinds.Account, account.SourceId, ct));
    }

    /// <summary>One account as data.</summary>
    public static async Task<Outcome<AccountView>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Accounts.AsNoTracking().Where(a => a.Id == input.Id).Select(AccountView.Reading(db)).SingleOrDefaultAsync(ct) is { } account ? account : Outcome.Missing;
}
