using Coxswain.Funnel.Rules;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>The rules that come with the product and advise whether to go for a deal: of those that hold, the weightiest gives the advice. They are no warnings; the card of the deal shows what they say.</summary>
internal static class AdviceRules
{
    public const string Open = "three-open";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("fit-not", 100, "fits = no", (_, _) => T("Leave it well: they are not whom we look for."), (f, _) => FitWords.Score(f.Fit!), (_, _) => T("Say so kindly and early, and name somebody who serves them better")) { Advises = PursuitChoice.Leave },
        new("not-looking", 90, "buying = not-looking and interest <= 2", (_, _) => T("Leave it well: they are not looking, and show little interest."), (f, _) => f.Pursuit!.Value(PursuitField.Interest) is { } interest ? PursuitWords.Interest(interest) : T("unknown"), (_, _) => T("Agree when you may ask again, and stop until then")) { Advises = PursuitChoice.Leave },
        new("long-small", 80, "slow = most and chance <= 25", (_, _) => T("Win it now or leave it: it is open longer than nearly all you won, at a small chance."), (f, _) => f.Slow ?? f.Pursuit!.Times.Slow(f.Pursuit.Deal, f.Day) ?? "", (_, _) => T("Ask for the decision this week, and take a no as an answer")) { Advises = PursuitChoice.Leave },
        new("interest-low", 70, "interest <= 2", (_, _) => T("Hold back: they show little interest."), (_, _) => T("Asked for a decision now, they say no"), (_, _) => T("Find out what would have to change for them to want it")) { Advises = PursuitChoice.Watch },
        new("three-hold", 60, "holding = 3", (_, _) => T("Go for it: all three hold."), (_, _) => T("They fit, they are buying, and we know who decides"), (_, _) => T("Agree the next step with whoever says the final yes")) { Advises = PursuitChoice.Pursue },
        new(Open, 0, "holding <= 2", (f, _) => T("Hold back: {0} of three hold.", f.Pursuit!.Holding), (f, _) => T("Missing: {0}", string.Join("; ", PursuitAdvisor.Missing(f.Pursuit!))), (f, _) => PursuitAdvisor.Missing(f.Pursuit!)[0]) { Advises = PursuitChoice.Watch, Name = () => T("Hold back: not all three hold.") },
    ];
}
