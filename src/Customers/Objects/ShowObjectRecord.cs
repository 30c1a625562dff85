using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Objects;

/// <summary>Shows one record of an own object: what is known, what leads to it, what is due and what happened.</summary>
internal static class ShowObjectRecord
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Editing { get; init; }
        public QueryValues Query { get; init; } = QueryValues.Empty;
    }

    public static async Task<Outcome<ObjectRecordPageView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await ObjectRecordView.OneAsync(db, input.Id, ct) is not { } record || await db.OwnObjectAsync(record.Object, ct) is not { } own) return Outcome.Missing;
        var (today, mayEdit) = (await ListTasks.TodayAsync(db, clock, ct), MayEdit(db, record));
        return new ObjectRecordPageView
        {
            Record = record,
            Object = CustomObjectNames.Of(own),
            Facts = await FactsAsync(db, own, record, mayEdit, input.Editing, mayEdit && input.Editing is not null ? await Owners.ChoicesAsync(db, ct) : [], null, ct),
            Linked = await LinkedRecords.OfAsync(db, own.Kind, record.Id, ct),
            Tasks = await TaskReading.OpenAsync(db, t => t.AboutId == record.Id, ct),
            Happened = await RecordTimeline.ReadAsync(db, new(e => e.SubjectId == record.Id, i => i.AboutId == record.Id) { OwnKind = own.Kind }, today, ct),
            Log = LogBoxView.For($"/records/{record.Id}", input.Query) with { AboutKind = CustomObject.RecordKind, AboutId = record.Id },
            Today = today,
            MayEdit = mayEdit,
        };
    }

    /// <summary>What is known of it, one fact or all of them open for change.</summary>
    public static async Task<Outcome<FactsView>> Facts(Input input, AppDb db, CancellationToken ct)
    {
        if (await ObjectRecordView.OneAsync(db, input.Id, ct) is not { } record || await db.OwnObjectAsync(record.Object, ct) is not { } own) return Outcome.Missing;
        var mayEdit = MayEdit(db, record);
        return await FactsAsync(db, own, record, mayEdit, input.Editing, mayEdit ? await Owners.ChoicesAsync(db, ct) : [], await Owners.LastChangedByAsync(db, record.Id, ct), ct);
    }

    /// <summary>One record as data.</summary>
    public static async Task<Outcome<ObjectRecordView>> Read(Input input, AppDb db, CancellationToken ct) =>
        await ObjectRecordView.OneAsync(db, input.Id, ct) is { } record && await db.OwnObjectAsync(record.Object, ct) is not null ? record : Outcome.Missing;

    private static bool MayEdit(AppDb db, ObjectRecordView record) => db.Viewer.May(Permission.EditCustomers) && db.MayEdit(CustomObject.RecordKind, record.Id, record.OwnerId);

    private static Task<FactsView> FactsAsync(AppDb db, CustomObject own, ObjectRecordView r, bool mayEdit, string? editing, IReadOnlyList<Choice> owners, string? changedBy, CancellationToken ct) => new FactsView
    {
        Url = $"/records/{r.Id}",
        Version = r.Version,
        Heading = own.Singular,
        MayEdit = mayEdit,
        Editing = editing,
        ChangedBy = changedBy,
        Head = new RecordHead(r.Name, null, r.OwnerName ?? T("nobody")) { ParentName = own.Plural, ParentHref = $"/objects/{own.Key}" },
        Facts = [new("Name", T("Name"), r.Name) { Required = true, InHead = true }, new("OwnerId", T("Owner"), r.OwnerName) { Kind = FieldKind.Choice, Typed = r.OwnerId.ToString(), Choices = owners, Required = true }],
    }.WithOwnAsync(db, own.Kind, r.CustomFields, ct);
}

/// <summary>All that a record's page shows.</summary>
public sealed record ObjectRecordPageView
{
    public required ObjectRecordView Record { get; init; }
    public required CustomObjectNames Object { get; init; }
    public required FactsView Facts { get; init; }
    public required IReadOnlyList<LinkedGroup> Linked { get; init; }
    public required IReadOnlyList<TaskView> Tasks { get; init; }
    public required IReadOnlyList<TimelineItem> Happened { get; init; }
    public required LogBoxView Log { get; init; }
    public required DateOnly Today { get; init; }
    public required bool MayEdit { get; init; }
}
