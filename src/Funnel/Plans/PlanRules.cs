using Coxswain.Customers.Maps;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>The rules that come with the product and look at who decides.</summary>
internal static class PlanRules
{
    public const string AgedCode = "aged", LookCode = "look-through";
    private const int Sure = 8;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("approver-unknown", 100, "plan = yes and approvers = 0", (_, _) => T("No approver known"), (_, _) => T("Without whoever says the final yes, all else is talk"), (_, _) => T("Find out who says the final yes")),
        new("approver-twice", 96, "plan = yes and approvers >= 2", (f, _) => T("Two are named for the final yes: {0}", string.Join(", ", f.Plan.With(DealPart.Approver).Select(x => x.Name))), (_, _) => T("Only one can say it; name the committee as one"), (_, _) => T("Ask which of them says the final yes")) { Name = () => T("Two are named for the final yes") },
        new("approver-nobody", 80, "plan = yes and person.part = Approver and person.known = no", (_, x) => T("We do not know who it is: {0}", x!.Name), (_, _) => T("They say the final yes"), (_, x) => T("Find out who it is: {0}", x!.Name)) { Name = () => T("Whoever says the final yes has no name yet") },
        new("opponent", 92, "plan = yes and person.stance <= -4", (_, x) => T("{0} is against us", x!.Name), (_, x) => x!.Value(PlanField.Influence) is { } weight ? T("Their word weighs: {0}", PlanWords.Influence(weight)) : T("How much their word weighs, nobody has said"), (_, x) => T("Ask {0} what they could lose", x!.Name)) { Name = () => T("Somebody who decides is against us") },
        new("approver-content", 75, "plan = yes and person.part = Approver and (person.wants = content or person.wants = no-need)", (_, x) => T("{0}, who says the final yes, wants no change", x!.Name), (_, x) => PlanWords.Receptiveness(x!.Value(PlanField.Receptiveness)!.Value), (_, x) => T("Show {0} what it costs to stay as it is", x!.Name)) { Name = () => T("Whoever says the final yes wants no change") },
        new("other-preferred", 72, "plan = yes and preferred != none", (f, _) => T("They prefer: {0}", PreferredName(f.Plan)), (f, _) => Preferred(f.Plan)?.Said(PlanField.Answer)?.Text ?? T("We have no answer yet"), (f, _) => T("Show what we do better than: {0}", PreferredName(f.Plan))) { Name = () => T("They prefer something else") },
        new("guide-none", 70, "plan = yes and guides = 0", (_, _) => T("Nobody guides us there"), (_, _) => T("Somebody who wants us to win tells what no document says"), (_, _) => T("Win somebody who shows us the way")),
        new("one-thread", 68, "plan = yes and met = 1", (f, _) => T("Everything goes through {0}", f.Plan.People.FirstOrDefault(x => !x.IsUnknown && x.LastTouch is not null)?.Name), (_, _) => T("When they leave, the deal leaves with them"), (_, _) => T("Meet a second person there")) { Name = () => T("Everything goes through one person") },
        new("quiet", 65, "plan = yes and (person.influence >= 3 or person.part = Approver) and person.known = yes and (person.quiet = none or person.quiet >= 31)", (f, x) => x!.Heard is { } heard ? T("Nothing heard of {0} since {1}", x.Name, DayText.Short(heard, f.Day)) : T("Nothing heard of {0} yet", x.Name), (_, _) => T("Their word weighs much here"), (_, x) => T("Speak with {0}", x!.Name)) { Name = () => T("Nothing heard for a month of somebody whose word weighs much") },
        new("guide-weak", 66, "plan = yes and person.part = Guide and person.guide = no", (_, x) => T("{0} is no guide yet: {1}", x!.Name, GuideLacks(x)), (_, _) => T("A guide is listened to there, trusts us and wants us to win; a friend is not enough"), (_, _) => T("Win somebody else who shows us the way")) { Name = () => T("A guide lacks what makes one") },
        new("day-moved", 62, "plan = yes and days-set >= 3", (f, _) => T("It was to be decided on {0} different days", f.Plan.DecisionDays), (_, _) => T("What has to happen at theirs before they decide?"), (_, _) => T("Ask what has to happen before they decide")) { Name = () => T("The day they decide was moved again and again") },
        new("evaluator-none", 60, "plan = yes and evaluators = 0", (_, _) => T("Nobody is known who checks it"), (_, _) => T("They cannot say yes, but they can say no"), (_, _) => T("Find out who checks it")),
        new("upheaval", 58, "plan = yes and upheaval <= 90", (f, _) => T("A new leader there, or a merger, on {0}", DayText.Short(f.Upheaval, f.Day)), (_, _) => T("Who decides, and what counts, may be another now"), (_, _) => T("Ask who decides now, and look through the plan")) { Name = () => T("A new leader there, or a merger") },
        new("user-none", 55, "plan = yes and users = 0", (_, _) => T("Nobody is known who will work with it"), (_, _) => T("They say whether it helps"), (_, _) => T("Find out who will work with it")),
        new("stance-odd", 50, "plan = yes and person.stance >= 3 and person.wants = no-need", (_, x) => T("{0} supports us and sees no need: one of the two is wrong", x!.Name), (_, _) => T("Nobody fights for what they do not need"), (_, x) => T("Ask {0} what they want changed", x!.Name)) { Name = () => T("Somebody supports us and sees no need") },
        new("newcomer", 48, "plan = yes and person.newcomer = yes", (_, x) => T("{0} is new in this decision", x!.Name), (_, _) => T("Whoever comes late has not heard what was agreed"), (_, x) => T("Speak with {0} before they judge", x!.Name)) { Name = () => T("Somebody is new in this decision") },
        new("bystander", 46, "plan = yes and bystanders >= 1", (f, _) => T("In touch about this, without a part in it: {0}", string.Join(", ", Bystanders(f).Take(Named))), (_, _) => T("Nobody talks about a purchase they have nothing to do with"), (f, _) => T("Find out what {0} has to do with the decision", Bystanders(f)[0])) { Name = () => T("Somebody is in touch about it and has no part in it") },
        new("gain-unknown", 45, "plan = yes and (person.influence >= 3 or person.part = Approver) and person.gain = no", (_, x) => T("What {0} gains is unknown", x!.Name), (_, _) => T("People say yes for reasons of their own"), (_, x) => T("Ask {0}, or somebody near them, what they gain", x!.Name)) { Name = () => T("What somebody gains whose word weighs much is unknown") },
        new("objective-none", 40, "plan = yes and objective = none", (_, _) => T("What is to be won is not said"), (_, _) => T("Everybody of us plans something else")),
        new("complex", 38, "plan = yes and complexity >= 4", (_, _) => T("A hard decision for them: many are touched, and they are careful"), (_, _) => T("Such buyers want us early, and all of them at one table"), (_, _) => T("Bring all who are touched to one table early")),
        new("feeling", 35, "plan = yes and (feeling >= 8 or feeling <= 2)", (f, _) => f.Plan.Said(PlanField.Feeling)?.Value >= Sure ? T("We feel certain: what do we not see?") : T("It feels bad: what do we know that is not written here?"), (_, _) => T("Either feeling hides something")) { Name = () => T("We feel certain, or alarmed") },
        new(LookCode, 32, "plan = yes and review-overdue >= 1", (f, _) => f.Plan.ReviewedOn is null ? T("Nobody has looked through this plan yet") : T("The plan was to be looked through on {0}", DayText.Short(f.Plan.NextReviewDue, f.Day)), (_, _) => T("What nobody looks at drifts away from the deal")) { Name = () => T("The plan was to be looked through") },
        new(AgedCode, 30, "plan = yes and aged >= 1", (f, _) => N(Aged(f.Plan), "One judgement is older than {1} days", "{0} judgements are older than {1} days", f.Plan.StaleAfter), (_, _) => T("People change their minds")) { Name = () => T("Judgements have aged") },
        new("objective-lints", 20, "plan = yes and objective = unclear", (_, _) => T("What is to be won is not said well"), (f, _) => f.Plan.Objective is { Missing: [var first, ..] } ? first : T("Everybody of us plans something else")),
    ];

    // Whoever reads it may not see whom the rule saw.
    private static IReadOnlyList<string> Bystanders(RuleFacts facts) => facts.Work is { Bystanders: { Count: > 0 } some } ? some : [T("someone")];

    // The first ones say enough.
    private const int Named = 3;

    /// <summary>What the customer prefers to us; null where nothing is said to be.</summary>
    internal static PlanAlternative? Preferred(DealPlan plan) => plan.Rivals.Concat(plan.Alternatives).FirstOrDefault(a => a.Said(PlanField.Seen)?.Value == 1);

    /// <summary>How many judgements of people have aged.</summary>
    internal static int Aged(DealPlan plan) => plan.People.Sum(p => Aged(p, plan)) + plan.Alternatives.Concat(plan.Rivals).Sum(a => a.Says.Count(s => s.Field is PlanField.Seen or PlanField.Likelihood && s is { SaysNothing: false } && s.IsOld(plan)));

    /// <summary>How many judgements of somebody have.</summary>
    internal static int Aged(PlanPerson person, DealPlan plan) => person.Says.Count(s => PlanScores.Ages(s.Field) && s is { SaysNothing: false } && s.IsOld(plan));

    private static string GuideLacks(PlanPerson guide) => string.Join(", ", new[]
    {
        guide.Value(PlanField.Listened) == No ? T("nobody listens to them there") : null, guide.Value(PlanField.Trusts) == No ? T("they do not trust us") : null, guide.Value(PlanField.WantsUs) == No ? T("they do not want us to win") : null,
    }.OfType<string>());

    private const int No = 2;

    private static string PreferredName(DealPlan plan) => Preferred(plan) is not { } other ? "" : other.Said(PlanField.What)?.Text ?? PlanWords.Alternative(other.Code);
}
