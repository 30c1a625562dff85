using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import.Activities;

/// <summary>
/// What rows without a key brought before: the same kind, moment, subject and place is the same touch, the same title, day and place the same
/// task. Of as many that are alike as many rows are known; what this run itself made is another one.
/// </summary>
internal sealed class UnkeyedActivities
{
    private const string Known = "known-activity";

    private readonly List<Interaction> _touches = [];
    private readonly List<Todo> _tasks = [];
    private readonly ImportBatch _batch;

    private UnkeyedActivities(ImportBatch batch) => _batch = batch;

    public static async Task<UnkeyedActivities> OfAsync(ImportBatch batch, ActivityPlaces places, CancellationToken ct)
    {
        var known = new UnkeyedActivities(batch);
        var rows = batch.Rows.Where(r => r.Text("sourceId") is null).ToList();
        if (rows.Count == 0) return known;
        var made = batch.Db.Rows<ImportedRow>().Where(r => r.RunId == batch.RunId).Select(r => r.SubjectId);
        var moments = rows.Select(r => r.Moment("at") ?? r.Moment("done")).OfType<DateTime>().Distinct().ToList();
        if (moments.Count > 0) known._touches.AddRange(await batch.Db.Interactions.Where(i => i.SourceId == null && moments.Contains(i.OccurredAt) && !made.Contains(i.Id)).ToListAsync(ct));
        var at = rows.ConvertAll(places.Of);
        var (accounts, contacts, abouts) = (at.Select(p => p.AccountId).OfType<Guid>().Distinct().ToList(), at.Select(p => p.ContactId).OfType<Guid>().Distinct().ToList(), at.Select(p => p.AboutId).OfType<Guid>().Distinct().ToList());
        var (titles, owners) = (rows.Select(r => r.Text("title") ?? r.Text("subject")).OfType<string>().Distinct().ToList(), rows.Select(r => r.Id("owner") ?? batch.Db.Viewer.PersonId).Distinct().ToList());
        known._tasks.AddRange(await batch.Db.Todos.Where(t => t.SourceId == null && titles.Contains(t.Title) && !made.Contains(t.Id))
            .AnyOfAsync(ct, t => accounts.Contains(t.AccountId!.Value), t => contacts.Contains(t.ContactId!.Value), t => abouts.Contains(t.AboutId!.Value), t => owners.Contains(t.OwnerId) && t.AccountId == null && t.ContactId == null && t.AboutId == null));
        known._touches.RemoveAll(t => known.IsTaken(t.Id));
        known._tasks.RemoveAll(t => known.IsTaken(t.Id));
        return known;
    }

    /// <summary>The touch that a row without a key is known as.</summary>
    public Interaction? Touch(InteractionKind kind, DateTime at, string? subject, string? text, ActivityPlace place) =>
        Take(_touches, i => i.Kind == kind && i.OccurredAt == at && i.Subject == subject && (subject is not null || i.Text == text) && new ActivityPlace(i.AccountId, i.ContactId, i.AboutKind, i.AboutId) == place);

    /// <summary>The task that a row without a key is known as.</summary>
    public Todo? Task(string title, DateOnly? due, ActivityPlace place) =>
        Take(_tasks, t => t.Title == title && t.DueOn == due && new ActivityPlace(t.AccountId, t.ContactId, t.AboutKind, t.AboutId) == place);

    // A dry run saves nothing that would say what an earlier row of it was known as.
    private bool IsTaken(Guid id) => _batch.IsTried && _batch.Names.Find(Known, $"{id}") is not null;

    private T? Take<T>(List<T> all, Predicate<T> isIt) where T : Entity
    {
        if (all.FindIndex(isIt) is var at && at < 0) return null;
        var found = all[at];
        all.RemoveAt(at);
        if (_batch.IsTried) _batch.Names.Learn(Known, [new KnownName(found.Id, $"{found.Id}")]);
        return found;
    }
}
