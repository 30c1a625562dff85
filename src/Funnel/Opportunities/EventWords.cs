using System.Globalization;
using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Events of a deal as lines of its timeline.</summary>
internal sealed class EventWords(OpportunityView deal, DateOnly today, IReadOnlyDictionary<Guid, string> names)
{
    // A move says these in words of its own.
    private static readonly string[] SaidElsewhere = ["StageId", "ClosedOn", "MainProductId", "SourceId", "CustomFields", "RemovedAt"];

    /// <summary>Null for an event that says nothing of its own.</summary>
    public TimelineItem? Of(AppDb db, Event happened, string? who)
    {
        if (happened.SubjectKind is not (Kinds.Opportunity or "opportunity-line")) return null;
        var (title, note) = happened.Kind switch
        {
            "opportunity.created" => (T("Added"), null),
            "opportunity.moved" => Moved(happened),
            "opportunity.changed" => Changed(db, happened),
            "opportunity-line.created" => (T("Product: {0}", Line(db, happened)), null),
            "opportunity-line.changed" => Changed(db, happened),
            "opportunity-line.deleted" => (T("A product was taken off"), null),
            _ => (null, (string?)null),
        };
        if (title is null) return null;
        var day = DateOnly.FromDateTime(happened.OccurredAt);
        return new TimelineItem(DayText.Near(day, today), title)
        {
            At = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Note = string.Join(" · ", new[] { note, who ?? T("Coxswain"), Late(happened) }.OfType<string>()),
        };
    }

    private static (string?, string?) Moved(Event happened)
    {
        using var data = JsonDocument.Parse(happened.Data);
        var (from, to, end) = (data.RootElement.GetProperty("From").GetString(), data.RootElement.GetProperty("To").GetString(), data.RootElement.GetProperty("End").GetString());
        return end is nameof(StageEnd.Open) ? (T("Stage: {0}", to), T("from {0}", from)) : (T("Closed: {0}", to), T("from {0}", from));
    }

    private (string?, string?) Changed(AppDb db, Event happened)
    {
        var removed = EventData.Fields(db, happened).FirstOrDefault(f => f.Field == "RemovedAt");
        if (removed.Change is { } change) return (change.After.ValueKind is JsonValueKind.Null ? T("Brought back") : T("Removed"), null);
        var fields = EventData.Fields(db, happened).Where(f => f.Change is not null && !SaidElsewhere.Contains(f.Field)).ToList();
        if (fields is []) return (null, null);
        if (fields is [var (field, only)]) return ($"{HistoryWords.Label(field)}: {Said(field, only!.Value.After)}", only.Value.Before.ValueKind is JsonValueKind.Null ? null : T("was {0}", Said(field, only.Value.Before)));
        return (string.Join(", ", fields.Select(f => $"{HistoryWords.Label(f.Field)}: {Said(f.Field, f.Change!.Value.After)}")), T("was {0}", string.Join(", ", fields.Select(f => Said(f.Field, f.Change!.Value.Before)))));
    }

    private string Line(AppDb db, Event happened)
    {
        var fields = EventData.Fields(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value.After);
        var product = fields.TryGetValue("ProductId", out var id) ? Said("ProductId", id) : "";
        return fields.TryGetValue("Quantity", out var quantity) ? $"{quantity} × {product}" : product;
    }

    private string Said(string field, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String && value.TryGetGuid(out var id)) return Bidi.Isolated(names.GetValueOrDefault(id)) ?? T("someone");
        return Bidi.Isolated(HistoryWords.Value(field, value.ValueKind is JsonValueKind.Null ? null : value.ToString(), deal.Currency))!;
    }

    private string? Late(Event happened) =>
        DateOnly.FromDateTime(happened.RecordedAt) is var recorded && recorded > DateOnly.FromDateTime(happened.OccurredAt) ? T("recorded {0}", DayText.Short(recorded, today)) : null;
}
