using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>The rules that come with the product and look at the deal itself, with or without a plan.</summary>
internal static class BasicRules
{
    public const string DecisionPassed = "decision-passed", DecisionUnknown = "decision-unknown", StepNone = "step-none", StepOverdue = "step-overdue", GoneQuiet = "gone-quiet", AmountUnknown = "amount-unknown";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(DecisionPassed, 98, "closes-in <= -1", (_, _) => T("The decision day has passed"), (f, _) => T("It was {0}. What does the customer say now?", DayText.Short(f.CloseOn, f.Day)), (_, _) => T("Ask when they decide now")) { Settles = "CloseOn", Source = Housekeeping },
        new(StepNone, 85, "step = no", (_, _) => T("No next step agreed"), (_, _) => T("One thing, one day, with someone over there"), null) { Settles = "NextStep", Source = Housekeeping },
        new(StepOverdue, 82, "step-in <= -1", (_, _) => T("The next step is overdue"), (f, _) => $"{f.Step} · {DayText.Near(f.StepOn ?? f.Day, f.Day)}", null) { Source = Housekeeping },
        new("account-unknown", 81, "account = none", (_, _) => T("No account named"), (_, _) => T("Nobody can see this deal from the customer's side"), null) { Settles = "Account", Source = Housekeeping },
        new(GoneQuiet, 64, "quiet >= 21", (f, _) => f.TouchedOn is null ? T("Nobody was in touch yet") : T("Nobody was in touch for {0} days", f.Day.DayNumber - f.TouchedOn.Value.DayNumber), (_, _) => T("A customer who hears nothing decides without us"), (_, _) => T("Get in touch with them")) { Name = () => T("Nobody was in touch for three weeks"), Source = Housekeeping },
        new(AmountUnknown, 41, "amount = none", (_, _) => T("Amount unknown"), (_, _) => T("It is missing from every sum"), null) { Settles = "Amount", Source = Housekeeping },
        new(DecisionUnknown, 39, "closes-in = none", (_, _) => T("No decision day"), (_, _) => T("Ask when they want to have it settled"), null) { Settles = "CloseOn", Source = Housekeeping },
    ];

    private static string Housekeeping() => T("what every forecast needs");
}
