using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Grouping;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Objects;

/// <summary>Lists the records of an own object that one may see, by name.</summary>
internal static class ListObjectRecords
{
    // The first fields stand in the list without anyone choosing them.
    private const int FieldsShown = 5;

    /// <summary>The object, beside what every list is asked for.</summary>
    public sealed record Input : ListRequest { public string? Key { get; init; } }

    public static async Task<Outcome<ObjectRecordsView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.OwnObjectAsync(input.Key, ct) is not { } own) return Outcome.Missing;
        var around = await ListLookups.ReadAsync(db, own.Kind, ct);
        var (list, url) = (Of(db, own, around), $"/objects/{own.Key}");
        var page = await list.PageAsync(db, Source(db, own), input, ct);
        await around.Links.ReadAsync(db, around.Fields, page.Rows.Select(r => r.CustomFields), ct);
        var tabs = SavedViews.Tabs(input, url, [(T("All"), ""), (T("Mine"), "?owner=mine")], around.Views);
        return new ObjectRecordsView(CustomObjectNames.Of(own), list.View(page, input, url, tabs), db.Viewer.May(Permission.EditCustomers), db.Viewer.May(Permission.Import), db.Viewer.May(Permission.Export), db.Viewer.May(Permission.ManageProcess) && around.Fields.Count == 0);
    }

    /// <summary>The same as data.</summary>
    public static async Task<Outcome<ListPage<ObjectRecordView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.OwnObjectAsync(input.Key, ct) is { } own ? await Of(db, own, await ListLookups.OfFieldsAsync(db, own.Kind, ct)).DataAsync(db, Source(db, own), input, ct) : Outcome.Missing;

    public static IQueryable<ObjectRecord> Source(AppDb db, CustomObject own) => db.ObjectRecords.Where(r => r.ObjectKey == own.Key);

    public static ListOf<ObjectRecord, ObjectRecordView> Of(AppDb db, CustomObject own, ListLookups around) => new(db.Reaches.Fields, own.Kind,
    [
        new ListColumn<ObjectRecord, ObjectRecordView, string>(r => r.FoldedName) { Id = "name", Label = () => own.Singular, Kind = ColumnKind.Text, Cell = r => r.Name },
        .. CustomColumns.Of<ObjectRecord, ObjectRecordView>(db, around.Fields, r => r.CustomFields, around.Links, FieldsShown),
        new ListColumn<ObjectRecord, ObjectRecordView, Guid>(r => r.OwnerId) { Id = "owner", Phone = OnPhone.Hidden, Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = r => r.OwnerName, Choices = around.Owners, AsKey = Mine.AsKey(db) },
    ], ObjectRecordView.Reading(db), "name") { Moves = new($"/objects/{own.Key}", ["owner"], r => $"/records/{r.Id}", () => own.Plural) { OwnedAs = CustomObject.RecordKind } };
}

/// <summary>Moves the card of a record.</summary>
internal static class MoveObjectCard
{
    public static async Task<Outcome<ListView<ObjectRecordView>>> Do(Input input, AppDb db, CancellationToken ct) => await CardsAsync(input, db, ct) is { } cards ? await cards.MoveAsync(input, db, ct) : Outcome.Missing;

    public static async Task<Outcome<MoveCard.TakenBack>> Back(Input input, AppDb db, CancellationToken ct) => await CardsAsync(input, db, ct) is { } cards ? await cards.BackAsync(input, db) : Outcome.Missing;

    /// <summary>The object, beside what every move says.</summary>
    public sealed record Input : MoveCard.Input { public string? Key { get; init; } }

    private static async Task<MovedCards<ObjectRecord, ObjectRecordView, ObjectRecordView>?> CardsAsync(Input input, AppDb db, CancellationToken ct) => await db.OwnObjectAsync(input.Key, ct) is not { } own ? null :
        new(ListObjectRecords.Of(db, own, await ListLookups.ReadAsync(db, own.Kind, ct)), change => ChangeAsync(change, own, db, ct), async request => (await ListObjectRecords.Do(new() { Key = own.Key, Query = request.Query, Sort = request.Sort, Columns = request.Columns }, db, ct)).View!.List);

    // The record of another object has other fields.
    private static async Task<Outcome<ObjectRecordView>> ChangeAsync(CardChange change, CustomObject own, AppDb db, CancellationToken ct) =>
        await ListObjectRecords.Source(db, own).AnyAsync(r => r.Id == change.Id, ct) ? await ChangeObjectRecord.Do(change.As<ChangeObjectRecord.Input>(), db, ct) : Outcome.Missing;
}

/// <summary>What an object is called, and where its list is.</summary>
public sealed record CustomObjectNames(string Key, string Singular, string Plural, string? Hint)
{
    internal static CustomObjectNames Of(CustomObject own) => new(own.Key, own.Singular, own.Plural, own.Hint);
}

/// <summary>The list's page.</summary>
public sealed record ObjectRecordsView(CustomObjectNames Object, ListView<ObjectRecordView> List, bool MayAdd, bool MayImport, bool MayExport, bool WantsFields);
