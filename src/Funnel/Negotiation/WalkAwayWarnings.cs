using Coxswain.Funnel.Plans;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>What is to be minded about the walk-away point. It is private, so that no rule of everybody's may ask for it: what rests on it is found here, for whoever looks.</summary>
internal static class WalkAwayWarnings
{
    private const int Crossed = 100, None = 90, Locked = 88, Over = 70;

    /// <summary>All that is to be minded in a negotiation, the gravest first: what rests on the walk-away point, and what the rules found.</summary>
    public static IReadOnlyList<NegotiationWarning> With(NegotiationView view, IEnumerable<PlanWarning> found) =>
        view.Deal.End is not StageEnd.Open ? [] : [.. Of(view).Concat(found.Select(w => (w.Weight, Warning: new NegotiationWarning(w.Code, w.Text, w.Why, w.Act)))).OrderByDescending(w => w.Weight).Select(w => w.Warning)];

    private static IEnumerable<(int Weight, NegotiationWarning Warning)> Of(NegotiationView view)
    {
        if (view.WalkAway is not { } walk)
        {
            if (view.List is not null) yield return (None, new("walk-away-none", T("Nobody has said where we walk away"), T("Whoever has no point to leave at finds one too late"), null));
            yield break;
        }
        if (walk.IsLocked) yield return (Locked, new("walk-away-locked", T("Where you walk away cannot be read here"), T("Its key is not on this machine"), T("Say it anew")));
        if (!walk.IsOpen) yield break;
        if (Lowest(view) is { } price && walk.Minor is { } floor && walk.Currency == view.Currency && price < floor)
            yield return (Crossed, new("walk-away-crossed", T("This is below where you walk away"), T("{0} is left, and the least is {1}", MoneyText.Of(price, view.Currency), MoneyText.Of(floor, view.Currency)), T("Leave, or say anew where you walk away, and why")));
        if (walk.Until is { } until && until < view.Today) yield return (Over, new("walk-away-over", T("Where you walk away held until {0}", DayText.Whole(until)), T("Does it still hold?"), T("Say it anew")));
    }

    /// <summary>The lower of the deal's amount and of what is left of the price, in the currency of the negotiation.</summary>
    private static long? Lowest(NegotiationView view) => new[] { view.Deal.Currency == view.Currency ? view.Deal.Minor : null, view.Ledger.Left }.Min();
}
