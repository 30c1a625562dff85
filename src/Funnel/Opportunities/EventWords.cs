using System.Globalization;
using System.Text.Json;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Events of a deal as lines of its timeline.</summary>
/// <param name="deal">The deal.</param>
/// <param name="today">The day it is read on.</param>
/// <param name="names">What records that events refer to are called.</param>
/// <param name="own">The organisation's own fields of deals.</param>
internal sealed class EventWords(OpportunityView deal, DateOnly today, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<CustomField> own)
{
    // A move says these in words of its own.
    private static readonly string[] SaidElsewhere = ["StageId", "ClosedOn", "MainProductId", "SourceId", "CustomFields", "RemovedAt"];

    /// <summary>Null for an event that says nothing of its own.</summary>
    public TimelineItem? Of(AppDb db, Event happened, string? who)
    {
        if (happened.SubjectKind is not (Kinds.Opportunity or Kinds.OpportunityLine or Kinds.StageEvidence or Kinds.MoveNote or Kinds.PlanJudgement or Kinds.DealObjective or Kinds.PlanStrength or Kinds.PlanLook or Kinds.DealIssue or Kinds.Proposal or Kinds.TalkRating or Kinds.DealReview or Kinds.ReviewCriterion or Kinds.MeetingPlan or Kinds.Debrief or Kinds.DealAgreement or Kinds.PursuitSaying or Kinds.PursuitDecision or Kinds.HelpRequest or Kinds.StrategyRead or Kinds.DealFormation or Kinds.ValueItem) && !Negotiation.NegotiationEvents.Covers(happened.SubjectKind) && !Shared.SharedEvents.Covers(happened.SubjectKind)) return null;
        var (title, note) = happened.Kind switch
        {
            "opportunity.created" => (T("Added"), null),
            "opportunity.moved" => Moved(db, happened),
            "opportunity.changed" => Changed(db, happened),
            "opportunity.rule-fired" => Rules.RuleEvents.Said(happened),
            "record.shared" => (T("Shown to one more person"), null),
            "record.unshared" => (T("Shown to somebody no longer"), null),
            "opportunity-line.created" => (T("Product: {0}", Line(db, happened)), null),
            "opportunity-line.changed" => Changed(db, happened),
            "opportunity-line.deleted" => (T("A product was taken off"), null),
            "stage-evidence.created" => (T("The customer: {0}", After(db, happened, "Text")), null),
            "stage-evidence.deleted" => (T("What showed a step of the customer was taken off"), null),
            "move-note.created" => Passed(db, happened),
            "plan-judgement.created" => (Plans.PlanEventWords.Judged(happened), null),
            "plan-judgement.changed" => (T("A judgement was taken off, or brought back"), null),
            "deal-objective.created" => (T("To be won: {0}", Plans.PlanEventWords.After(happened, "What")), Plans.PlanEventWords.After(happened, "Because")),
            "strategy-read.created" or "strategy-read.changed" => (T("Read what is to be won"), null),
            "deal-formation.created" or "deal-formation.changed" => (T("How we go into it was said anew"), null),
            "strategy-read.deleted" => (T("Took back having read what is to be won"), null),
            "plan-strength.created" => (T("What sets us apart: {0}", Plans.PlanEventWords.After(happened, "Text")), null),
            "plan-strength.changed" => (T("A strength was taken off, or brought back"), null),
            _ when happened.SubjectKind is Kinds.PlanLook => (Plans.Looks.LookWords.Said(happened), null),
            _ when happened.SubjectKind is Kinds.DealReview or Kinds.ReviewCriterion => Reviews.ReviewEvents.Said(db, happened),
            _ when happened.SubjectKind is Kinds.PursuitSaying or Kinds.PursuitDecision => Pursuit.PursuitEvents.Said(happened),
            _ when happened.SubjectKind is Kinds.HelpRequest => Help.HelpEvents.Said(db, happened),
            _ when happened.SubjectKind is Kinds.MeetingPlan => Meetings.MeetingEvents.Said(db, happened),
            _ when happened.SubjectKind is Kinds.DealAgreement => Agreements.LadderEvents.Said(db, happened),
            _ when happened.SubjectKind is Kinds.Debrief => Debriefs.DebriefEvents.Said(db, happened),
            _ when Negotiation.NegotiationEvents.Covers(happened.SubjectKind) => Negotiation.NegotiationEvents.Said(db, happened, deal.Currency),
            _ when Shared.SharedEvents.Covers(happened.SubjectKind) => Shared.SharedEvents.Said(happened),
            _ when happened.SubjectKind is Kinds.ValueItem => Value.ValueEvents.Said(db, happened),
            _ => Issues.IssueEvents.Said(db, happened, names, deal.Currency),
        };
        if (title is null) return null;
        var day = DateOnly.FromDateTime(happened.OccurredAt);
        return new TimelineItem(DayText.Near(day, today), title)
        {
            At = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Icon = happened.Kind is "opportunity.moved" ? "flag" : "history",
            Note = string.Join(" · ", new[] { note, who ?? (Shared.SharedEvents.IsTheirs(happened) ? T("the customer, on the shared plan") : T("Coxswain")), Late(happened) }.OfType<string>()),
        };
    }

