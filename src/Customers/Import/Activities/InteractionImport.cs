using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Text;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Activities;

/// <summary>Takes in how we were in touch: calls, meetings, mails, notes. One is known by its key. What has not happened yet becomes a task.</summary>
internal sealed class InteractionImport : IImportTarget
{
    public string Kind => Customers.Kinds.Interaction;
    public IReadOnlyList<string> Kinds => [Customers.Kinds.Interaction, Customers.Kinds.Task];
    public string Label => T("Interactions");
    public int Order => 60;
    public IReadOnlyList<string> NeedsOneOf => ActivityPlaces.FieldNames;
    public IReadOnlyList<string> LooksFor => ActivityPlaces.LooksFor;
    public IReadOnlyList<string> FileNames => ["activit", "call", "meeting", "note", "email", "event", "engagement", "interaction", "aktivit", "anruf", "termin", "notiz"];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Synonyms = ["activity id", "record id", "call id", "meeting id", "id"] },
        new("at", () => T("When"), ImportType.Moment) { Required = true, Synonyms = ["activity date", "date", "date time", "start", "start time", "occurred at", "happened on", "datum", "beginn"] },
        new("until", () => T("Until"), ImportType.Moment) { Synonyms = ["end", "end time", "ende"] },
        new("kind", () => T("Kind"), ImportType.Text) { Synonyms = ["type", "activity type", "art", "typ"] },
        new("subject", () => T("Subject"), ImportType.Text) { Synonyms = ["title", "betreff"] },
        new("text", () => T("Text"), ImportType.Text) { Limit = 200_000, Joined = true, Synonyms = ["body", "note", "notes", "description", "content", "comments", "notiz", "beschreibung", "inhalt"] },
        new("minutes", () => T("Minutes"), ImportType.Minutes) { Synonyms = ["duration", "duration minutes", "length", "dauer"] },
        new("inbound", () => T("Who began"), ImportType.Text) { Synonyms = ["direction", "richtung"] },
        new("outcome", () => T("Outcome"), ImportType.Text) { Synonyms = ["result", "ergebnis"] },
        new("status", () => T("Status"), ImportType.Text) { Synonyms = ["meeting outcome", "meeting status", "call status", "activity status", "event status"] },
        new("happened", () => T("It happened"), ImportType.YesNo) { Synonyms = ["done", "erledigt"] },
        new("owner", () => T("Who of us"), ImportType.Reference) { To = "person", Synonyms = ["owner", "assigned to", "user", "created by", "besitzer", "zustandig"] },
        .. ActivityPlaces.Fields,
    ];

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var keys = batch.Rows.Select(r => r.Text("sourceId")).OfType<string>().ToList();
        var known = (await batch.Db.Interactions.Where(i => keys.Contains(i.SourceId!)).ToListAsync(ct)).DistinctBy(i => i.SourceId).ToDictionary(i => i.SourceId!);
        var planned = (await batch.Db.Todos.Where(t => keys.Contains(t.SourceId!)).ToListAsync(ct)).DistinctBy(t => t.SourceId).ToDictionary(t => t.SourceId!);
        var (places, taken) = (await ActivityPlaces.OfAsync(batch, ct), new HashSet<string>());
        var here = await UnkeyedActivities.OfAsync(batch, places, ct);
        IReadOnlyList<RowResult> results = [.. batch.Rows.Select(r => Take(batch, r, places.Of(r), known, planned, here, taken))];
        return [.. results, .. await TaskNotes.TakeAsync(batch, results, places, ct), .. results.Where(r => r.Subject is Interaction).Join(batch.Rows, r => r.Row, r => r.Number, (_, row) => Ended(batch, row, planned)).OfType<RowResult>()];
    }

    // An earlier file brought it as what was still to come.
    private static RowResult? Ended(ImportBatch batch, ImportRow row, Dictionary<string, Todo> planned)
    {
        if (row.Text("sourceId") is not { } key || planned.GetValueOrDefault(key) is not { DoneAt: null } task || !batch.Db.MayEdit(Customers.Kinds.Task, task)) return null;
        task.DoneAt = row.Moment("at");
        return new RowResult(row.Number, RowAction.Changed, task) { Kind = Customers.Kinds.Task };
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        [.. (await db.Interactions.Where(i => ids.Contains(i.Id)).ToListAsync(ct)).Cast<Entity>(), .. await db.Todos.Where(t => ids.Contains(t.Id)).ToListAsync(ct)];

    public string NameOf(Entity row) => row is Todo task ? task.Title : ((Interaction)row).Subject ?? InteractionWords.Kind(((Interaction)row).Kind);

    public void Remove(AppDb db, Entity row, DateTime now)
    {
        if (row is Todo task) task.RemovedAt = now;
        else ((Interaction)row).RemovedAt = now;
    }

    // One without a key is looked for among those that were taken in before.
    public string? KeyOf(ImportRow row) => row.Text("sourceId");

    private static RowResult Take(ImportBatch batch, ImportRow row, ActivityPlace place, Dictionary<string, Interaction> known, Dictionary<string, Todo> planned, UnkeyedActivities here, HashSet<string> taken)
    {
        if (row.Text("sourceId") is { } key && !taken.Add(key)) return RowResult.Refused(row.Number, T("The key {0} stands here twice.", key));
        if (place.IsNowhere) return RowResult.Refused(row.Number, T("What it is about is not here: import accounts, contacts and deals first, or with it."));
        if (NotHeld(row) is { } status) return Kept(batch, row, place, row.Text("sourceId") is { } its ? known.GetValueOrDefault(its) : Known(row, InteractionKind.Note, place, here), status);
        if (row.YesNo("happened") is false || row.Moment("at") > batch.Now) return Planned(batch, row, place, row.Text("sourceId") is { } of ? planned.GetValueOrDefault(of) : Known(row, here.Task(TitleOf(row), DateOnly.FromDateTime(row.Moment("at")!.Value), place)));
        return Happened(batch, row, place, row.Text("sourceId") is { } id ? known.GetValueOrDefault(id) : Known(row, KindOf(row), place, here));
    }

    /// <summary>The touch that a row without a key brought before, told on the row.</summary>
    internal static Interaction? Known(ImportRow row, InteractionKind kind, ActivityPlace place, UnkeyedActivities here) =>
        Known(row, here.Touch(kind, row.Moment("at")!.Value, row.Text("subject"), row.Text("text") is { } text ? PlainText.Of(text) : null, place));

    internal static TActivity? Known<TActivity>(ImportRow row, TActivity? there) where TActivity : Entity
    {
        if (there is not null) row.Remark(T("It is already here."));
        return there;
    }

    private static string TitleOf(ImportRow row) => row.Text("subject") ?? (row.Text("text") is { } text ? Short(PlainText.Of(text)) : InteractionWords.Kind(KindOf(row)));

    /// <summary>Takes in what has happened, with the fields of an interaction.</summary>
    internal static RowResult Happened(ImportBatch batch, ImportRow row, ActivityPlace place, Interaction? there)
    {
        if (there is not null)
        {
            if (!batch.Db.MayEdit(Customers.Kinds.Interaction, there)) return RowResult.Refused(row.Number, T("This belongs to someone else. Ask its owner to change it."));
            Fill(there, row, place);
            if (row.Has("kind")) there.Kind = KindOf(row);
            return new RowResult(row.Number, batch.Db.Entry(there).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, there);
        }
        var made = new Interaction { Kind = KindOf(row), OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId, OccurredAt = row.Moment("at")!.Value, SourceId = row.Text("sourceId") };
        Fill(made, row, place);
        batch.Add(made);
        return new RowResult(row.Number, RowAction.Created, made);
    }

    // Nobody met: what was meant to be said there stays readable, and counts as no touch.
    private static RowResult Kept(ImportBatch batch, ImportRow row, ActivityPlace place, Interaction? there, string status)
    {
        if (there is not null && !batch.Db.MayEdit(Customers.Kinds.Interaction, there)) return RowResult.Refused(row.Number, T("This belongs to someone else. Ask its owner to change it."));
        if (row.Moment("at") > batch.Now) row.Set("at", there?.OccurredAt ?? batch.KnownOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var note = there ?? new Interaction { Kind = InteractionKind.Note, OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId, OccurredAt = row.Moment("at")!.Value, SourceId = row.Text("sourceId") };
        Fill(note, row, place);
        (note.Kind, note.Minutes, note.Outcome) = (InteractionKind.Note, null, null);
        var said = T("It did not take place: {0}", status);
        if (note.Text?.StartsWith(said, StringComparison.Ordinal) is not true) note.Text = string.Join("\n\n", new[] { said, note.Text }.OfType<string>());
        if (there is null) batch.Add(note);
        row.Remark(T("It did not take place ({0}): it is kept as a note.", status));
        return new RowResult(row.Number, there is null ? RowAction.Created : batch.Db.Entry(note).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, note);
    }

    // Of a call the outcome says whether somebody answered; that there was none at all only some of its words do.
    private static string? NotHeld(ImportRow row) =>
        row.Text("status") is { } status && ActivityCells.IsNotHeld(status) ? status
        : row.Text("outcome") is { } outcome && (KindOf(row) is InteractionKind.Meeting || !outcome.Replace('-', ' ').Contains("no show", StringComparison.OrdinalIgnoreCase)) && ActivityCells.IsNotHeld(outcome) ? outcome : null;

    private static RowResult Planned(ImportBatch batch, ImportRow row, ActivityPlace place, Todo? there)
    {
        if (there is not null && !batch.Db.MayEdit(Customers.Kinds.Task, there)) return RowResult.Refused(row.Number, T("This belongs to someone else. Ask its owner to change it."));
        var task = there ?? new Todo { Title = "", OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId, SourceId = row.Text("sourceId") };
        task.Title = TitleOf(row);
        task.DueOn = DateOnly.FromDateTime(row.Moment("at")!.Value);
        if (row.YesNo("happened") is false) task.DoneAt = null;
        (task.AccountId, task.ContactId, task.AboutKind, task.AboutId) = (place.AccountId, place.ContactId, place.AboutKind, place.AboutId);
        if (there is null) batch.Add(task);
        var action = there is null ? RowAction.Created : batch.Db.Entry(there).State is EntityState.Modified ? RowAction.Changed : RowAction.Same;
        return new RowResult(row.Number, action, task, T("It has not happened yet, so it is a task.")) { Kind = Customers.Kinds.Task };
    }

    private static void Fill(Interaction touch, ImportRow row, ActivityPlace place)
    {
        touch.OccurredAt = row.Moment("at")!.Value;
        touch.Subject = row.Text("subject") ?? touch.Subject;
        touch.Text = row.Text("text") is { } text ? PlainText.Of(text) : touch.Text;
        touch.Minutes = Length(row) ?? touch.Minutes;
        touch.Inbound = ActivityCells.Inbound(row.Text("inbound")) ?? touch.Inbound;
        touch.Outcome = ActivityCells.Outcome(row.Text("outcome")) ?? touch.Outcome;
        (touch.AccountId, touch.ContactId) = (place.AccountId ?? touch.AccountId, place.ContactId ?? touch.ContactId);
        if (place.AboutId is not null) (touch.AboutKind, touch.AboutId) = (place.AboutKind, place.AboutId);
    }

    // None is "unknown": systems write 0 where nobody measured. What takes longer than a day is several.
    private static int? Length(ImportRow row)
    {
        var minutes = row.Whole("minutes") ?? (row.Moment("until") is { } until && until > row.Moment("at") ? (int)(until - row.Moment("at")!.Value).TotalMinutes : null);
        return minutes is > 0 and <= LogInteraction.MostMinutes ? minutes : null;
    }

    internal static InteractionKind KindOf(ImportRow row) => ActivityCells.Kind(row.Text("kind")) ?? (row.Has("inbound") || row.Has("minutes") ? InteractionKind.Call : InteractionKind.Note);

    private static string Short(string text) => text.Length <= 200 ? text : text[..199] + "…";
}
