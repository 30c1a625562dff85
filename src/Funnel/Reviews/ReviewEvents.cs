using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Reviews;

/// <summary>What happened to reviews of a deal, as sentences.</summary>
internal static class ReviewEvents
{
    /// <summary>Nulls for an event that says nothing of its own.</summary>
    public static (string? Title, string? Note) Said(AppDb db, Event happened)
    {
        var fields = EventData.Seen(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value.After);
        return happened.Kind switch
        {
            "review-criterion.created" or "review-criterion.changed" => (T("It was said how strongly something counted"), null),
            "review-criterion.deleted" => (T("How strongly something counted was taken back"), null),
            "deal-review.created" => (T("Looked back on it"), Words()),
            "deal-review.changed" when fields.TryGetValue("RemovedAt", out var at) => (at.ValueKind is JsonValueKind.Null ? T("The look back was brought back") : T("The look back was taken off"), null),
            "deal-review.changed" when fields.ContainsKey("LessonState") && fields.Keys.All(k => k is "LessonState" or "LessonOn") => (State(), null),
            "deal-review.changed" => (T("Looked back on it again"), Words()),
            _ => (null, null),
        };

        string? Text(string field) => fields.TryGetValue(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

        string? Words() => Text("TheirWord") is { } theirs ? T("their word: {0}", theirs) : Text("OurWord") ?? Text("Lesson");

        string State() => fields["LessonState"] is var state && (state.ValueKind is JsonValueKind.String ? Enum.TryParse<LessonState>(state.GetString(), out var became) : state.TryGetInt32(out var number) & Enum.IsDefined(became = (LessonState)number)) ? T("What was to be changed: {0}", ReviewWords.Of(became)) : T("Looked back on it again");
    }
}
