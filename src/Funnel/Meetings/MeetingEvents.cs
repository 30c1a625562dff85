using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>What happened to meeting plans of a deal, as sentences; lines of a plan are read on its page.</summary>
internal static class MeetingEvents
{
    /// <summary>Nulls for an event that says nothing of its own.</summary>
    public static (string? Title, string? Note) Said(AppDb db, Event happened)
    {
        var fields = EventData.Seen(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value.After);
        return happened.Kind switch
        {
            "meeting-plan.created" => (T("A meeting is planned"), fields.TryGetValue("Reason", out var reason) ? reason.ToString() : null),
            "meeting-plan.changed" when fields.TryGetValue("RemovedAt", out var at) => (at.ValueKind is JsonValueKind.Null ? T("The plan of a meeting was brought back") : T("The plan of a meeting was taken off"), null),
            "meeting-plan.changed" when fields.TryGetValue("AgendaSentOn", out var sent) && sent.ValueKind is JsonValueKind.String => (T("They were sent why to meet"), null),
            "meeting-plan.changed" => (T("The plan of a meeting was changed"), null),
            _ => (null, null),
        };
    }
}
