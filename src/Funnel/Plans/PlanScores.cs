using Coxswain.Customers.Maps;
namespace Coxswain.Funnel.Plans;

/// <summary>What a plan comes to, each between 0 and 1 but support, which goes from −1 to 1; null where nothing is known to work it out from.</summary>
/// <param name="Coverage">How much of the parts is covered: somebody is known, we spoke with them, and what they want, gain and think is known and fresh.</param>
/// <param name="Support">How they stand to us, weighed by influence, over those whose stance is known.</param>
/// <param name="StancesKnown">Over how many that is.</param>
/// <param name="Access">With how many of those with much influence we spoke lately.</param>
/// <param name="HighInfluence">Of how many that is.</param>
/// <param name="Knowledge">How much of what a plan asks is known.</param>
/// <param name="Asked">How much it asks.</param>
/// <param name="Complexity">From 1 to 5: how many are touched by it, and how careful and driven by finance they decide; null where neither is rated.</param>
public sealed record PlanScores(double Coverage, double? Support, int StancesKnown, double? Access, int HighInfluence, double Knowledge, int Asked, double? Complexity)
{
    /// <summary>How many of the stances and wishes that were judged have not aged; null where none was.</summary>
    public double? Freshness { get; init; }

    /// <summary>Of how many that is.</summary>
    public int Judged { get; init; }

    /// <summary>The warnings that are not muted: one of the deal counts one, one of somebody who decides as much as their word weighs, from 1 to 3.</summary>
    public int Load { get; init; }

    private const int HighInfluenceFrom = 3;
    private static readonly (DealPart Part, double Weight)[] Weights = [(DealPart.Approver, .35), (DealPart.Evaluator, .25), (DealPart.User, .2), (DealPart.Guide, .2)];
    private static readonly PlanField[] OfPerson = [PlanField.Influence, PlanField.Receptiveness, PlanField.Concept, PlanField.Result, PlanField.Gain, PlanField.Stance];

    public static PlanScores Of(DealPlan plan)
    {
        var stances = plan.People.Where(p => p.Value(PlanField.Stance) is not null).ToList();
        var high = plan.People.Where(p => p.Weight >= HighInfluenceFrom && p is { IsUnknown: false, IsOurs: false }).ToList();
        var (asked, known) = Known(plan);
        var judged = plan.People.SelectMany(p => p.Says).Where(s => Ages(s.Field) && s is { SaysNothing: false }).ToList();
        return new PlanScores(
            Weights.Sum(w => Covers(w.Part, plan) ? w.Weight : 0),
            stances.Count == 0 ? null : stances.Sum(p => (double)p.Weight * p.Value(PlanField.Stance)!.Value) / (5.0 * stances.Sum(p => p.Weight)), stances.Count,
            high.Count == 0 ? null : high.Count(p => p.LastTalk is { } talk && plan.Today.DayNumber - talk.DayNumber <= plan.StaleAfter) / (double)high.Count, high.Count,
            (double)known / asked, asked, ComplexityOf(plan))
        {
            Freshness = judged.Count == 0 ? null : judged.Count(s => !s.IsOld(plan)) / (double)judged.Count, Judged = judged.Count,
            Load = plan.Open.Sum(w => plan.Person(w.PersonId)?.Weight ?? 1),
        };
    }

    /// <summary>Somebody covers a part; of a guide none of the three tests fails.</summary>
    internal static bool Covers(DealPart part, DealPlan plan) => plan.With(part).Any(p => IsCovered(p, plan) && (part is not DealPart.Guide || p.Guides is not false));

    /// <summary>A part is covered by somebody we know, spoke with, and understand; what has aged has to be asked again.</summary>
    internal static bool IsCovered(PlanPerson person, DealPlan plan) =>
        person.IsOurs ? person.Guides is true : person is { IsUnknown: false, IsLookedAfter: not false } && person.LastTouch is not null && Fresh(person.Said(PlanField.Receptiveness), plan) && person.Said(PlanField.Result) is { Text: not null } && person.Said(PlanField.Gain) is { Text: not null }
        && person.Said(PlanField.Stance) is { Value: >= 1 } stance && Fresh(stance, plan);

    /// <summary>What people think and want changes: what was judged of it is asked again after a while. Who looks after them, and what of ours serves them, is ours to know.</summary>
    internal static bool Ages(PlanField field) => field is not (PlanField.CoveredBy or PlanField.Serves or PlanField.Begun or PlanField.Muted);

    private static bool Fresh(PlanSaid? said, DealPlan plan) => said is { Value: not null } && !said.IsOld(plan);

    private static (int Asked, int Known) Known(DealPlan plan)
    {
        var theirs = plan.People.Where(p => !p.IsOurs).ToList();
        var people = theirs.Sum(p => OfPerson.Count(f => p.Said(f) is { SaysNothing: false }));
        var parts = Weights.Count(w => plan.With(w.Part).Any(p => !p.IsUnknown));
        var others = plan.Alternatives.Count(a => a.Said(PlanField.Seen)?.Value is not null || a.Code == "supplier" && plan.Rivals.Any(r => r.Said(PlanField.Seen)?.Value is not null));
        return (theirs.Count * OfPerson.Length + Weights.Length + plan.Alternatives.Count + 1, people + parts + others + (plan.Objective is null ? 0 : 1));
    }

    // Two drivers: how many are touched by it, and how careful with risk and driven by finance they decide.
    private static double? ComplexityOf(DealPlan plan)
    {
        var ratings = new[] { plan.Said(PlanField.Risk)?.Value, plan.Said(PlanField.Finance)?.Value }.OfType<int>().ToList();
        if (ratings.Count == 0) return null;
        var touched = plan.People.Count(p => !p.IsOurs) switch { <= 3 => 1, <= 6 => 2, <= 10 => 3, <= 15 => 4, _ => 5 };
        return (touched + ratings.Average()) / 2;
    }
}
