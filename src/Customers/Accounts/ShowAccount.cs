using Coxswain.Customers.Activities;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Records;
using Coxswain.Customers.Signals;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Coxswain.Platform.Mirroring;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts;

/// <summary>Shows one account: what is known, who is there, what is due, what happened.</summary>
internal static class ShowAccount
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Editing { get; init; }
        public QueryValues Query { get; init; } = QueryValues.Empty;
    }

    public static async Task<Outcome<AccountRecord>> Do(Input input, AppDb db, IEnumerable<IPanel> panels, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().Where(a => a.Id == input.Id).Select(AccountView.Reading(db)).SingleOrDefaultAsync(ct) is not { } account) return Outcome.Missing;
        var today = Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Today;
        var mayAdd = db.Viewer.May(Permission.EditCustomers);
        var mayEdit = mayAdd && db.MayEdit(Kinds.Account, account.Id, account.OwnerId);
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.AccountId == account.Id).OrderBy(c => c.FoldedName).Take(20).Select(c => new ContactLine(c.Id, c.Name, c.Title, c.Email, c.Phone ?? c.Mobile, c.PhoneE164 ?? c.MobileE164)).Seen(db).ToListAsync(ct);
        var around = await AccountAround.ReadAsync(db, account.Id, account.Class, clock.GetUtcNow().UtcDateTime, ct);
        return new AccountRecord
        {
            Id = account.Id,
            Facts = (await AccountFactsOf.View(account, mayEdit, input.Editing, mayEdit && input.Editing is not null ? await Owners.ChoicesAsync(db, ct) : [], null).WithOwnAsync(db, Kinds.Account, account.CustomFields, ct)).Under(await RecordLocks.OfAsync(db, Kinds.Account, account.SourceId, ct)) with { Links = [new($"/duplicates?kind=account&of={account.Id}", T("Duplicates"), "copy")] },
            Owner = account.OwnerName ?? T("nobody"),
            Members = around.Members,
            Class = account.Class,
            Steps = around.Steps,
            Touches = around.Touches,
            Files = new(around.Files, mayAdd ? $"/accounts/{account.Id}/files" : null),
            MayEdit = mayEdit,
            Contacts = contacts,
            Former = around.Former,
            Below = around.Below,
            Linked = around.Linked,
            Desk = await DeskView.Of(db, account.Id).FirstOrDefaultAsync(ct),
            Signals = await ListSignals.LatestAsync(db, account.Id, ct),
            Tasks = await TaskReading.OpenAsync(db, t => t.AccountId == account.Id, ct),
            Happened = await RecordTimeline.ReadAsync(db, TimelineScopes.OfAccount(db, account.Id), today, ct),
            Panels = await panels.DrawAsync(Panels.Account, db, account.Id, ct),
            Log = LogBoxView.For($"/accounts/{account.Id}", input.Query) with { AccountId = account.Id, Contacts = [.. contacts.Select(c => new Platform.Ui.Choice(c.Id.ToString(), c.Name))] },
            Today = today,
            MayAdd = mayAdd,
        };
    }
}
