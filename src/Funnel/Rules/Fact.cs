using Coxswain.Customers.Maps;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>Something a rule may ask of a deal, or of everybody who decides in it.</summary>
/// <param name="Id">Its name in a condition.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Kind">How it is compared.</param>
/// <param name="Of">Its value: a decimal, a text, several texts, or a day; null is unknown.</param>
internal sealed record Fact(string Id, Func<string> Label, ColumnKind Kind, Func<RuleFacts, PlanPerson?, object?> Of)
{
    private const string OfPeople = "person.";

    /// <summary>The answers a form offers.</summary>
    public Func<FactChoices, IReadOnlyList<Choice>> Choices { get; init; } = _ => [];
    public bool IsSeveral { get; init; }

    /// <summary>A rule that asks for it looks at each person by themselves.</summary>
    public bool IsOfPerson => Id.StartsWith(OfPeople, StringComparison.Ordinal);

    /// <summary>What has to be read for a rule that asks for it.</summary>
    public Needed Needs { get; init; }

    public ListFilter Filter(FactChoices choices) => new(Id, IsOfPerson ? T("Somebody who decides: {0}", Label()) : Label(), Kind, Choices(choices), null, null, null) { CanBeUnknown = true, IsSeveral = IsSeveral, IsAskable = true };
}

/// <summary>What the organisation's own facts offer.</summary>
internal sealed record FactChoices(IReadOnlyList<Choice> Stages, IReadOnlyList<Choice> Owners);

/// <summary>The facts there are.</summary>
internal static class Facts
{
    private const int Percent = 100;

    /// <summary>Those every organisation has, and its own fields.</summary>
    public static IReadOnlyList<Fact> With(IReadOnlyList<CustomField> own) => [.. All, .. WorkFacts.All, .. own.Where(f => f.Type is not CustomFieldType.Link).Select(Own)];

