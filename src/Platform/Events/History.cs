using System.Buffers;
using System.Text;
using System.Text.Json;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
namespace Coxswain.Platform.Events;

/// <summary>Writes events from what a save adds, changes and deletes, and from what rows say of themselves.</summary>
/// <param name="db">Where they go; its viewer is the actor.</param>
/// <param name="asItHappened">Everything was written down at once, each by the row's owner, and what nobody owns by the owner of the row it stands behind: for a past known as it was lived.</param>
internal sealed class History(AppDb db, bool asItHappened = false)
{
    private Guid? _writer;

    public IEnumerable<Entity> OfNew(Entity row, DateTime now)
    {
        if (asItHappened) (now, _writer) = (row.MadeAt, (row as IOwned)?.OwnerId ?? _writer);
        if (TrackedFields.Of(db, row.GetType()) is { } tracked)
        {
            var past = (row as IHasPast)?.Past ?? [];
            yield return Of(row, tracked.Kind, $"{tracked.Kind}.created", 1, (row as IBegan)?.BeganAt ?? now, now, Fields(AtFirst(row, tracked, past), row, tracked, isNew: true));
            foreach (var change in past) yield return OfFields(row, tracked, change.Fields, change.Told, change.At, now, isNew: true);
        }
        foreach (var told in Told(row, row.TakeNews(), now)) yield return told;
    }

    // What a field was before its first change is what it was made with.
    private static IEnumerable<FieldChange> AtFirst(Entity row, TrackedFields tracked, IReadOnlyList<PastChange> past)
    {
        var before = new Dictionary<string, object?>();
        foreach (var change in past.SelectMany(c => c.Fields)) before.TryAdd(change.Field, change.Before);
        return tracked.Fields.Select(f => new FieldChange(f.Key, null, before.TryGetValue(f.Key, out var first) ? first : f.Value.ValueIn(row))).Where(f => f.After is not null);
    }

    // What a row tells of its own change is that change by a better name: one event, so that nobody reads of it twice.
    private Event OfFields(Entity row, TrackedFields tracked, IEnumerable<FieldChange> fields, News? news, DateTime at, DateTime now, bool isNew) =>
        Of(row, tracked.Kind, news?.Kind ?? $"{tracked.Kind}.changed", news?.Schema ?? 1, news?.OccurredAt ?? at, now, Fields(fields, row, tracked, isNew, news));

    private string Fields(IEnumerable<FieldChange> changes, Entity row, TrackedFields tracked, bool isNew, News? news = null) => Written(json =>
    {
        json.WriteStartObject();
        if (news is not null)
            foreach (var said in JsonSerializer.SerializeToElement(news, news.GetType()).EnumerateObject()) said.WriteTo(json);
        foreach (var change in changes)
        {
            json.WritePropertyName(change.Field);
            if (news is Erasing.Rewritten) Erased(json);
            else if (tracked.Fields[change.Field].IsPersonal) Sealed(json, change, row, isNew);
            else Pair(json, change);
        }
        json.WriteEndObject();
    });

    private static void Erased(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean(EventData.ErasedMark, true);
        json.WriteEndObject();
    }

    private void Sealed(Utf8JsonWriter json, FieldChange change, Entity row, bool isNew)
    {
        json.WriteStartObject();
        json.WriteString("sealed", db.Seal.Close(db, row.Id, Written(pair => Pair(pair, change)), isNew));
        json.WriteEndObject();
    }

    private static void Pair(Utf8JsonWriter json, FieldChange change)
    {
        json.WriteStartArray();
        JsonSerializer.Serialize(json, change.Before);
        JsonSerializer.Serialize(json, change.After);
        json.WriteEndArray();
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var text = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(text)) write(json);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    public IEnumerable<Entity> OfChange(EntityEntry<Entity> entry, DateTime now)
    {
        var row = entry.Entity;
        var news = row.TakeNews();
        if (TrackedFields.Of(db, row.GetType()) is { } tracked)
        {
            var fields = entry.State is EntityState.Modified ? Changed(entry, tracked) : [];
            if (entry.State is EntityState.Deleted) yield return Of(row, tracked.Kind, $"{tracked.Kind}.deleted", 1, now, now, "{}");
            else if (fields.Count > 0)
            {
                var told = news is [var only] ? only : null;
                yield return OfFields(row, tracked, fields, told, now, now, isNew: false);
                if (told is not null) news = [];
            }
        }
        foreach (var told in Told(row, news, now)) yield return told;
    }

    private static List<FieldChange> Changed(EntityEntry<Entity> entry, TrackedFields tracked) =>
        [.. entry.Properties.Where(p => p.IsModified && tracked.Fields.ContainsKey(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue)).Select(p => new FieldChange(p.Metadata.Name, p.OriginalValue, p.CurrentValue))];

    private IEnumerable<Entity> Told(Entity row, IReadOnlyList<News> news, DateTime now)
    {
        foreach (var told in news)
            yield return Of(row, TrackedFields.Of(db, row.GetType())?.Kind ?? told.Kind.Split('.')[0], told.Kind, told.Schema, told.OccurredAt ?? now, now, JsonSerializer.Serialize(told, told.GetType()));
        foreach (var key in db.Seal.TakeNewKeys()) yield return key;
    }

    private Event Of(Entity row, string subjectKind, string kind, int schema, DateTime occurred, DateTime now, string data) => new()
    {
        Kind = kind,
        Schema = schema,
        SubjectKind = subjectKind,
        SubjectId = row.Id,
        TimelineId = (row as IOnTimeline)?.TimelineId ?? row.Id,
        ActorId = _writer ?? db.Viewer.PersonId,
        OccurredAt = occurred,
        RecordedAt = asItHappened ? occurred : now,
        SubjectVersion = row.Version,
        Data = data,
    };
}
