using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>A rule that finds what to look out for in a negotiation.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Weight">The higher the graver.</param>
/// <param name="When">When it holds.</param>
/// <param name="Text">What it says.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Act">The best thing to do about it; null where saying something settles it.</param>
internal sealed record NegotiationRule(string Code, int Weight, Func<NegotiationView, bool> When, Func<NegotiationView, string> Text, Func<NegotiationView, string> Why, Func<NegotiationView, string>? Act = null);

/// <summary>The rules, and what they find.</summary>
internal static class NegotiationRules
{
    private const int ManySigns = 2;

    private static readonly IReadOnlyList<NegotiationRule> All =
    [
        new("walk-away-crossed", 100, n => Lowest(n) is { } price && n.WalkAway is { IsOpen: true, Minor: { } floor } walk && walk.Currency == n.Currency && price < floor, _ => T("This is below where you walk away"), n => T("{0} is left, and the least is {1}", MoneyText.Of(Lowest(n), n.Currency), MoneyText.Of(n.WalkAway!.Minor, n.Currency)), _ => T("Leave, or say anew where you walk away, and why")),
        new("walk-away-none", 90, n => n.WalkAway is null && n.List is not null, _ => T("Nobody has said where we walk away"), _ => T("Whoever has no point to leave at finds one too late")),
        new("walk-away-locked", 88, n => n.WalkAway is { IsLocked: true }, _ => T("Where you walk away cannot be read here"), _ => T("Its key is not on this machine"), _ => T("Say it anew")),
        new("late-discount", 80, n => Late(n).Any(), n => T("Granted in the last stage: {0}", Late(n).Last().Give), _ => T("A discount that late mostly says that they do not see the value yet"), _ => T("Ask what they still do not see")),
        new("cannot-decide", 75, n => n.HasAuthority == false, _ => T("Whoever negotiates there cannot decide"), _ => T("What is granted to them is asked for again by whoever can"), _ => T("Ask who decides, and to sit with them")),
        new("walk-away-over", 70, n => n.WalkAway is { IsOpen: true, Until: { } until } && until < n.Today, n => T("Where you walk away held until {0}", DayText.Whole(n.WalkAway!.Until!.Value)), _ => T("Does it still hold?"), _ => T("Say it anew")),
        new("no-return", 60, n => Unreturned(n).Any(), n => T("Granted for nothing: {0}", Unreturned(n).Last().Give), _ => T("What costs nothing is asked for again"), _ => T("Ask for something back, be it small")),
        new("signs", 55, n => n.Signs.Count >= ManySigns, n => N(n.Signs.Count, "One sign that it may fail", "{0} signs that it may fail"), n => n.Signs[^1].Text, _ => T("Say aloud what you see, and ask whether they want to go on")),
        new("authority-unknown", 50, n => n.HasAuthority is null, _ => T("It is unknown whether they may decide"), _ => T("Ask before a figure is named")),
        new("not-aware", 45, n => n.TheyKnow == false, _ => T("They do not know that it is being negotiated"), _ => T("What one side takes for a talk binds the other"), _ => T("Say what both want to come out of it")),
        new("they-first", 40, n => n.Anchors is [{ Side: PriceSide.Theirs, Basis: null }, ..], _ => T("Their figure came first, and what it rests on is unknown"), _ => T("How they came to it tells what they need"), _ => T("Ask how they came to it")),
        new("no-figure", 35, n => n.Anchors.Count == 0 && n.List is not null, _ => T("Nobody has named a figure yet"), _ => T("The first figure draws all others; better it is ours")),
        new("no-answer", 30, n => n.PriceAnswer is null, _ => T("No answer is ready for when they ask what it costs"), _ => T("A straight question deserves a straight answer: what it costs, and what for")),
    ];

    /// <summary>What the rules find, the gravest first.</summary>
    public static IReadOnlyList<NegotiationWarning> Find(NegotiationView view) =>
        view.Deal.End is not StageEnd.Open ? [] : [.. All.Where(r => r.When(view)).OrderByDescending(r => r.Weight).Select(r => new NegotiationWarning(r.Code, r.Text(view), r.Why(view), r.Act?.Invoke(view)))];

    /// <summary>The lower of the deal's amount and of what is left of the price, in the currency of the negotiation.</summary>
    private static long? Lowest(NegotiationView view) => new[] { view.Deal.Currency == view.Currency ? view.Deal.Minor : null, view.Ledger.Left }.Min();

    private static IEnumerable<ConcessionView> Late(NegotiationView view) => Granted(view).Where(c => c.IsLate && (c.Minor is > 0 || c.Percent is > 0));

    private static IEnumerable<ConcessionView> Unreturned(NegotiationView view) => Granted(view).Where(c => c.Get is null);

    private static IEnumerable<ConcessionView> Granted(NegotiationView view) => view.Concessions.Where(c => c.GrantedOn is not null).OrderBy(c => c.GrantedOn).ThenBy(c => c.Id);
}
