using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Signals;

/// <summary>Lists what changed at accounts, the latest first.</summary>
internal static class ListSignals
{
    public static async Task<Outcome<SignalsView>> Do(ListRequest input, AppDb db, CancellationToken ct)
    {
        var around = await ListLookups.ReadAsync(db, Kinds.Signal, ct);
        var list = Of(db, around);
        var page = await list.PageAsync(db, db.Signals, input, ct);
        var tabs = SavedViews.Tabs(input, "/signals", [(T("All"), ""), (T("Mine"), "?owner=mine")], around.Views);
        return new SignalsView(list.View(page, input, "/signals", tabs), db.Viewer.May(Permission.EditCustomers), db.Viewer.May(Permission.Export));
    }

    /// <summary>The same as data.</summary>
    public static async Task<Outcome<ListPage<SignalView>>> Read(ListRequest input, AppDb db, CancellationToken ct) => await Of(db, ListLookups.None).DataAsync(db, db.Signals, input, ct);

    public static async Task<Outcome<SignalView>> ReadOne(RemoveSignal.Input input, AppDb db, CancellationToken ct) =>
        await db.Signals.AsNoTracking().Where(s => s.Id == input.Id).Select(SignalView.Reading(db)).SingleOrDefaultAsync(ct) is { } signal ? signal : Outcome.Missing;

    internal static Task<SignalView> OneAsync(AppDb db, Guid id, CancellationToken ct) => db.Rows<Signal>().AsNoTracking().Where(s => s.Id == id).Select(SignalView.Reading(db)).SingleAsync(ct);

    /// <summary>The latest of an account.</summary>
    internal static async Task<IReadOnlyList<SignalView>> LatestAsync(AppDb db, Guid accountId, CancellationToken ct) =>
        [.. (await db.Signals.AsNoTracking().Where(s => s.AccountId == accountId).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(5).Select(SignalView.Reading(db)).ToListAsync(ct))
            .Select(s => s with { MayEdit = db.Viewer.May(Permission.EditCustomers) && db.MayEdit(Kinds.Signal, s.Id, s.OwnerId) })];

    public static ListOf<Signal, SignalView> Of(AppDb db, ListLookups around) => new(db.Reaches.Fields, Kinds.Signal,
    [
        new ListColumn<Signal, SignalView, SignalKind>(s => s.Kind) { Id = "kind", Label = () => T("What changed"), Kind = ColumnKind.Choice, IsSortable = false, Cell = s => SignalWords.Of(s.Kind), Choices = [.. SignalWords.Choices.Select(c => (c.Value, c.Label))] },
        new ListColumn<Signal, SignalView, Guid>(s => s.AccountId) { Id = "account", Phone = OnPhone.Under, Label = () => T("Account"), Kind = ColumnKind.Choice, IsSortable = false, Cell = s => s.AccountName },
        new ListColumn<Signal, SignalView, string?>(s => s.Note) { Id = "note", Phone = OnPhone.Hidden, Label = () => T("Note"), Kind = ColumnKind.Choice, IsSortable = false, Cell = s => s.Note },
        new ListColumn<Signal, SignalView, DateOnly>(s => s.On) { Id = "on", Phone = OnPhone.Side, Label = () => T("When"), Kind = ColumnKind.Date, Cell = s => DayText.Whole(s.On) },
        new ListColumn<Signal, SignalView, Guid>(s => s.OwnerId) { Id = "owner", Phone = OnPhone.Hidden, Label = () => T("Noticed by"), Kind = ColumnKind.Choice, IsSortable = false, Cell = s => s.OwnerName, Choices = around.Owners, AsKey = Mine.AsKey(db) },
    ], SignalView.Reading(db), "-on");
}

/// <summary>The list's page.</summary>
public sealed record SignalsView(ListView<SignalView> List, bool MayAdd, bool MayExport);
