using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Service.Coaching;
using Coxswain.Customers.Service.Credit;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Rewards;

/// <summary>Reads what earned points in a time, of those the viewer may see figures of or of one of them, in as many statements however many there are.</summary>
internal sealed class RewardReading(AppDb db, IEnumerable<IDealOutcomes> outcomes)
{
    // What is unpaid for longer is for people to look into.
    public const int MonthsBack = 12;

    private IReadOnlyDictionary<Guid, DealOutcome> _ends = new Dictionary<Guid, DealOutcome>();

    /// <summary>What was agreed on the last day that was read; null where nothing is, or there are no rules.</summary>
    public ServiceTerms? Terms { get; private set; }

    /// <summary>What became of the deals of the tips that were read.</summary>
    public IReadOnlyDictionary<Guid, DealOutcome> Ends => _ends;

    // Null is everyone; else these, as one parameter however many they are.
    private IReadOnlyList<Guid>? _whose;

    public async Task<(IReadOnlyList<LedgerLine> Lines, IReadOnlyList<RewardRule> Rules)> ReadAsync(DateOnly from, DateOnly until, Guid? person, CancellationToken ct)
    {
        var reach = db.Reaches.For(Kinds.ServiceFigures, AccessLevel.Read);
        _whose = person is { } one ? [one] : reach.Everyone ? null : reach.Owners;
        var (last, terms) = (until.AddDays(-1), db.Rows<ServiceTerms>());
        var agreed = terms.Where(t => t.From <= last && !terms.Any(later => later.From > t.From && later.From <= last));
        var read = await db.Rows<RewardRule>().LeftJoin(agreed, r => r.TenantId, t => t.TenantId, (Rule, Terms) => new { Rule, Terms }).OrderBy(r => r.Rule.From).ThenBy(r => r.Rule.Id).AsNoTracking().ToListAsync(ct);
        var rules = read.ConvertAll(r => r.Rule);
        Terms = read.FirstOrDefault()?.Terms;
        if (rules.Count == 0) return ([], rules);
        List<EarningFact> facts = [.. await CasesAsync(from, until, ct), .. await ObservationsAsync(from, until, ct), .. await TipsAsync(from, until, ct)];
        // What was paid may have been of another day then: a case that was rated anew, a deal that was won again.
        var ids = facts.Select(f => f.Id).Distinct().ToList();
        var paid = (await db.Rows<RewardLine>().AsNoTracking().Where(l => (l.On >= from && l.On < until || ids.Contains(l.FactId)) && (_whose == null || _whose.Contains(l.PersonId))).Join(db.Rows<RewardPayout>(), l => l.PayoutId, p => p.Id, (Line, p) => new { Line, p.Month }).ToListAsync(ct)).ConvertAll(p => (p.Line, p.Month));
        return ([.. RewardLedger.Of(facts, rules, paid).Where(l => l.On >= from && l.On < until)], rules);
    }

    public static async Task<IReadOnlyList<RewardRule>> RulesAsync(AppDb db, CancellationToken ct) => await db.Rows<RewardRule>().AsNoTracking().OrderBy(r => r.From).ThenBy(r => r.Id).ToListAsync(ct);

    private async Task<IEnumerable<EarningFact>> CasesAsync(DateOnly from, DateOnly until, CancellationToken ct)
    {
        // A word about one's own help that one entered oneself earns nothing.
        var rated = db.ServiceCases.Where(c => c.Rating == CaseRating.Good && c.RatedOn >= from && c.RatedOn < until && c.RatedById != null && c.RatedById != c.OwnerId);
        return (await rated.Where(c => _whose == null || _whose.Contains(c.OwnerId)).Select(c => new { c.Id, c.OwnerId, c.RatedOn, c.Subject }).ToListAsync(ct)).Select(c => new EarningFact(RewardFact.GoodRating, c.Id, c.OwnerId, c.RatedOn!.Value, 1, c.Subject));
    }

    private async Task<IEnumerable<EarningFact>> ObservationsAsync(DateOnly from, DateOnly until, CancellationToken ct)
    {
        var seen = await db.Rows<ServiceObservation>().AsNoTracking().Where(o => o.On >= from && o.On < until && (_whose == null || _whose.Contains(o.OwnerId))).ToListAsync(ct);
        return seen.SelectMany(o => (EarningFact?[])
        [
            o.Knowledge >= ServiceObservation.Knows ? new(RewardFact.KnowledgeShown, o.Id, o.OwnerId, o.On, 1, T("product known {0} of {1}", o.Knowledge!.Value, 5)) : null,
            o.Shown > 0 ? new(RewardFact.BehaviourShown, o.Id, o.OwnerId, o.On, o.Shown, N(o.Shown, "one of three behaviours seen", "{0} of three behaviours seen")) : null,
        ]).OfType<EarningFact>();
    }

    private async Task<IEnumerable<EarningFact>> TipsAsync(DateOnly from, DateOnly until, CancellationToken ct)
    {
        var moved = db.Rows<TipDispute>().Where(d => d.Settlement == CreditSettlement.Moved);
        var credited = db.Rows<Tip>().Where(t => t.State == TipState.Accepted).Select(t => new CreditedTip { Id = t.Id, Heard = t.Heard, DecidedAt = t.DecidedAt, HeardOn = t.HeardOn, OpportunityId = t.OpportunityId, OwnerId = moved.Where(d => d.TipId == t.Id).Select(d => d.CreditToId).FirstOrDefault() ?? t.OwnerId });
        // Shared, both are credited with all of it.
        var shared = db.Rows<TipDispute>().Where(d => d.Settlement == CreditSettlement.Shared && d.CreditToId != null).Join(db.Rows<Tip>().Where(t => t.State == TipState.Accepted), d => d.TipId, t => t.Id, (d, t) => new CreditedTip { Id = t.Id, Heard = t.Heard, DecidedAt = t.DecidedAt, HeardOn = t.HeardOn, OpportunityId = t.OpportunityId, OwnerId = d.CreditToId!.Value });
        var tips = (await credited.Where(t => _whose == null || _whose.Contains(t.OwnerId)).Concat(shared.Where(t => _whose == null || _whose.Contains(t.OwnerId))).ToListAsync(ct)).DistinctBy(t => (t.Id, t.OwnerId)).ToList();
        var deals = tips.Select(t => t.OpportunityId).OfType<Guid>().ToList();
        if (deals.Count > 0 && outcomes.FirstOrDefault() is { } told) _ends = await told.OfAsync(db, deals, ct);
        return tips.SelectMany(t => (EarningFact?[])
        [
            t.TakenOn is { } on && on >= from && on < until ? new(RewardFact.TipTaken, t.Id, t.OwnerId, on, 1, t.Heard) : null,
            t.OpportunityId is { } deal && _ends.GetValueOrDefault(deal) is { IsWon: true, EndedOn: { } won } && won >= from && won < until ? new(RewardFact.TipWon, t.Id, t.OwnerId, won, 1, t.Heard) : null,
        ]).OfType<EarningFact>();
    }
}

/// <summary>A taken tip with who is credited with it.</summary>
internal sealed record CreditedTip
{
    public required Guid Id { get; init; }
    public required string Heard { get; init; }
    public required DateTime? DecidedAt { get; init; }
    public required DateOnly HeardOn { get; init; }
    public required Guid? OpportunityId { get; init; }
    public required Guid OwnerId { get; init; }

    public DateOnly? TakenOn => DecidedAt is { } at ? DateOnly.FromDateTime(at) : null;
}
