using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Value;

/// <summary>What happened to what a deal is worth to them, as sentences.</summary>
internal static class ValueEvents
{
    /// <summary>Nulls for an event that says nothing of its own.</summary>
    public static (string? Title, string? Note) Said(AppDb db, Event happened)
    {
        var fields = EventData.Seen(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value.After);
        return happened.Kind switch
        {
            "value-item.created" => (T("We offer: {0}", Text("Capability")), null),
            "value-item.changed" when fields.TryGetValue("RemovedAt", out var at) => (at.ValueKind is not JsonValueKind.Null ? T("Something we offer was taken off") : T("Something we offer was brought back"), null),
            "value-item.changed" => (T("What they need of something we offer was said anew"), Text("Capability")),
            _ => (null, null),
        };

        string? Text(string field) => fields.TryGetValue(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
    }
}
