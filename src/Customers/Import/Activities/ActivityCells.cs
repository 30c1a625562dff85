using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
namespace Coxswain.Customers.Import.Activities;

/// <summary>What other systems call the kinds, directions and outcomes of activities, in English and German.</summary>
internal static class ActivityCells
{
    private static readonly (InteractionKind Kind, string[] Words)[] Kinds =
    [
        (InteractionKind.Call, ["call", "anruf", "telefon"]), (InteractionKind.Mail, ["mail"]), (InteractionKind.Message, ["sms", "message", "chat", "whatsapp", "linkedin", "nachricht"]),
        (InteractionKind.Meeting, ["meeting", "demo", "lunch", "appointment", "event", "visit", "besprechung", "termin", "besuch", "treffen"]), (InteractionKind.Note, ["note", "notiz"]),
    ];

    // In this order: "inbound" holds "in" as "outgoing" does.
    private static readonly (bool Inbound, string[] Words)[] Directions =
        [(true, ["inbound", "incoming", "eingehend", "received"]), (false, ["outbound", "outgoing", "ausgehend", "sent", "email"])];

    private static readonly (InteractionOutcome Outcome, string[] Words)[] Outcomes =
    [
        (InteractionOutcome.NotInterested, ["not interested", "kein interesse"]), (InteractionOutcome.LeftMessage, ["voicemail", "left message", "live message", "nachricht"]),
        (InteractionOutcome.NotReached, ["no answer", "busy", "no show", "not held", "wrong number", "missed", "nicht erreicht"]), (InteractionOutcome.Reached, ["connected", "reached", "held", "completed", "answered", "erreicht"]),
    ];

    private static readonly string[] NotHeld = ["cancel", "no show", "not held", "rescheduled", "abgesagt", "abgebrochen", "storniert", "verschoben", "nicht erschienen", "nicht stattgefunden"];

    private static readonly string[] Done = ["completed", "complete", "done", "closed", "finished", "held", "true", "1", "yes", "erledigt", "abgeschlossen"];

    private static readonly string[] OpenWhole = ["new", "neu", "todo", "to do", "started", "hold", "false", "0", "no", "nein"];
    private static readonly string[] Open = ["open", "not started", "progress", "waiting", "pending", "on hold", "deferred", "offen", "nicht begonnen", "bearbeitung", "wartet"];

    public static InteractionKind? Kind(string? text) => Find(text, Kinds.Select(k => (k.Kind, k.Words)));

    public static bool? Inbound(string? text) => text?.ToLowerInvariant() switch { null => null, "in" or "true" or "1" or "yes" => true, "out" or "false" or "0" or "no" => false, var said => Find(said, Directions) };

    public static InteractionOutcome? Outcome(string? text) => Find(text, Outcomes);

    /// <summary>Whether a status says that it did not take place, at least not then.</summary>
    public static bool IsNotHeld(string status) => Folding.Fold(status).Replace('_', ' ').Replace('-', ' ') is var folded && NotHeld.Any(w => folded.Contains(w, StringComparison.Ordinal));

    public static bool IsDone(string? status) => status is not null && Done.Contains(status.ToLowerInvariant());

    /// <summary>Whether a status says that it is still to be done; what it does not know says neither.</summary>
    public static bool IsOpen(string? status) => !IsDone(status) && status is not null && Folding.Fold(status).Replace('_', ' ').Replace('-', ' ') is var folded && (OpenWhole.Contains(folded) || Open.Any(w => folded.Contains(w, StringComparison.Ordinal)));

    private static T? Find<T>(string? text, IEnumerable<(T Value, string[] Words)> all) where T : struct
    {
        if (text is null) return null;
        var folded = Folding.Fold(text).Replace('_', ' ').Replace('-', ' ');
        return all.Where(a => a.Words.Any(w => folded.Contains(w, StringComparison.Ordinal))).Select(a => (T?)a.Value).FirstOrDefault();
    }
}