    // What else was saved with it stands behind it; an end has its day from the move itself.
    private (string?, string?) Moved(AppDb db, Event happened)
    {
        using var data = JsonDocument.Parse(happened.Data);
        var (from, to, end) = (data.RootElement.GetProperty("From").GetString(), data.RootElement.GetProperty("To").GetString(), data.RootElement.GetProperty("End").GetString());
        var isEnd = end is not nameof(StageEnd.Open);
        var (rest, was) = Said(Fields(db, happened).Where(f => !isEnd || f.Field is not "CloseOn").ToList());
        return (Joined(isEnd ? T("Closed: {0}", to) : T("Stage: {0}", to), rest), Joined(T("from {0}", from), was));
    }

    private (string?, string?) Changed(AppDb db, Event happened)
    {
        var removed = EventData.Seen(db, happened).FirstOrDefault(f => f.Field == "RemovedAt");
        if (removed.Change is { } change) return (change.After.ValueKind is JsonValueKind.Null ? T("Brought back") : T("Removed"), null);
        var (said, was) = Said([.. Fields(db, happened)]);
        var ours = EventData.Seen(db, happened).Where(f => f is { Field: "CustomFields", Change: not null }).SelectMany(f => CustomHistory.Of(own, f.Change!.Value)).ToList();
        if (ours.Count == 0) return (said, was);
        var known = ours.Where(o => o.Before is not null).Select(o => o.Before!).ToList();
        return (string.Join(", ", ours.Select(o => $"{o.Label}: {o.After ?? T("unknown")}").Prepend(said).OfType<string>()), was ?? (known is [] ? null : T("was {0}", string.Join(", ", known))));
    }

    private static (string?, string?) Passed(AppDb db, Event happened) =>
        (MoveWords.Of(Enum.TryParse<MoveKind>(After(db, happened, "Kind"), out var kind) ? kind : MoveKind.Unshown, After(db, happened, "Without")), After(db, happened, "Reason") is { Length: > 0 } reason ? reason : After(db, happened, "IsStated") is "True" or "true" ? T("stated by another system") : null);

    private static IEnumerable<(string Field, Change Change)> Fields(AppDb db, Event happened) =>
        EventData.Seen(db, happened).Where(f => f.Change is not null && !SaidElsewhere.Contains(f.Field)).Select(f => (f.Field, f.Change!.Value));

    /// <summary>What fields became, and what those were that were known; nulls where there is nothing to say.</summary>
    private (string?, string?) Said(List<(string Field, Change Change)> fields)
    {
        var known = fields.Where(f => f.Change.Before.ValueKind is not JsonValueKind.Null).Select(f => fields is [_] ? Said(f.Field, f.Change.Before) : Labelled(f.Field, f.Change.Before)).ToList();
        return (fields is [] ? null : string.Join(", ", fields.Select(f => Labelled(f.Field, f.Change.After))), known is [] ? null : T("was {0}", string.Join(", ", known)));
    }

    private string Labelled(string field, JsonElement value) => $"{HistoryWords.Label(field)}: {Said(field, value)}";

    private static string Joined(string first, string? more) => more is null ? first : $"{first}, {more}";

    private string Line(AppDb db, Event happened)
    {
        var fields = EventData.Seen(db, happened).Where(f => f.Change is not null).ToDictionary(f => f.Field, f => f.Change!.Value.After);
        var product = fields.TryGetValue("ProductId", out var id) ? Said("ProductId", id) : "";
        return fields.TryGetValue("Quantity", out var quantity) ? $"{quantity} × {product}" : product;
    }

    private static string? After(AppDb db, Event happened, string field) => EventData.Seen(db, happened).Where(f => f.Field == field && f.Change is not null).Select(f => f.Change!.Value.After.ToString()).FirstOrDefault();

    private string Said(string field, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String && value.TryGetGuid(out var id)) return Bidi.Isolated(names.GetValueOrDefault(id)) ?? T("someone");
        return Bidi.Isolated(HistoryWords.Value(field, value.ValueKind is JsonValueKind.Null ? null : value.ToString(), deal.Currency))!;
    }

    private string? Late(Event happened) =>
        DateOnly.FromDateTime(happened.RecordedAt) is var recorded && recorded > DateOnly.FromDateTime(happened.OccurredAt) ? T("recorded {0}", DayText.Short(recorded, today)) : null;
}
