using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Text;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Activities;

/// <summary>A task holds a line. What its row says beyond becomes a note about the same record, known by the task's key; where the task is about nobody, it is told that it was left out.</summary>
internal static class TaskNotes
{
    public static async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, IReadOnlyList<RowResult> results, ActivityPlaces places, CancellationToken ct)
    {
        var texts = batch.Rows.Where(r => r.Has("text")).Select(r => (Row: r, Text: PlainText.Of(r.Text("text")!))).Where(r => r.Text.Length > 0).ToDictionary(r => r.Row.Number);
        var tasks = results.Where(r => r.Subject is Todo && texts.ContainsKey(r.Row)).Select(r => ((Todo)r.Subject!, texts[r.Row].Row, texts[r.Row].Text)).ToList();
        if (tasks.Count == 0) return [];
        var keys = tasks.Select(t => KeyOf(t.Item1)).OfType<string>().ToList();
        var known = (await batch.Db.Interactions.Where(i => keys.Contains(i.SourceId!)).ToListAsync(ct)).DistinctBy(i => i.SourceId).ToDictionary(i => i.SourceId!);
        var again = results.Where(r => r is { Subject: Todo { SourceId: null }, Action: not RowAction.Created }).Select(r => ((Todo)r.Subject!).Title).Distinct().ToList();
        var here = again.Count == 0 ? [] : await batch.Db.Interactions.Where(i => i.SourceId == null && i.Kind == InteractionKind.Note && again.Contains(i.Subject!)).ToListAsync(ct);
        return [.. tasks.Select(t => Take(batch, t.Item1, t.Row, t.Text, places.Of(t.Row), KeyOf(t.Item1) is { } key ? known.GetValueOrDefault(key) : here.Find(n => n.Subject == t.Item1.Title && n.Text == t.Text && new ActivityPlace(n.AccountId, n.ContactId, n.AboutKind, n.AboutId) == places.Of(t.Row)))).OfType<RowResult>()];
    }

    private static RowResult? Take(ImportBatch batch, Todo task, ImportRow row, string text, ActivityPlace place, Interaction? there)
    {
        // Said by the title already, where nothing else could be one.
        if (text == task.Title) return null;
        if (place.IsNowhere)
        {
            row.Remark(T("Its description is left out: there is no record to keep it with."));
            return null;
        }
        var note = there ?? new Interaction { Kind = InteractionKind.Note, OwnerId = task.OwnerId, OccurredAt = task.DoneAt ?? batch.KnownOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), SourceId = KeyOf(task) };
        if (there is not null && !batch.Db.MayEdit(Kinds.Interaction, there)) return null;
        (note.Subject, note.Text) = (task.Title, text);
        (note.AccountId, note.ContactId, note.AboutKind, note.AboutId) = (place.AccountId, place.ContactId, place.AboutKind, place.AboutId);
        if (there is null) batch.Add(note);
        return new RowResult(row.Number, there is null ? RowAction.Created : batch.Db.Entry(note).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, note) { Kind = Kinds.Interaction };
    }

    private static string? KeyOf(Todo task) => task.SourceId is { } key ? $"{key}#text" : null;
}
