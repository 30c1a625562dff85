using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Grouping;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts;

/// <summary>Lists the accounts one may see.</summary>
internal static class ListAccounts
{
    public static async Task<Outcome<AccountsView>> Do(ListRequest input, AppDb db, CancellationToken ct)
    {
        var around = await ListLookups.ReadAsync(db, Kinds.Account, ct);
        var list = AccountList.Of(db, around);
        var page = await list.PageAsync(db, db.Accounts, input, ct);
        await around.Links.ReadAsync(db, around.Fields, page.Rows.Select(r => r.CustomFields), ct);
        var tabs = SavedViews.Tabs(input, "/accounts", [(T("All"), ""), (T("Mine"), "?owner=mine")], around.Views);
        return new AccountsView(list.View(page, input, "/accounts", tabs), db.Viewer.May(Permission.EditCustomers), db.Viewer.May(Permission.Import), db.Viewer.May(Permission.Export));
    }

    /// <summary>The same as data.</summary>
    public static async Task<Outcome<ListPage<AccountView>>> Read(ListRequest input, AppDb db, CancellationToken ct) =>
        await AccountList.Of(db, await ListLookups.OfFieldsAsync(db, Kinds.Account, ct)).DataAsync(db, db.Accounts, input, ct);
}

/// <summary>Moves the card of an account.</summary>
internal static class MoveAccountCard
{
    public static async Task<Outcome<ListView<AccountView>>> Do(MoveCard.Input input, AppDb db, CancellationToken ct) => await (await CardsAsync(db, ct)).MoveAsync(input, db, ct);

    public static async Task<Outcome<MoveCard.TakenBack>> Back(MoveCard.Input input, AppDb db, CancellationToken ct) => await (await CardsAsync(db, ct)).BackAsync(input, db);

    private static async Task<MovedCards<Account, AccountView, AccountView>> CardsAsync(AppDb db, CancellationToken ct) =>
        new(AccountList.Of(db, await ListLookups.ReadAsync(db, Kinds.Account, ct)), change => ChangeAccount.Do(change.As<ChangeAccount.Input>(), db, ct), async request => (await ListAccounts.Do(request, db, ct)).View!.List);
}

/// <summary>The list's page.</summary>
public sealed record AccountsView(ListView<AccountView> List, bool MayAdd, bool MayImport, bool MayExport);