    public static IReadOnlyList<Fact> All { get; } =
    [
        Text("account", () => T("Account"), (f, _) => f.Plan.Account),
        new("amount", () => T("Amount, in the currency of the deal"), ColumnKind.Number, (f, _) => f.Plan.Minor is { } minor ? (decimal)Platform.Money.Minor.ToMajor(minor, f.Plan.Currency) : null),
        new("stage", () => T("Stage"), ColumnKind.Choice, (f, _) => f.StageId.ToString()) { Choices = c => c.Stages },
        Number("stage-days", () => T("Days in its stage"), (f, _) => Since(f, f.StageSince)),
        new("owner", () => T("Owner"), ColumnKind.Choice, (f, _) => f.OwnerId.ToString()) { Choices = c => c.Owners },
        new("category", () => T("Forecast category"), ColumnKind.Choice, (f, _) => f.Category.ToString()) { Choices = _ => [.. Enum.GetValues<ForecastCategory>().Where(c => c is not ForecastCategory.Closed).Select(c => new Choice(c.ToString(), Words.Category(c)))] },
        new("business", () => T("Kind of deal"), ColumnKind.Choice, (f, _) => f.Business?.ToString()) { Choices = _ => [.. Words.Businesses.Select(k => new Choice(k.Value, k.Label))] },
        Text("source", () => T("Source"), (f, _) => f.Source),
        Number("age", () => T("Days since it began"), (f, _) => Since(f, f.OpenedOn)),
        Number("closes-in", () => T("Days until they decide"), (f, _) => f.CloseOn?.DayNumber - f.Day.DayNumber),
        Number("days-set", () => T("Days it was to be decided on so far"), (f, _) => f.Plan.DecisionDays),
        YesNo("step", () => T("A next step is agreed"), (f, _) => f.HasStep),
        Number("step-in", () => T("Days until the next step is due"), (f, _) => f.StepOn?.DayNumber - f.Day.DayNumber),
        Number("quiet", () => T("Days without contact"), (f, _) => Since(f, f.TouchedOn ?? f.OpenedOn)),
        Number("missing", () => T("Steps of the customer not shown in its stage"), (f, _) => f.Missing),
        YesNo("plan", () => T("It has a plan"), (f, _) => f.Plan.IsBegun),
        Number("approvers", () => T("How many say the final yes"), (f, _) => f.Plan.With(DealPart.Approver).Count()),
        Number("evaluators", () => T("How many check it"), (f, _) => Known(f, DealPart.Evaluator)),
        Number("users", () => T("How many will work with it"), (f, _) => Known(f, DealPart.User)),
        Number("guides", () => T("How many guide us"), (f, _) => Known(f, DealPart.Guide)),
        Number("people", () => T("How many decide, as far as known"), (f, _) => f.Plan.People.Count),
        Number("met", () => T("How many of them we have been in touch with"), (f, _) => Met(f.Plan)),
        Number("bystanders", () => T("How many are in touch about it and have no part in it"), (f, _) => f.Work?.Bystanders.Count),
        Number("rivals", () => T("How many other suppliers are known by name"), (f, _) => f.Plan.Rivals.Count),
        new("preferred", () => T("What they prefer to us"), ColumnKind.Choice, (f, _) => PlanRules.Preferred(f.Plan)?.Code is { } code ? PlanAlternative.IsNamed(code) ? "supplier" : code : null) { Choices = _ => [.. PlanAlternative.Codes.Select(c => new Choice(c, PlanWords.Alternative(c)))] },
        new("objective", () => T("What is to be won"), ColumnKind.Choice, (f, _) => f.Plan.Objective is not { } said ? null : said.Missing.Count > 0 ? "unclear" : "clear") { Choices = _ => [new("clear", T("is said clearly")), new("unclear", T("is said, but not clearly"))] },
        Number("feeling", () => T("How it feels, 1 alarmed to 9 certain"), (f, _) => f.Plan.Said(PlanField.Feeling)?.Value),
        Number("feeling-change", () => T("How much better it felt after the last look through its plan, 1 to 9"), (f, _) => f.Plan.Looks is [var look, ..] ? look.Difference : null),
        Number("upheaval", () => T("Days since a new leader or a merger there, noted since somebody looked through the plan"), (f, _) => Since(f, f.Upheaval)),
        Number("urgency", () => T("How urgent it is for them, 1 urgent to 4 later"), (f, _) => f.Plan.Said(PlanField.Urgency)?.Value),
        Number("complexity", () => T("How complex it is for them, 1 to 5"), (f, _) => f.Plan.Scores.Complexity is { } score ? (decimal)score : null),
        Number("aged", () => T("Judgements that have aged"), (f, _) => PlanRules.Aged(f.Plan)),
        Number("review-overdue", () => T("Days since its plan was to be looked through"), (f, _) => f.Day.DayNumber - f.Plan.NextReviewDue?.DayNumber),
        Number("coverage", () => T("Parts of the decision covered, in percent"), (f, _) => (decimal)Math.Round(f.Plan.Scores.Coverage * Percent)),
        Number("support", () => T("Support for us, -100 to 100"), (f, _) => f.Plan.Scores.Support is { } support ? (decimal)Math.Round(support * Percent) : null),
        new("decided", () => T("What was decided: to go for it, watch it or leave it"), ColumnKind.Choice, (f, _) => f.Beyond.Latest?.Choice switch { PursuitChoice.Pursue => "pursue", PursuitChoice.Watch => "watch", PursuitChoice.Leave => "leave", _ => null }) { Choices = _ => [new("pursue", PursuitWords.Choice(PursuitChoice.Pursue)), new("watch", PursuitWords.Choice(PursuitChoice.Watch)), new("leave", PursuitWords.Choice(PursuitChoice.Leave))] },
        Number("again-in", () => T("Days until it is looked at again"), (f, _) => f.Beyond.Latest?.AgainOn?.DayNumber - f.Day.DayNumber),
        new("slow", () => T("Open longer than own won deals took"), ColumnKind.Choice, (f, _) => f.Pace) { Choices = _ => [new("no", T("no longer than half of them")), new("half", T("longer than half of them")), new("most", T("longer than nine in ten of them"))] },
        new("effort", () => T("What went into the customer in 90 days, beside own won deals"), ColumnKind.Choice, (f, _) => f.Effort?.IsMuch switch { true => "high", false => "usual", _ => null }) { Needs = Needed.Effort, Choices = _ => [new("high", T("more than into three in four of them")), new("usual", T("no more than into three in four of them"))] },
        new("follow", () => T("What the customer did in 90 days, beside own won deals"), ColumnKind.Choice, (f, _) => f.Effort?.IsLittle switch { true => "low", false => "usual", _ => null }) { Needs = Needed.Effort, Choices = _ => [new("low", T("less than in three in four of them")), new("usual", T("at least as in a quarter of them"))] },
        Number("effort-count", () => T("Things we did for the customer in 90 days"), (f, _) => f.Effort?.Ours) with { Needs = Needed.Effort },
        Number("follow-count", () => T("Things the customer did in 90 days"), (f, _) => f.Effort?.Theirs) with { Needs = Needed.Effort },
        new("fits", () => T("The account is whom we look for"), ColumnKind.Choice, (f, _) => Answer(f.FitHolds)) { Choices = _ => [new("yes", T("yes")), new("no", T("no"))] },
        Number("fit", () => T("How far the account fits, of 100"), (f, _) => f.Fit?.Score),
        Number("fit-unknown", () => T("Of the fit still unknown, of 100"), (f, _) => f.Fit?.Unknown),
        new("buying", () => T("Where they are in buying"), ColumnKind.Choice, (f, _) => f.Pursuit?.Value(PursuitField.Status) switch { 1 => "not-looking", 2 => "looking", 3 => "comparing", 4 => "deciding", _ => null }) { Needs = Needed.Pursuit, Choices = _ => [new("not-looking", PursuitWords.Status(1)), new("looking", PursuitWords.Status(2)), new("comparing", PursuitWords.Status(3)), new("deciding", PursuitWords.Status(4))] },
        Number("interest", () => T("Interest they show, 1 none to 4 much"), (f, _) => f.Pursuit?.Value(PursuitField.Interest)) with { Needs = Needed.Pursuit },
        Number("chance", () => T("Chance as stated, of 100"), (f, _) => f.Pursuit?.Value(PursuitField.Chance)) with { Needs = Needed.Pursuit },
        new("place", () => T("Where it is in the funnel"), ColumnKind.Choice, (f, _) => f.Pursuit is { } pursuit ? FunnelPlaces.Of(pursuit).Place switch { FunnelPlace.Prospect => "prospect", FunnelPlace.Qualify => "qualify", FunnelPlace.Cover => "cover", _ => "close" } : null) { Needs = Needed.Pursuit, Choices = _ => [new("prospect", FunnelPlaces.Word(FunnelPlace.Prospect)), new("qualify", FunnelPlaces.Word(FunnelPlace.Qualify)), new("cover", FunnelPlaces.Word(FunnelPlace.Cover)), new("close", FunnelPlaces.Word(FunnelPlace.CloseOut))] },
        Number("holding", () => T("How many of three hold: they fit, they are buying, we know who decides"), (f, _) => f.Pursuit?.Holding) with { Needs = Needed.Pursuit },
        YesNo("negotiation", () => T("It is negotiated"), (f, _) => f.Beyond.IsNegotiated),
        new("authority", () => T("Whoever negotiates there may decide"), ColumnKind.Choice, (f, _) => Answer(f.Beyond.Talk?.HasAuthority)) { Choices = _ => [new("yes", T("yes")), new("no", T("no"))] },
        new("they-know", () => T("They know that it is negotiated"), ColumnKind.Choice, (f, _) => Answer(f.Beyond.Talk?.TheyKnow)) { Choices = _ => [new("yes", T("yes")), new("no", T("no"))] },
        YesNo("list-price", () => T("Its list price is known"), (f, _) => f.Beyond.Talk?.HasList is true),
        YesNo("price-answer", () => T("An answer on the price is ready"), (f, _) => f.Beyond.Talk?.HasAnswer is true),
        Number("figures", () => T("Figures that were named"), (f, _) => f.Beyond.Figures.Count),
        new("first-figure", () => T("Whose figure came first"), ColumnKind.Choice, (f, _) => f.Beyond.Figures is not [var first, ..] ? null : !first.IsTheirs ? "ours" : first.HasBasis ? "theirs" : "unexplained") { Choices = _ => [new("ours", T("ours")), new("theirs", T("theirs, and we know what it rests on")), new("unexplained", T("theirs, and what it rests on is unknown"))] },
        Number("late", () => T("Granted off the price in the last stage"), (f, _) => f.Late.Count()),
        Number("unreturned", () => T("Granted for nothing, so many times"), (f, _) => f.Beyond.Granted.Count(g => !g.HasReturn)),
        Number("signs", () => T("Signs that it may fail"), (f, _) => f.Beyond.Signs.Count),
        new("person.part", () => T("their part"), ColumnKind.Choice, (_, p) => p!.Parts.Select(x => x.Part.ToString()).ToArray()) { IsSeveral = true, Choices = _ => [.. Enum.GetValues<DealPart>().Select(x => new Choice(x.ToString(), PlanWords.Role(x)))] },
        YesNo("person.known", () => T("we know who it is"), (_, p) => !p!.IsUnknown),
        Number("person.influence", () => T("influence, 1 little to 3 much"), (_, p) => p!.Value(PlanField.Influence)),
        new("person.wants", () => T("what they want"), ColumnKind.Choice, (_, p) => p!.Value(PlanField.Receptiveness) switch { 1 => "grow", 2 => "fix", 3 => "content", 4 => "no-need", _ => null }) { Choices = _ => [new("grow", PlanWords.Receptiveness(1)), new("fix", PlanWords.Receptiveness(2)), new("content", PlanWords.Receptiveness(3)), new("no-need", PlanWords.Receptiveness(4))] },
        Number("person.stance", () => T("stance, -5 against us to 5 for us"), (_, p) => p!.Value(PlanField.Stance)),
        Number("person.quiet", () => T("days nothing was heard of them"), (f, p) => p!.IsOurs ? 0 : Since(f, p.Heard)),
        new("person.guide", () => T("listened to there, trusting us and wanting us to win"), ColumnKind.Choice, (_, p) => Answer(p!.Guides)) { Choices = _ => [new("yes", T("yes")), new("no", T("no"))] },
        YesNo("person.newcomer", () => T("they came later than the plan, within 30 days, and where they stand is unknown"), (f, p) => IsNew(f, p!)),
        YesNo("person.gain", () => T("what they gain is known"), (_, p) => p!.Said(PlanField.Gain)?.Text is not null),
    ];

