using System.Globalization;
using Coxswain.Customers.Maps;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>A rule that finds what to look out for: a code, how grave it is, when it holds and of whom, and what it says then.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Weight">The higher the graver.</param>
/// <param name="When">Of whom it holds; one null is the deal as a whole.</param>
/// <param name="Text">What it says.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Act">The best thing to do about it; null where saying something settles it.</param>
internal sealed record PlanRule(string Code, int Weight, Func<DealPlan, IEnumerable<PlanPerson?>> When, Func<DealPlan, PlanPerson?, string> Text, Func<DealPlan, PlanPerson?, string> Why, Func<DealPlan, PlanPerson?, string>? Act = null);

/// <summary>The rules, and what they find in a plan.</summary>
internal static class PlanRules
{
    private const int High = 3, Against = -4, Sure = 8, Alarmed = 2, ManyDays = 3, Complex = 4;

    private static readonly IReadOnlyList<PlanRule> All =
    [
        new("approver-unknown", 100, p => If(!p.With(DealPart.Approver).Any()), (_, _) => T("No approver known"), (_, _) => T("Without whoever says the final yes, all else is talk"), (_, _) => T("Find out who says the final yes")),
        new("approver-twice", 96, p => If(p.With(DealPart.Approver).Count() > 1), (p, _) => T("Two are named for the final yes: {0}", string.Join(", ", p.With(DealPart.Approver).Select(x => x.Name))), (_, _) => T("Only one can say it; name the committee as one"), (_, _) => T("Ask which of them says the final yes")),
        new("approver-nobody", 80, p => p.With(DealPart.Approver).Where(x => x.IsUnknown), (_, x) => T("We do not know who it is: {0}", x!.Name), (_, _) => T("They say the final yes"), (_, x) => T("Find out who it is: {0}", x!.Name)),
        new("opponent", 92, p => p.People.Where(x => x.Value(PlanField.Stance) <= Against), (_, x) => T("{0} is against us", x!.Name), (_, x) => T("Their word weighs: {0}", PlanWords.Influence(x!.Weight)), (_, x) => T("Ask {0} what they could lose", x!.Name)),
        new("approver-content", 75, p => p.With(DealPart.Approver).Where(x => x.Value(PlanField.Receptiveness) >= 3), (_, x) => T("{0}, who says the final yes, wants no change", x!.Name), (_, x) => PlanWords.Receptiveness(x!.Value(PlanField.Receptiveness)!.Value), (_, x) => T("Show {0} what it costs to stay as it is", x!.Name)),
        new("other-preferred", 72, p => If(p.Alternatives.Any(a => a.Said(PlanField.Seen)?.Value == 1)), (p, _) => T("They prefer: {0}", Preferred(p)), (p, _) => p.Alternatives.First(a => a.Said(PlanField.Seen)?.Value == 1).Said(PlanField.Answer)?.Text ?? T("We have no answer yet"), (p, _) => T("Show what we do better than: {0}", Preferred(p))),
        new("guide-none", 70, p => If(!p.With(DealPart.Guide).Any()), (_, _) => T("Nobody guides us there"), (_, _) => T("Somebody who wants us to win tells what no document says"), (_, _) => T("Win somebody who shows us the way")),
        new("one-thread", 68, p => If(p.People.Count(x => !x.IsUnknown && x.LastTouch is not null) == 1), (p, _) => T("Everything goes through {0}", p.People.First(x => !x.IsUnknown && x.LastTouch is not null).Name), (_, _) => T("When they leave, the deal leaves with them"), (_, _) => T("Meet a second person there")),
        new("quiet", 65, p => p.People.Where(x => x.Weight >= High && !x.IsUnknown && (x.Heard is not { } heard || p.Today.DayNumber - heard.DayNumber > DealPlan.StaleAfter)), (p, x) => x!.Heard is { } heard ? T("Nothing heard of {0} since {1}", x.Name, DayText.Short(heard, p.Today)) : T("Nothing heard of {0} yet", x.Name), (_, _) => T("Their word weighs much here"), (_, x) => T("Speak with {0}", x!.Name)),
        new("day-moved", 62, p => If(p.IsOpen && p.DecisionDays >= ManyDays), (p, _) => T("It was to be decided on {0} different days", p.DecisionDays), (_, _) => T("What has to happen at theirs before they decide?"), (_, _) => T("Ask what has to happen before they decide")),
        new("evaluator-none", 60, p => If(!p.With(DealPart.Evaluator).Any()), (_, _) => T("Nobody is known who checks it"), (_, _) => T("They cannot say yes, but they can say no"), (_, _) => T("Find out who checks it")),
        new("user-none", 55, p => If(!p.With(DealPart.User).Any()), (_, _) => T("Nobody is known who will work with it"), (_, _) => T("They say whether it helps"), (_, _) => T("Find out who will work with it")),
        new("stance-odd", 50, p => p.People.Where(x => x.Value(PlanField.Stance) >= 3 && x.Value(PlanField.Receptiveness) == 4), (_, x) => T("{0} supports us and sees no need: one of the two is wrong", x!.Name), (_, _) => T("Nobody fights for what they do not need"), (_, x) => T("Ask {0} what they want changed", x!.Name)),
        new("gain-unknown", 45, p => p.People.Where(x => x.Weight >= High && x.Said(PlanField.Gain)?.Text is null), (_, x) => T("What {0} gains is unknown", x!.Name), (_, _) => T("People say yes for reasons of their own"), (_, x) => T("Ask {0}, or somebody near them, what they gain", x!.Name)),
        new("objective-none", 40, p => If(p.Objective is null), (_, _) => T("What is to be won is not said"), (_, _) => T("Everybody of us plans something else")),
        new("complex", 38, p => If(p.Scores.Complexity >= Complex), (_, _) => T("A hard decision for them: many are touched, and they are careful"), (_, _) => T("Such buyers want us early, and all of them at one table"), (_, _) => T("Bring all who are touched to one table early")),
        new("feeling", 35, p => If(p.Said(PlanField.Feeling)?.Value is >= Sure or <= Alarmed), (p, _) => p.Said(PlanField.Feeling)!.Value >= Sure ? T("We feel certain: what do we not see?") : T("It feels bad: what do we know that is not written here?"), (_, _) => T("Either feeling hides something")),
        new("aged", 30, p => If(Aged(p) > 0), (p, _) => N(Aged(p), "One judgement is older than 30 days", "{0} judgements are older than 30 days"), (_, _) => T("People change their minds")),
        new("objective-lints", 20, p => If(p.Objective is { Missing.Count: > 0 }), (_, _) => T("What is to be won is not said well"), (p, _) => p.Objective!.Missing[0]),
    ];

