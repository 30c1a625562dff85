using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Grouping;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>Lists the leads one may see, the latest first.</summary>
internal static class ListLeads
{
    public static async Task<Outcome<LeadsView>> Do(ListRequest input, AppDb db, CancellationToken ct)
    {
        var around = await ListLookups.ReadAsync(db, Kinds.Lead, ct);
        var list = Of(db, around);
        var page = await list.PageAsync(db, db.Leads, input, ct);
        await around.Links.ReadAsync(db, around.Fields, page.Rows.Select(r => r.CustomFields), ct);
        var tabs = SavedViews.Tabs(input, "/leads", [(T("All"), ""), (T("New"), "?status=New"), (T("Mine"), "?owner=mine")], around.Views);
        return new LeadsView(list.View(page, input, "/leads", tabs), db.Viewer.May(Permission.EditCustomers), db.Viewer.May(Permission.Export));
    }

    /// <summary>The same as data.</summary>
    public static async Task<Outcome<ListPage<LeadView>>> Read(ListRequest input, AppDb db, CancellationToken ct) => await Of(db, await ListLookups.OfFieldsAsync(db, Kinds.Lead, ct)).DataAsync(db, db.Leads, input, ct);

    public static ListOf<Lead, LeadView> Of(AppDb db, ListLookups around) => new(db.Reaches.Fields, Kinds.Lead,
    [
        new ListColumn<Lead, LeadView, string>(l => l.FoldedName) { Id = "name", Label = () => T("Lead"), Kind = ColumnKind.Text, Cell = l => l.Name },
        new ListColumn<Lead, LeadView, string>(l => l.FoldedCompany) { Id = "company", Phone = OnPhone.Under, Label = () => T("Company"), Kind = ColumnKind.Text, Cell = l => l.Company },
        new ListColumn<Lead, LeadView, LeadStatus>(l => l.Status) { Id = "status", Phone = OnPhone.Side, Label = () => T("Status"), Kind = ColumnKind.Choice, IsSortable = false, Cell = l => LeadWords.Of(l.Status), Choices = [.. LeadWords.Statuses.Select(c => (c.Value, c.Label))] },
        new ListColumn<Lead, LeadView, string?>(l => l.Source) { Id = "source", Phone = OnPhone.Hidden, Label = () => T("Source"), Kind = ColumnKind.Choice, IsSortable = false, Cell = l => l.Source },
        new ListColumn<Lead, LeadView, string?>(l => l.Email) { Id = "email", Phone = OnPhone.Hidden, Label = () => T("E-mail"), Kind = ColumnKind.Choice, IsSortable = false, Cell = l => l.Email },
        new ListColumn<Lead, LeadView, DateOnly>(l => l.CameOn) { Id = "came", Phone = OnPhone.Hidden, Label = () => T("Came"), Kind = ColumnKind.Date, Cell = l => DayText.Whole(l.CameOn) },
        new ListColumn<Lead, LeadView, Guid>(l => l.OwnerId) { Id = "owner", Phone = OnPhone.Hidden, Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = l => l.OwnerName, Choices = around.Owners, AsKey = Mine.AsKey(db) },
        .. CustomColumns.Of<Lead, LeadView>(db, around.Fields, r => r.CustomFields, around.Links),
    ], LeadView.Reading(db), "-came") { Moves = new("/leads", ["status", "owner"], l => $"/leads/{l.Id}", () => T("Leads")) };
}

/// <summary>Moves the card of a lead.</summary>
internal static class MoveLeadCard
{
    public static async Task<Outcome<ListView<LeadView>>> Do(MoveCard.Input input, AppDb db, CancellationToken ct) => await (await CardsAsync(db, ct)).MoveAsync(input, db, ct);

    public static async Task<Outcome<MoveCard.TakenBack>> Back(MoveCard.Input input, AppDb db, CancellationToken ct) => await (await CardsAsync(db, ct)).BackAsync(input, db);

    private static async Task<MovedCards<Lead, LeadView, LeadView>> CardsAsync(AppDb db, CancellationToken ct) =>
        new(ListLeads.Of(db, await ListLookups.ReadAsync(db, Kinds.Lead, ct)), change => ChangeAsync(change, db, ct), async request => (await ListLeads.Do(request, db, ct)).View!.List);

    // How it ends is asked with what belongs to it.
    private static async Task<Outcome<LeadView>> ChangeAsync(CardChange change, AppDb db, CancellationToken ct) =>
        change is { Field: nameof(Lead.Status), Value: nameof(LeadStatus.Converted) or nameof(LeadStatus.Closed) }
            ? Outcome.Invalid("", T("Convert or close it on its own page, which asks for what belongs to that.")) : await ChangeLead.Do(change.As<ChangeLead.Input>(), db, ct);
}

/// <summary>The list's page.</summary>
public sealed record LeadsView(ListView<LeadView> List, bool MayAdd, bool MayExport);
