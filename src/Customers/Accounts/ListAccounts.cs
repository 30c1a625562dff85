using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
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
        await AccountList.Of(db, await ListLookups.OfFieldsAsync(db, Kinds.Account, ct)).PageAsync(db, db.Accounts, input, ct);
}

/// <summary>The list's page.</summary>
public sealed record AccountsView(ListView<AccountView> List, bool MayAdd, bool MayImport, bool MayExport);
