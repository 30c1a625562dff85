using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Issues;

/// <summary>What happened to issues and proposals of a deal, as sentences.</summary>
internal static class IssueEvents
{
    /// <summary>Nulls for an event that says nothing of its own.</summary>
    public static (string? Title, string? Note) Said(AppDb db, Event happened, IReadOnlyDictionary<Guid, string> names, string currency)
    {
        var fields = EventData.Seen(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value.After);
        return happened.Kind switch
        {
            "deal-issue.created" => (T("They want solved: {0}", Text("Text")), Confirmed()),
            "deal-issue.changed" when Removed() is { } gone => (gone ? T("What they want solved was taken off") : T("What they want solved was brought back"), null),
            "deal-issue.changed" when fields.TryGetValue("ConfirmedOn", out var on) && on.ValueKind is not JsonValueKind.Null => (Confirmed(), Text("Text")),
            "deal-issue.changed" => (T("What they want solved was put in other words"), Text("Text")),
            "proposal.created" => (T("A proposal went to them: {0}", Money()), Why()),
            "proposal.changed" when Removed() is { } gone => (gone ? T("A proposal was taken off") : T("A proposal was brought back"), null),
            "talk-rating.created" or "talk-rating.changed" => (T("It was said what a talk was about"), null),
            "talk-rating.deleted" => (T("What a talk was about was taken back"), null),
            _ => (null, null),
        };

        string? Text(string field) => fields.TryGetValue(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

        bool? Removed() => fields.TryGetValue("RemovedAt", out var at) ? at.ValueKind is not JsonValueKind.Null : null;

        string? Confirmed() => fields.TryGetValue("ConfirmedOn", out var on) && on.ValueKind is not JsonValueKind.Null ? T("confirmed by {0}", Text("ConfirmedById") is { } id && Guid.TryParse(id, out var who) && names.TryGetValue(who, out var name) ? Bidi.Isolated(name) : T("someone")) : null;

        string Money() => fields.TryGetValue("Amount", out var amount) && amount.ValueKind is JsonValueKind.Number ? MoneyText.Of(amount.GetInt64(), Text("Currency") ?? currency) : T("amount unknown");

        string? Why() => Text("Because") is { } because ? T("before they confirmed an issue, because: {0}", because) : Text("StatedBy") is { } source ? T("stated by {0}", source) : null;
    }
}
