using System.Text.Json;
using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Events of deals where the events of everything are shown: stages, products and price lists by name, money in the currency of the deal or the list.</summary>
internal sealed class DealEventWords : IEventWords
{
    private static readonly string[] Money = ["Amount", "UnitPrice", "Price", "ListPrice", "Cost", "Goal", "Worth", "Saving", "Recurring", "OneOff"];

    public IReadOnlyCollection<string> Kinds => [Funnel.Kinds.Opportunity, Funnel.Kinds.OpportunityLine, Funnel.Kinds.StageEvidence, Funnel.Kinds.MoveNote, Funnel.Kinds.Process, Funnel.Kinds.ProcessStep, Funnel.Kinds.ProcessEdition, Funnel.Kinds.Lesson, Funnel.Kinds.LessonMeeting, Funnel.Kinds.ListedPrice, Funnel.Kinds.PlanJudgement, Funnel.Kinds.DealObjective, Funnel.Kinds.PlanStrength, Funnel.Kinds.PlanLook, Funnel.Kinds.DealIssue, Funnel.Kinds.Proposal, Funnel.Kinds.TalkRating, Funnel.Kinds.DealReview, Funnel.Kinds.ReviewCriterion, Funnel.Kinds.MeetingPlan, Funnel.Kinds.MeetingLine, Funnel.Kinds.DealAgreement, Funnel.Kinds.ClosingNeed, Funnel.Kinds.Debrief, Funnel.Kinds.DebriefChange, Funnel.Kinds.Rule,
        Funnel.Kinds.FitProfile, Funnel.Kinds.FitCriterion, Funnel.Kinds.FitAnswer, Funnel.Kinds.PursuitSaying, Funnel.Kinds.PursuitDecision, Funnel.Kinds.Negotiation, Funnel.Kinds.PriceAnchor, Funnel.Kinds.Concession, Funnel.Kinds.SeenSign, Funnel.Kinds.WalkAway, Funnel.Kinds.HelpRequest, Funnel.Kinds.Expertise, Funnel.Kinds.StrategyRead, Funnel.Kinds.DealFormation, Funnel.Kinds.CharterEdition, Funnel.Kinds.CharterAgreement, Funnel.Kinds.JourneyEdition, Funnel.Kinds.TurfCase, Funnel.Kinds.ValueItem, Funnel.Kinds.Proof, Funnel.Kinds.Contract, Funnel.Kinds.ContractRenewal, Funnel.Kinds.SharedPlan, Funnel.Kinds.SharedStep, Funnel.Kinds.SharedSaying, Funnel.Kinds.SharedLink];

    public async Task<FieldWords> ReadAsync(AppDb db, IReadOnlyCollection<Event> events, CancellationToken ct)
    {
        var confirmed = DealTimeline.KeysIn(db, events, "ConfirmedById", "CounterpartId", "ForId", "ContactId", "ById");
        var names = await db.Stages.Select(s => new { s.Id, s.Name }).Concat(db.Products.Select(p => new { p.Id, p.Name })).Concat(db.PriceLists.Select(l => new { l.Id, l.Name })).Concat(db.Processes.Select(p => new { p.Id, p.Name })).Concat(db.FitCriteria.Select(c => new { c.Id, Name = c.Text })).Concat(db.ContactRows().Where(c => confirmed.Contains(c.Id)).Select(c => new { c.Id, c.Name })).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var deals = events.SelectMany(e => new[] { e.SubjectId, e.TimelineId }).Distinct().ToList();
        var currencies = await db.Opportunities.Where(o => deals.Contains(o.Id)).Select(o => new { o.Id, o.Currency }).Concat(db.PriceLists.Where(l => deals.Contains(l.Id)).Select(l => new { l.Id, l.Currency })).Concat(db.Contracts.Where(c => deals.Contains(c.Id)).Select(c => new { c.Id, c.Currency })).ToDictionaryAsync(o => o.Id, o => o.Currency, ct);
        return new FieldWords(
            field => HistoryWords.Label(field) is var label && label != field ? label : null,
            (happened, field, value) => Value(field, value, names, currencies.GetValueOrDefault(happened.SubjectId) ?? currencies.GetValueOrDefault(happened.TimelineId)));
    }

    private static string? Value(string field, JsonElement value, Dictionary<Guid, string> names, string? currency)
    {
        if (value.ValueKind is JsonValueKind.Null) return T("unknown");
        if (value.ValueKind is JsonValueKind.String && value.TryGetGuid(out var id)) return names.GetValueOrDefault(id);
        return Money.Contains(field) ? currency is null ? "…" : HistoryWords.Value(field, value.ToString(), currency) : null;
    }
}
