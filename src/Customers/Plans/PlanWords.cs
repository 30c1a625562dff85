using System.Globalization;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Plans;

/// <summary>What stands in a plan, in words.</summary>
internal static class PlanWords
{
    public const int Rungs = 5;

    /// <summary>The heading of lines of a kind.</summary>
    public static string Of(PlanKind kind) => kind switch
    {
        PlanKind.Trend => T("What moves their market"),
        PlanKind.Need => T("What they could make of it"),
        PlanKind.Strength => T("Our strengths that help"),
        PlanKind.Vulnerability => T("Our weak spot"),
        PlanKind.Goal => T("What we want to be for them"),
        PlanKind.Focus => T("What we put more into"),
        PlanKind.Stop => T("What we stop doing"),
        PlanKind.Rung => T("How they see us and others"),
        PlanKind.Revenue => T("Revenue to reach"),
        _ => T("What is won next"),
    };

    /// <summary>What one asks for a line of a kind.</summary>
    public static string Ask(PlanKind kind) => kind switch
    {
        PlanKind.Trend => T("What moves their market, or their customers?"),
        PlanKind.Need => T("What could they make of it?"),
        PlanKind.Strength => T("What of ours helps them with it?"),
        PlanKind.Vulnerability => T("Where could we lose them?"),
        PlanKind.Goal => T("What do we want to be known for there?"),
        PlanKind.Focus => T("What do we put more time, people or money into?"),
        PlanKind.Stop => T("What do we stop doing?"),
        PlanKind.Rung => T("Whom do they see?"),
        PlanKind.Revenue => T("From which line?"),
        _ => T("What do we want to win next?"),
    };

    public static string? Hint(PlanKind kind) => kind switch
    {
        PlanKind.Goal => T("To be seen by whom as what, who helped achieve what: in their words, a year ahead or more"),
        PlanKind.Rung => T("A competitor; empty is us"),
        PlanKind.Stop => T("As plain as what is put more into"),
        PlanKind.Revenue => T("A product or a service; empty is all together"),
        _ => null,
    };

    /// <summary>The steps of value as a customer sees a supplier, from 1.</summary>
    public static string Rung(int? rung) => rung switch
    {
        1 => T("delivers what was ordered"),
        2 => T("delivers good things"),
        3 => T("good things and good service"),
        4 => T("brings their business forward"),
        5 => T("brings their whole house forward, as a partner"),
        _ => T("unknown"),
    };

    public static IReadOnlyList<Choice> RungChoices => [.. Enumerable.Range(1, Rungs).Reverse().Select(r => new Choice(r.ToString(CultureInfo.InvariantCulture), $"{r} · {Rung(r)}"))];

    /// <summary>A line as one would say it.</summary>
    public static string Said(PlanItemView item) => item.Kind switch
    {
        PlanKind.Rung => item.Target is { } target && target != item.Rung ? T("{0}: {1}, to become: {2}", item.Text ?? T("We"), Rung(item.Rung), Rung(target)) : T("{0}: {1}", item.Text ?? T("We"), Rung(item.Rung)),
        PlanKind.Revenue => T("{0} in {1}: {2}", item.Text ?? T("All together"), (item.Year ?? 0).ToString(CultureInfo.InvariantCulture), item is { Amount: { } amount, Currency: { } currency } ? MoneyText.Of(amount, currency) : T("unknown")),
        _ => item.Text ?? "",
    };

    /// <summary>What a goal does not say yet.</summary>
    public static IEnumerable<string> Unsaid(PlanItemView goal, PlanView plan)
    {
        if (plan.NameOf(goal.FromId) is null) yield return T("what they achieve is not named");
        if (plan.NameOf(goal.StrengthId) is null) yield return T("no strength of ours is named");
        if (plan.Player(goal.PlayerId) is null) yield return T("nobody is named who would say so");
        if (goal.On is not { } on) yield return T("no day is set");
        else if (on < goal.AsOf.AddYears(1)) yield return T("nearer than a year: rather something to win next");
        if (plan.Of(PlanKind.Rung).FirstOrDefault(r => r.Text is null) is { Rung: { } now, Target: { } target } && target > now + 1) yield return T("more than one step up from how they see us now");
    }
}