    private static Fact Own(CustomField field) => new(field.Name, () => field.Label, field.Type switch { CustomFieldType.Number or CustomFieldType.Money or CustomFieldType.Formula => ColumnKind.Number, CustomFieldType.Date => ColumnKind.Date, CustomFieldType.Choice or CustomFieldType.Choices => ColumnKind.Choice, _ => ColumnKind.Text }, (f, _) => OwnValue(CustomValues.Read(f.CustomFields), field))
    {
        IsSeveral = field.Type is CustomFieldType.Choices, Choices = _ => [.. field.Answers.Select(a => new Choice(Platform.Lists.Conditions.Condition.Literally(a), a))],
    };

    private static object? OwnValue(System.Text.Json.Nodes.JsonObject values, CustomField field) => field.Type switch
    {
        CustomFieldType.Number or CustomFieldType.Money or CustomFieldType.Formula => CustomValues.Number(values, field.Key),
        CustomFieldType.Choices => CustomValues.Several(values, field.Key) is { Count: > 0 } several ? several.ToArray() : null,
        CustomFieldType.Date => DateOnly.TryParseExact((string?)values[field.Key], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null,
        _ => (string?)values[field.Key],
    };

    private static string? Answer(bool? known) => known switch { true => "yes", false => "no", _ => null };

