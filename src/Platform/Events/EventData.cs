using System.Text.Json;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Events;

/// <summary>What a field was and became.</summary>
public readonly record struct Change(JsonElement Before, JsonElement After);

/// <summary>Reads the field changes of an event, opening personal values where their key still stands.</summary>
public static class EventData
{
    /// <summary>What stands for a field that erasing changed: neither what it was nor what it is.</summary>
    internal const string ErasedMark = "erased";

    /// <summary>Reads the keys that personal values of these events need, all at once.</summary>
    public static Task ReadKeysAsync(AppDb db, IEnumerable<Event> events, CancellationToken ct) =>
        db.Seal.LoadAsync(db, events.Where(e => e.Data.Contains("\"sealed\"", StringComparison.Ordinal)).Select(e => e.SubjectId), ct);

    /// <summary>Takes the keys of events that were read together with them, as they are stored; null where a subject has none.</summary>
    public static void TakeKeys(AppDb db, IEnumerable<(Guid SubjectId, byte[]? Wrapped)> keys)
    {
        foreach (var (subject, wrapped) in keys) db.Seal.Tell(subject, wrapped);
    }

    /// <summary>Only those that may hold what fields were before, whatever name the change goes by.</summary>
    public static IQueryable<Event> OfChanges(this IQueryable<Event> events) => events.Where(e => !e.Kind.EndsWith(".created"));

    /// <summary>Those of its fields that the viewer sees.</summary>
    public static IEnumerable<(string Field, Change? Change)> Seen(AppDb db, Event happened) =>
        db.Reaches.Fields.Hidden(happened.SubjectKind) is { Count: > 0 } hidden ? Fields(db, happened).Where(f => !hidden.Contains(f.Field)) : Fields(db, happened);

    /// <summary>Each field with its change, for acts that need all; null where it was erased, or the key of a personal value was.</summary>
    public static IEnumerable<(string Field, Change? Change)> Fields(AppDb db, Event happened) => Fields(db, happened, null);

    /// <summary>Of these fields only, so that nothing else has to be opened; of all where null.</summary>
    public static IEnumerable<(string Field, Change? Change)> Fields(AppDb db, Event happened, IReadOnlyCollection<string>? only)
    {
        using var data = JsonDocument.Parse(happened.Data);
        foreach (var field in data.RootElement.EnumerateObject())
        {
            if (only?.Contains(field.Name) is false) continue;
            if (field.Value.ValueKind is JsonValueKind.Array) yield return (field.Name, Of(field.Value));
            else if (field.Value.ValueKind is JsonValueKind.Object && field.Value.TryGetProperty("sealed", out var closed)) yield return (field.Name, Opened(db, happened, closed.GetString()!));
            else if (IsErased(field.Value)) yield return (field.Name, null);
        }
    }

    /// <summary>Whether it tells that erasing took something out of the record.</summary>
    public static bool TellsErased(Event happened)
    {
        using var data = JsonDocument.Parse(happened.Data);
        return data.RootElement.EnumerateObject().Any(f => IsErased(f.Value));
    }

    private static bool IsErased(JsonElement value) => value.ValueKind is JsonValueKind.Object && value.TryGetProperty(ErasedMark, out _);

    private static Change? Opened(AppDb db, Event happened, string closed)
    {
        if (db.Seal.Open(db, happened.SubjectId, closed) is not { } text) return null;
        using var pair = JsonDocument.Parse(text);
        return Of(pair.RootElement);
    }

    private static Change Of(JsonElement pair) => new(pair[0].Clone(), pair[1].Clone());
}
