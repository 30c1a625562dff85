using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Activities;

/// <summary>Takes in tasks, open and done. One is known by its key. A call or mail that a system keeps as a task that is done is a touch.</summary>
internal sealed class TaskImport : IImportTarget
{
    public string Kind => Customers.Kinds.Task;
    public IReadOnlyList<string> Kinds => [Customers.Kinds.Task, Customers.Kinds.Interaction];
    public string Label => T("Tasks");
    public int Order => 61;
    public IReadOnlyList<string> LooksFor => ActivityPlaces.LooksFor;
    public IReadOnlyList<string> FileNames => ["task", "to do", "aufgabe"];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Synonyms = ["task id", "record id", "id"] },
        new("title", () => T("Task"), ImportType.Text) { Required = true, Synonyms = ["task title", "subject", "summary", "aufgabe", "betreff"] },
        new("due", () => T("Due on"), ImportType.Date) { Tells = true, Synonyms = ["due date", "deadline", "fallig am"] },
        new("status", () => T("Status"), ImportType.Text) { Synonyms = ["task status", "done", "erledigt"] },
        new("done", () => T("Done on"), ImportType.Moment) { Synonyms = ["completed at", "completed date", "completed on", "erledigt am"] },
        new("owner", () => T("Owner"), ImportType.Reference) { To = "person", Synonyms = ["assigned to", "task owner", "assignee", "besitzer", "zustandig"] },
        new("text", () => T("Text"), ImportType.Text) { Limit = 200_000, Joined = true, Synonyms = ["description", "task notes", "beschreibung"] },
        new("kind", () => T("Kind"), ImportType.Text) { Several = true },
        new("minutes", () => T("Minutes"), ImportType.Minutes),
        new("inbound", () => T("Who began"), ImportType.Text),
        new("outcome", () => T("Outcome"), ImportType.Text),
        .. ActivityPlaces.Fields,
    ];

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var keys = batch.Rows.Select(r => r.Text("sourceId")).OfType<string>().ToList();
        var known = (await batch.Db.Todos.Where(t => keys.Contains(t.SourceId!)).ToListAsync(ct)).DistinctBy(t => t.SourceId).ToDictionary(t => t.SourceId!);
        var touches = (await batch.Db.Interactions.Where(i => keys.Contains(i.SourceId!)).ToListAsync(ct)).DistinctBy(i => i.SourceId).ToDictionary(i => i.SourceId!);
        var (places, taken) = (await ActivityPlaces.OfAsync(batch, ct), new HashSet<string>());
        var here = await UnkeyedActivities.OfAsync(batch, places, ct);
        IReadOnlyList<RowResult> results = [.. batch.Rows.Select(r => Take(batch, r, places.Of(r), known, touches, here, taken))];
        return [.. results, .. await TaskNotes.TakeAsync(batch, results, places, ct)];
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        [.. (await db.Todos.Where(t => ids.Contains(t.Id)).ToListAsync(ct)).Cast<Entity>(), .. await db.Interactions.Where(i => ids.Contains(i.Id)).ToListAsync(ct)];

    public string NameOf(Entity row) => row is Interaction touch ? touch.Subject ?? InteractionWords.Kind(touch.Kind) : ((Todo)row).Title;

    public void Remove(AppDb db, Entity row, DateTime now) => ((IRemovable)row).RemovedAt = now;

    public string? KeyOf(ImportRow row) => row.Text("sourceId");

    // A task may be about nobody.
    private RowResult Take(ImportBatch batch, ImportRow row, ActivityPlace place, Dictionary<string, Todo> known, Dictionary<string, Interaction> touches, UnkeyedActivities here, HashSet<string> taken)
    {
        var key = row.Text("sourceId");
        if (key is not null && !taken.Add(key)) return RowResult.Refused(row.Number, T("The key {0} stands here twice.", key));
        var there = key is null ? InteractionImport.Known(row, here.Task(row.Text("title")!, row.Date("due"), place)) : known.GetValueOrDefault(key);
        if (there is not null && !batch.Db.MayEdit(Kind, there)) return RowResult.Refused(row.Number, T("This belongs to someone else. Ask its owner to change it."));
        if (there is null && !place.IsNowhere && IsTouch(row))
        {
            row.Set("at", row.Moment("done") ?? DoneAt(row, batch));
            row.Set("subject", row.Text("title")!);
            return InteractionImport.Happened(batch, row, place, key is null ? InteractionImport.Known(row, InteractionImport.KindOf(row), place, here) : touches.GetValueOrDefault(key)) with { Kind = Customers.Kinds.Interaction };
        }
        var task = there ?? new Todo { Title = row.Text("title")!, OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId, SourceId = key };
        Fill(task, row, place, batch);
        if (there is null) batch.Add(task);
        return new RowResult(row.Number, there is null ? RowAction.Created : batch.Db.Entry(task).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, task);
    }

    private static bool IsTouch(ImportRow row) => (row.Has("kind") || row.Whole("minutes") > 0) && IsDone(row) && InteractionImport.KindOf(row) is (InteractionKind.Call or InteractionKind.Mail);

    private static bool IsDone(ImportRow row) => row.Has("done") || ActivityCells.IsDone(row.Text("status"));

    private static void Fill(Todo task, ImportRow row, ActivityPlace place, ImportBatch batch)
    {
        task.Title = row.Text("title")!;
        task.OwnerId = row.Id("owner") ?? task.OwnerId;
        task.DueOn = row.Date("due") ?? task.DueOn;
        task.DoneAt = row.Moment("done") ?? (ActivityCells.IsDone(row.Text("status")) ? task.DoneAt ?? DoneAt(row, batch) : ActivityCells.IsOpen(row.Text("status")) ? null : task.DoneAt);
        (task.AccountId, task.ContactId) = (place.AccountId ?? task.AccountId, place.ContactId ?? task.ContactId);
        if (place.AboutId is not null) (task.AboutKind, task.AboutId) = (place.AboutKind, place.AboutId);
    }

    // Done, and nobody wrote when: on the day it was due, at the latest on the newest day that the files know of.
    private static DateTime DoneAt(ImportRow row, ImportBatch batch) =>
        (row.Date("due") is { } due && due < batch.KnownOn ? due : batch.KnownOn).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