    private static int? Since(RuleFacts facts, DateOnly? day) => day is { } known ? Math.Max(0, facts.Day.DayNumber - known.DayNumber) : null;

    // Whoever is named in the first days was there from the beginning.
    private const int FirstDays = 7, NewFor = 30;

    private static bool IsNew(RuleFacts facts, PlanPerson person) => facts.Plan.Said(PlanField.Begun) is { } begun && person is { IsUnknown: false, IsOurs: false } && person.Value(PlanField.Stance) is null && person.Parts.Min(p => p.Since) is { } since && since > begun.On.AddDays(FirstDays) && since >= facts.Day.AddDays(-NewFor);

    // With a committee one is in touch through somebody who sits in it, who may be counted already.
    private static int Met(DealPlan plan)
    {
        var met = plan.People.Where(p => p is { IsUnknown: false, IsOurs: false } && p.LastTouch is not null).ToList();
        return met.Count(p => !p.IsBody || met.All(o => o.IsBody || o.LastTouch != p.LastTouch));
    }

    // A part that nobody known has is a part nobody has.
    private static int Known(RuleFacts facts, DealPart part) => facts.Plan.With(part).Count(p => !p.IsUnknown);

    private static Fact Number(string id, Func<string> label, Func<RuleFacts, PlanPerson?, decimal?> of) => new(id, label, ColumnKind.Number, (f, p) => of(f, p));

    private static Fact Text(string id, Func<string> label, Func<RuleFacts, PlanPerson?, string?> of) => new(id, label, ColumnKind.Text, of);

    private static Fact YesNo(string id, Func<string> label, Func<RuleFacts, PlanPerson?, bool> of) => new(id, label, ColumnKind.Choice, (f, p) => of(f, p) ? "yes" : "no") { Choices = _ => [new("yes", T("yes")), new("no", T("no"))] };
}
