using Coxswain.Funnel.Efforts;
using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>The rules that come with the product and look at whether one goes for a deal, and at how it is negotiated. Their pages show what they find, and so does that of the deal.</summary>
internal static class BesideRules
{
    public const string LeftOpen = "left-open", LittleBack = "little-back", LateDiscount = "late-discount";

    public static IReadOnlyList<Rule> OfPursuit { get; } =
    [
        new("past-most", 90, "slow = most", (_, _) => T("Win it now or leave it"), (f, _) => f.Slow ?? "", (_, _) => T("Ask for the decision this week, and take a no as an answer")) { Source = Own },
        new("again", 79, "again-in <= 0", (f, _) => T("The day to look again is here: {0}", DayText.Short(f.Beyond.Latest!.AgainOn!.Value, f.Day)), (f, _) => f.Beyond.Latest!.StopRule is { } rule ? T("You stop when: {0}", rule) : f.Beyond.Latest!.Reason, (_, _) => T("Decide anew whether to go for it")) { Name = () => T("The day to look again is here") },
        new(LittleBack, 73, "effort = high and follow = low", (_, _) => T("Much goes into this customer, and little comes back"), (f, _) => EffortWords.Beside(f.Effort!), (_, _) => T("Ask for one small step with a day; where it does not come, offer to stop")) { Source = Own },
        new(LeftOpen, 71, "decided = leave", (_, _) => T("You decided to leave it, and it is still open"), (_, _) => T("Closed, it frees your time and your forecast"), (_, _) => T("Tell them, and close it")),
        new("past-half", 59, "slow = half", (_, _) => T("It takes longer than half of those you won"), (f, _) => f.Slow ?? "", null) { Source = Own },
    ];

    public static IReadOnlyList<Rule> OfNegotiation { get; } =
    [
        new(LateDiscount, 78, "late >= 1", (f, _) => T("Granted in the last stage: {0}", f.Late.Last().Give), (_, _) => T("A discount that late mostly says that they do not see the value yet"), (_, _) => T("Ask what they still do not see")) { Name = () => T("Something was granted in the last stage") },
        new("cannot-decide", 74, "authority = no", (_, _) => T("Whoever negotiates there cannot decide"), (_, _) => T("What is granted to them is asked for again by whoever can"), (_, _) => T("Ask who decides, and to sit with them")),
        new("no-return", 58, "unreturned >= 1", (f, _) => T("Granted for nothing: {0}", f.Beyond.Granted.Last(g => !g.HasReturn).Give), (_, _) => T("What costs nothing is asked for again"), (_, _) => T("Ask for something back, be it small")) { Name = () => T("Something was granted for nothing") },
        new("signs", 54, "signs >= 2", (f, _) => N(f.Beyond.Signs.Count, "One sign that it may fail", "{0} signs that it may fail"), (f, _) => f.Beyond.Signs[^1].Text, (_, _) => T("Say aloud what you see, and ask whether they want to go on")) { Name = () => T("Several signs that it may fail") },
        new("authority-unknown", 49, "negotiation = yes and authority = none", (_, _) => T("It is unknown whether they may decide"), (_, _) => T("Ask before a figure is named"), null),
        new("not-aware", 44, "they-know = no", (_, _) => T("They do not know that it is being negotiated"), (_, _) => T("What one side takes for a talk binds the other"), (_, _) => T("Say what both want to come out of it")),
        new("they-first", 37, "first-figure = unexplained", (_, _) => T("Their figure came first, and what it rests on is unknown"), (_, _) => T("How they came to it tells what they need"), (_, _) => T("Ask how they came to it")),
        new("no-figure", 36, "figures = 0 and list-price = yes", (_, _) => T("Nobody has named a figure yet"), (_, _) => T("The first figure draws all others; better it is ours"), null),
        new("no-answer", 29, "negotiation = yes and price-answer = no", (_, _) => T("No answer is ready for when they ask what it costs"), (_, _) => T("A straight question deserves a straight answer: what it costs, and what for"), null),
    ];

    public static IReadOnlyList<Rule> All { get; } = [.. OfPursuit, .. OfNegotiation];

    /// <summary>What the rules of a list found, for the page that is theirs; what is muted is left out.</summary>
    public static IReadOnlyList<Plans.PlanWarning> Only(IReadOnlyList<Rule> rules, IEnumerable<Plans.PlanWarning> found) => [.. found.Where(w => w.Muted is null && rules.Any(r => r.Code == w.Code))];

    /// <summary>Whether a rule is on, for a page that says the same of something else than a deal.</summary>
    public static async Task<bool> IsOnAsync(AppDb db, string code, CancellationToken ct) => (await RuleSet.ReadAsync(db, ct)).Rules.Any(r => r.Code == code && r.IsOn);

    private static string Own() => T("the organisation's own won deals");
}
