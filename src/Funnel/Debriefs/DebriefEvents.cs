using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Debriefs;

/// <summary>What happened to debriefs of a deal, as sentences; what each would change is read on their page.</summary>
internal static class DebriefEvents
{
    /// <summary>Nulls for an event that says nothing of its own.</summary>
    public static (string? Title, string? Note) Said(AppDb db, Event happened)
    {
        var fields = EventData.Seen(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value.After);
        return happened.Kind switch
        {
            "debrief.created" => (T("How a meeting went: {0}", fields.TryGetValue("Step", out var step) && Enum.TryParse<StepGot>(step.ToString(), out var got) ? DebriefWords.Of(got) : T("unknown")), fields.TryGetValue("Heard", out var heard) && heard.ValueKind is JsonValueKind.String ? heard.GetString() : null),
            "debrief.changed" when fields.TryGetValue("RemovedAt", out var at) => (at.ValueKind is JsonValueKind.Null ? T("How a meeting went was brought back") : T("How a meeting went was taken off"), null),
            _ => (null, null),
        };
    }
}
