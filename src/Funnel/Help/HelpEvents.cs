using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Help;

/// <summary>What happened to requests for help, on the timeline of their deal. Whoever sees the deal reads it, so neither what was asked nor who refused is said.</summary>
internal static class HelpEvents
{
    /// <summary>Nulls for an event that says nothing of its own.</summary>
    public static (string? Title, string? Note) Said(AppDb db, Event happened)
    {
        var fields = EventData.Seen(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value.After);
        return happened.Kind switch
        {
            "help-request.created" => (T("Help was asked for"), null),
            "help-request.changed" when fields.TryGetValue("RemovedAt", out var at) => (at.ValueKind is JsonValueKind.Null ? T("A request for help was brought back") : T("A request for help was taken back"), null),
            "help-request.changed" when fields.ContainsKey("HelperId") => (T("Help came"), null),
            "help-request.changed" when fields.ContainsKey("ReleasedAt") => (T("Help ended"), null),
            _ => (null, null),
        };
    }
}
