using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Grouping;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>Lists the contacts one may see.</summary>
internal static class ListContacts
{
    public static async Task<Outcome<ContactsView>> Do(ListRequest input, AppDb db, CancellationToken ct)
    {
        var around = await ListLookups.ReadAsync(db, Kinds.Contact, ct);
        var list = ContactList.Of(db, around);
        var page = await list.PageAsync(db, db.Contacts, input, ct);
        await around.Links.ReadAsync(db, around.Fields, page.Rows.Select(r => r.CustomFields), ct);
        var tabs = SavedViews.Tabs(input, "/contacts", [(T("All"), ""), (T("Mine"), "?owner=mine")], around.Views);
        return new ContactsView(list.View(page, input, "/contacts", tabs), db.Viewer.May(Permission.EditCustomers), db.Viewer.May(Permission.Import), db.Viewer.May(Permission.Export));
    }

    /// <summary>The same as data.</summary>
    public static async Task<Outcome<ListPage<ContactView>>> Read(ListRequest input, AppDb db, CancellationToken ct) =>
        await ContactList.Of(db, await ListLookups.OfFieldsAsync(db, Kinds.Contact, ct)).DataAsync(db, db.Contacts, input, ct);
}

/// <summary>Moves the card of a contact.</summary>
internal static class MoveContactCard
{
    public static async Task<Outcome<ListView<ContactView>>> Do(MoveCard.Input input, AppDb db, TimeProvider clock, CancellationToken ct) => await (await CardsAsync(db, clock, ct)).MoveAsync(input, db, ct);

    public static async Task<Outcome<MoveCard.TakenBack>> Back(MoveCard.Input input, AppDb db, TimeProvider clock, CancellationToken ct) => await (await CardsAsync(db, clock, ct)).BackAsync(input, db);

    private static async Task<MovedCards<Contact, ContactView, ContactView>> CardsAsync(AppDb db, TimeProvider clock, CancellationToken ct) =>
        new(ContactList.Of(db, await ListLookups.ReadAsync(db, Kinds.Contact, ct)), change => ChangeContact.Do(change.As<ChangeContact.Input>(), db, clock, ct), async request => (await ListContacts.Do(request, db, ct)).View!.List);
}

/// <summary>The list's page.</summary>
public sealed record ContactsView(ListView<ContactView> List, bool MayAdd, bool MayImport, bool MayExport);

/// <summary>The columns of the list of contacts.</summary>
internal static class ContactList
{
    public static ListOf<Contact, ContactView> Of(AppDb db, ListLookups around) => new(db.Reaches.Fields, Kinds.Contact,
    [
        new ListColumn<Contact, ContactView, string>(c => c.FoldedName) { Id = "name", Label = () => T("Contact"), Kind = ColumnKind.Text, Cell = c => c.Name },
        new ListColumn<Contact, ContactView, string?>(c => c.Title) { Id = "title", Phone = OnPhone.Under, Label = () => T("Role"), Kind = ColumnKind.Choice, IsSortable = false, Cell = c => c.Title },
        new ListColumn<Contact, ContactView, Guid?>(c => c.AccountId) { Id = "account", Phone = OnPhone.Under, Label = () => T("Account"), Kind = ColumnKind.Choice, IsSortable = false, Cell = c => c.AccountName },
        new ListColumn<Contact, ContactView, string?>(c => c.FoldedEmail) { Id = "email", Label = () => T("E-mail"), Kind = ColumnKind.Text, IsSortable = false, Cell = c => c.Email },
        new ListColumn<Contact, ContactView, string?>(c => c.PhoneE164) { Id = "phone", Label = () => T("Phone"), Kind = ColumnKind.Choice, IsSortable = false, Cell = c => c.Phone ?? c.Mobile },
        new ListColumn<Contact, ContactView, Guid>(c => c.OwnerId) { Id = "owner", Phone = OnPhone.Hidden, Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = c => c.OwnerName, Choices = around.Owners, AsKey = Mine.AsKey(db) },
        .. CustomColumns.Of<Contact, ContactView>(db, around.Fields, r => r.CustomFields, around.Links),
    ], ContactView.Reading(db), "name") { Moves = new("/contacts", ["owner"], r => $"/contacts/{r.Id}", () => T("Contacts")) };
}
