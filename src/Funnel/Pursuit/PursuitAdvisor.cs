using Coxswain.Funnel.Plans;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>A rule that advises whether to go for a deal: the weightiest that holds gives the advice.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Weight">The higher the earlier it is heard.</param>
/// <param name="Advises">What it advises.</param>
/// <param name="When">When it holds.</param>
/// <param name="Text">What it says.</param>
/// <param name="Why">Why.</param>
/// <param name="Act">The best thing to do.</param>
internal sealed record PursuitRule(string Code, int Weight, PursuitChoice Advises, Func<PursuitFacts, bool> When, Func<PursuitFacts, string> Text, Func<PursuitFacts, string> Why, Func<PursuitFacts, string> Act);

/// <summary>What is advised, with the rule that gave it.</summary>
public sealed record PursuitAdvice(string Rule, [property: System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<PursuitChoice>))] PursuitChoice Choice, string Text, string Why, string Act);

/// <summary>What speaks for going for a deal, watching it or leaving it. Somebody decides; what is to be minded of it is found by the rules of deals.</summary>
internal static class PursuitAdvisor
{
    /// <summary>So many of four roles have to be known.</summary>
    public const int EnoughRoles = 3;
    private const int LittleInterest = 2, SmallChance = 25;

    private static readonly IReadOnlyList<PursuitRule> All =
    [
        new("fit-not", 100, PursuitChoice.Leave, f => f.FitHolds == false, _ => T("Leave it well: they are not whom we look for."), f => FitWords.Score(f.Fit!), _ => T("Say so kindly and early, and name somebody who serves them better")),
        new("not-looking", 90, PursuitChoice.Leave, f => f.Value(PursuitField.Status) == 1 && f.Value(PursuitField.Interest) <= LittleInterest, _ => T("Leave it well: they are not looking, and show little interest."), f => PursuitWords.Interest(f.Value(PursuitField.Interest)!.Value), _ => T("Agree when you may ask again, and stop until then")),
        new("long-small", 80, PursuitChoice.Leave, f => f.DaysOpen > f.Times.WonMost && f.Value(PursuitField.Chance) <= SmallChance, _ => T("Win it now or leave it: it is open longer than nearly all you won, at a small chance."), f => Longer(f), _ => T("Ask for the decision this week, and take a no as an answer")),
        new("interest-low", 70, PursuitChoice.Watch, f => f.Value(PursuitField.Interest) <= LittleInterest, _ => T("Hold back: they show little interest."), _ => T("Asked for a decision now, they say no"), _ => T("Find out what would have to change for them to want it")),
        new("three-hold", 60, PursuitChoice.Pursue, f => f.Holding == 3, _ => T("Go for it: all three hold."), _ => T("They fit, they are buying, and we know who decides"), _ => T("Agree the next step with whoever says the final yes")),
        new("three-open", 0, PursuitChoice.Watch, _ => true, f => T("Hold back: {0} of three hold.", f.Holding), f => T("Missing: {0}", string.Join("; ", Missing(f))), f => Missing(f)[0]),
    ];

    public static PursuitAdvice Advise(PursuitFacts facts) => All.Where(r => r.When(facts)).OrderByDescending(r => r.Weight).Select(r => new PursuitAdvice(r.Code, r.Advises, r.Text(facts), r.Why(facts), r.Act(facts))).First();

    /// <summary>What has to be known or come true before one goes for it.</summary>
    public static IReadOnlyList<string> Missing(PursuitFacts f)
    {
        var missing = new List<string>();
        if (f.FitHolds is null) missing.Add(f.Fit is null ? f.Deal.AccountId is null ? T("name the account") : T("say whom we want as customers") : T("find out whether they fit: {0}", f.Unasked[0]));
        if (f.StatusHolds is null) missing.Add(T("find out where they are in buying"));
        if (f.StatusHolds == false) missing.Add(T("they are not looking yet"));
        if (!f.RolesHold) missing.Add(T("find out who it is: {0}", string.Join(", ", f.RolesMissing.Select(PlanWords.Role))));
        return missing is [] ? [T("nothing")] : missing;
    }

    private static string Longer(PursuitFacts f) => f.Times.Slow(f.Deal, f.Today) ?? "";
}
