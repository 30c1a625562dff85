using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
namespace Coxswain.Platform.Events;

/// <summary>Writes events from what a save adds, changes and deletes, and from what rows say of themselves.</summary>
internal sealed class History(AppDb db)
{
    public IEnumerable<Entity> OfNew(Entity row, DateTime now)
    {
        if (TrackedFields.Of(db, row.GetType()) is { } tracked)
        {
            var fields = new JsonObject();
            foreach (var (name, field) in tracked.Fields)
                if (field.ValueIn(row) is { } value) fields[name] = Pair(field, null, value, row, isNew: true);
            yield return Of(row, tracked.Kind, $"{tracked.Kind}.created", 1, (row as IBegan)?.BeganAt ?? now, now, fields.ToJsonString());
        }
        foreach (var told in Told(row, now)) yield return told;
    }

    public IEnumerable<Entity> OfChange(EntityEntry<Entity> entry, DateTime now)
    {
        var row = entry.Entity;
        if (TrackedFields.Of(db, row.GetType()) is { } tracked)
        {
            var fields = entry.State is EntityState.Modified ? Changed(entry, tracked) : [];
            if (entry.State is EntityState.Deleted) yield return Of(row, tracked.Kind, $"{tracked.Kind}.deleted", 1, now, now, "{}");
            else if (fields.Count > 0) yield return Of(row, tracked.Kind, $"{tracked.Kind}.changed", 1, now, now, fields.ToJsonString());
        }
        foreach (var told in Told(row, now)) yield return told;
    }

    private JsonObject Changed(EntityEntry<Entity> entry, TrackedFields tracked)
    {
        var fields = new JsonObject();
        foreach (var property in entry.Properties.Where(p => p.IsModified && !Equals(p.OriginalValue, p.CurrentValue)))
            if (tracked.Fields.TryGetValue(property.Metadata.Name, out var field))
                fields[property.Metadata.Name] = Pair(field, property.OriginalValue, property.CurrentValue, entry.Entity, isNew: false);
        return fields;
    }

    private IEnumerable<Entity> Told(Entity row, DateTime now)
    {
        foreach (var news in row.TakeNews())
            yield return Of(row, TrackedFields.Of(db, row.GetType())?.Kind ?? news.Kind.Split('.')[0], news.Kind, news.Schema, news.OccurredAt ?? now, now, JsonSerializer.Serialize(news, news.GetType()));
        foreach (var key in db.Seal.TakeNewKeys()) yield return key;
    }

    private Event Of(Entity row, string subjectKind, string kind, int schema, DateTime occurred, DateTime now, string data) => new()
    {
        Kind = kind,
        Schema = schema,
        SubjectKind = subjectKind,
        SubjectId = row.Id,
        TimelineId = (row as IOnTimeline)?.TimelineId ?? row.Id,
        ActorId = db.Viewer.PersonId,
        OccurredAt = occurred,
        RecordedAt = now,
        SubjectVersion = row.Version,
        Data = data,
    };

    private JsonNode Pair(TrackedField field, object? before, object? after, Entity row, bool isNew)
    {
        var pair = new JsonArray(JsonSerializer.SerializeToNode(before), JsonSerializer.SerializeToNode(after));
        return field.IsPersonal ? new JsonObject { ["sealed"] = db.Seal.Close(db, row.Id, pair.ToJsonString(), isNew) } : pair;
    }
}
