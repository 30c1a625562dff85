using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
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
    public static async Task<Outcome<ListPage<LeadView>>> Read(ListRequest input, AppDb db, CancellationToken ct) => await Of(db, await ListLookups.OfFieldsAsync(db, Kinds.Lead, ct)).PageAsync(db, db.Leads, input, ct);

    public static ListOf<Lead, LeadView> Of(AppDb db, ListLookups around) => new(Kinds.Lead,
    [
        new ListColumn<Lead, LeadView, string>(l => l.FoldedName) { Id = "name", Label = () => T("Lead"), Kind = ColumnKind.Text, Cell = l => l.Name },
        new ListColumn<Lead, LeadView, string>(l => l.FoldedCompany) { Id = "company", Phone = OnPhone.Under, Label = () => T("Company"), Kind = ColumnKind.Text, Cell = l => l.Company },
        new ListColumn<Lead, LeadView, LeadStatus>(l => l.Status) { Id = "status", Phone = OnPhone.Side, Label = () => T("Status"), Kind = ColumnKind.Choice, IsSortable = false, Cell = l => LeadWords.Of(l.Status), Choices = [.. LeadWords.Statuses.Select(c => (c.Value, c.Label))] },
        new ListColumn<Lead, LeadView, string?>(l => l.Source) { Id = "source", Phone = OnPhone.Hidden, Label = () => T("Source"), Kind = ColumnKind.Choice, IsSortable = false, Cell = l => l.Source },
        new ListColumn<Lead, LeadView, string?>(l => l.Email) { Id = "email", Phone = OnPhone.Hidden, Label = () => T("E-mail"), Kind = ColumnKind.Choice, IsSortable = false, Cell = l => l.Email },
        new ListColumn<Lead, LeadView, DateOnly>(l => l.CameOn) { Id = "came", Phone = OnPhone.Hidden, Label = () => T("Came"), Kind = ColumnKind.Date, Cell = l => DayText.Whole(l.CameOn) },
        new ListColumn<Lead, LeadView, Guid>(l => l.OwnerId) { Id = "owner", Phone = OnPhone.Hidden, Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = l => l.OwnerName, Choices = around.Owners, AsKey = ListLookups.Mine(db) },
        .. CustomColumns.Of<Lead, LeadView>(around.Fields, r => r.CustomFields, around.Links),
    ], LeadView.Reading(db), "-came");
}

/// <summary>The list's page.</summary>
public sealed record LeadsView(ListView<LeadView> List, bool MayAdd, bool MayExport);