    /// <summary>What all rules find, the gravest first; what is muted comes last, with who said so and why.</summary>
    public static IReadOnlyList<PlanWarning> Find(DealPlan plan)
    {
        if (!plan.IsBegun || !plan.IsOpen) return [];
        var muted = plan.Says.Where(s => s.Field is PlanField.Muted && s.Value == 1).GroupBy(s => s.Topic!).ToDictionary(g => g.Key, g => g.First());
        var found = from rule in All
                    from person in rule.When(plan)
                    let code = person is null ? rule.Code : string.Create(CultureInfo.InvariantCulture, $"{rule.Code}:{person.Id}")
                    select new PlanWarning(code, rule.Text(plan, person), rule.Why(plan, person), rule.Act?.Invoke(plan, person), rule.Weight) { PersonId = person?.Id, Muted = muted.GetValueOrDefault(code), Actions = plan.Actions.Count(a => a.AimsAt == code) };
        return [.. found.OrderBy(w => w.Muted is not null).ThenByDescending(w => w.Weight)];
    }

    private static IEnumerable<PlanPerson?> If(bool holds) => holds ? [null] : [];

    private static string Preferred(DealPlan plan) => plan.Alternatives.First(a => a.Said(PlanField.Seen)?.Value == 1) is var first && first.Said(PlanField.What)?.Text is { } what ? what : PlanWords.Alternative(first.Code);

    private static int Aged(DealPlan plan) => plan.People.SelectMany(p => p.Says).Count(s => s.Field is PlanField.Stance or PlanField.Receptiveness && s is { SaysNothing: false } && s.IsOld(plan.Today));
}
