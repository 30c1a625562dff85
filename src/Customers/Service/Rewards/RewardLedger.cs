using System.Text.Json.Serialization;
namespace Coxswain.Customers.Service.Rewards;

/// <summary>Something that may earn points.</summary>
/// <param name="Fact">What kind.</param>
/// <param name="Id">The case, tip or observation.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="On">When.</param>
/// <param name="Times">How often it counts: behaviours of one observation.</param>
/// <param name="Says">What people read.</param>
internal sealed record EarningFact(RewardFact Fact, Guid Id, Guid PersonId, DateOnly On, int Times, string Says);

/// <summary>A line of the ledger: what earned how much, by which rule.</summary>
public sealed record LedgerLine
{
    [JsonConverter(typeof(JsonStringEnumConverter<RewardFact>))]
    public required RewardFact Fact { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<RewardAim>))]
    public required RewardAim Aim { get; init; }

    /// <summary>The case, tip or observation.</summary>
    public required Guid FactId { get; init; }
    internal Guid PersonId { get; init; }
    public required DateOnly On { get; init; }
    public required int Points { get; init; }

    /// <summary>The rule, with the day it is in force from.</summary>
    public required Guid RuleId { get; init; }
    public required DateOnly RuleFrom { get; init; }
    public string? Says { get; init; }

    /// <summary>The month it was paid with; null while it is not.</summary>
    public DateOnly? PaidWith { get; init; }
}

/// <summary>
/// Turns facts into lines by the rules of their day. What was paid stands as it was paid, whatever was corrected since; what comes to light
/// after its month was paid is paid with the next.
/// </summary>
internal static class RewardLedger
{
    public static RewardAim AimOf(RewardFact fact) => fact switch
    {
        RewardFact.KnowledgeShown => RewardAim.Knowledge,
        RewardFact.GoodRating or RewardFact.BehaviourShown => RewardAim.Care,
        _ => RewardAim.Deals,
    };

    public static IReadOnlyList<LedgerLine> Of(IEnumerable<EarningFact> facts, IReadOnlyList<RewardRule> rules, IReadOnlyCollection<(RewardLine Line, DateOnly Month)> paid)
    {
        var (byId, all) = (rules.ToDictionary(r => r.Id), facts.ToList());
        var said = all.DistinctBy(f => (f.PersonId, f.Fact, f.Id)).ToDictionary(f => (f.PersonId, f.Fact, f.Id), f => f.Says);
        var done = paid.Select(p => (p.Line.PersonId, p.Line.Fact, p.Line.FactId)).ToHashSet();
        var lines = paid.Select(p => new LedgerLine
        {
            Fact = p.Line.Fact, Aim = AimOf(p.Line.Fact), FactId = p.Line.FactId, PersonId = p.Line.PersonId, On = p.Line.On, Points = p.Line.Points, RuleId = p.Line.RuleId, RuleFrom = byId[p.Line.RuleId].From, PaidWith = p.Month,
            Says = said.GetValueOrDefault((p.Line.PersonId, p.Line.Fact, p.Line.FactId)),
        });
        var open = from fact in all
                   where !done.Contains((fact.PersonId, fact.Fact, fact.Id))
                   let rule = rules.LastOrDefault(r => r.Fact == fact.Fact && r.IsInForce(fact.On))
                   where rule is { Points: > 0 }
                   select new LedgerLine { Fact = fact.Fact, Aim = AimOf(fact.Fact), FactId = fact.Id, PersonId = fact.PersonId, On = fact.On, Points = rule.Points * fact.Times, RuleId = rule.Id, RuleFrom = rule.From, Says = fact.Says };
        return [.. lines.Concat(open).OrderByDescending(l => l.On).ThenBy(l => l.Fact).ThenBy(l => l.FactId)];
    }
}
