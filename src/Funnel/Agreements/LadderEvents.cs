using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Agreements;

/// <summary>What happened to what a customer agreed to, as sentences.</summary>
internal static class LadderEvents
{
    /// <summary>Nulls for an event that says nothing of its own.</summary>
    public static (string? Title, string? Note) Said(AppDb db, Event happened)
    {
        var fields = EventData.Seen(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value.After);
        return happened.Kind switch
        {
            "deal-agreement.created" => (fields.TryGetValue("Text", out var text) ? T("They agreed: {0}", text.ToString()) : T("They agreed to something"), null),
            "deal-agreement.changed" when fields.TryGetValue("RemovedAt", out var at) => (at.ValueKind is not JsonValueKind.Null ? T("Something they agreed to was taken off") : T("Something they agreed to was brought back"), null),
            "deal-agreement.changed" when fields.TryGetValue("Kept", out var kept) => (kept.ValueKind switch { JsonValueKind.True => T("They kept what they agreed to"), JsonValueKind.False => T("They did not keep what they agreed to"), _ => T("What they agreed to is open again") }, null),
            "deal-agreement.changed" => (T("What they agreed to was said anew"), null),
            _ => (null, null),
        };
    }
}
