using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts;

/// <summary>The columns of the list of accounts.</summary>
internal static class AccountList
{
    public static ListOf<Account, AccountView> Of(AppDb db, ListLookups around) => new(db.Reaches.Fields, Kinds.Account,
    [
        new ListColumn<Account, AccountView, string>(a => a.FoldedName) { Id = "name", Label = () => T("Account"), Kind = ColumnKind.Text, Cell = a => a.Name },
        new ListColumn<Account, AccountView, string>(a => a.FoldedIndustry) { Id = "industry", Phone = OnPhone.Under, Label = () => T("Industry"), Kind = ColumnKind.Text, IsSortable = false, Cell = a => a.Industry },
        new ListColumn<Account, AccountView, string>(a => a.FoldedPlace) { Id = "place", Of = ["City", "Country"], Phone = OnPhone.Under, Label = () => T("Place"), Kind = ColumnKind.Text, IsSortable = false, Cell = a => Words.Place(a.City, a.Country) },
        new ListColumn<Account, AccountView, Tier?>(a => a.Tier) { Id = "tier", Phone = OnPhone.Side, Label = () => T("Tier"), Kind = ColumnKind.Choice, IsSortable = false, Cell = a => a.Tier?.ToString(), Choices = [("A", "A"), ("B", "B"), ("C", "C"), ("none", T("unknown"))] },
        new ListColumn<Account, AccountView, AccountClass?>(a => a.Class) { Id = "class", Label = () => T("Class"), Kind = ColumnKind.Choice, IsShown = false, IsSortable = false, Cell = a => a.Class is { } kind ? Words.Class(kind) : null, Choices = [.. Words.Classes.Select(c => (c.Value, c.Label))] },
        new ListColumn<Account, AccountView, int?>(a => a.Employees) { Id = "employees", Phone = OnPhone.Hidden, Label = () => T("Employees"), Kind = ColumnKind.Number, Cell = a => Words.Number(a.Employees) },
        new ListColumn<Account, AccountView, Guid>(a => a.Id) { Id = "tasks", Label = () => T("Open tasks"), Kind = ColumnKind.Number, IsSortable = false, Cell = a => a.OpenTasks == 0 ? null : Words.Number(a.OpenTasks) },
        new ListColumn<Account, AccountView, Guid>(a => a.OwnerId) { Id = "owner", Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = a => a.OwnerName, Choices = around.Owners, AsKey = Mine.AsKey(db) },
        new ListColumn<Account, AccountView, Guid?>(a => a.ParentId) { Id = "parent", Label = () => T("Belongs to"), Kind = ColumnKind.Choice, IsShown = false, IsSortable = false, Cell = a => a.ParentName },
        new ListColumn<Account, AccountView, string?>(a => a.Website) { Id = "website", Label = () => T("Website"), Kind = ColumnKind.Choice, IsShown = false, IsSortable = false, Cell = a => a.Website },
        .. CustomColumns.Of<Account, AccountView>(db, around.Fields, r => r.CustomFields, around.Links),
    ], AccountView.Reading(db), "name") { Moves = new("/accounts", ["tier", "class", "owner"], r => $"/accounts/{r.Id}", () => T("Accounts")) };
}
