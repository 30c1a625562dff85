using System.Globalization;
using Coxswain.Customers.Maps;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>One question, why it is asked, and its answers.</summary>
/// <param name="Code">Stable name, with whom it is about.</param>
/// <param name="Text">The question.</param>
/// <param name="Reason">Why, with the number of deals it rests on.</param>
/// <param name="Answers">Buttons.</param>
public sealed record PlanQuestion(string Code, string Text, string Reason, [property: System.Text.Json.Serialization.JsonIgnore] IReadOnlyList<PlanAnswer> Answers)
{
    /// <summary>Typed in place of a button: the field it answers.</summary>
    [System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<PlanField>))]
    public PlanField? Typed { get; init; }
    public Guid? PersonId { get; init; }

    /// <summary>What is called a task that puts it off.</summary>
    public required string Later { get; init; }

    /// <summary>What a task that puts it off aims at.</summary>
    public string AimsAt => $"ask:{Code}";
}

/// <summary>An answer as a button: a way to somewhere, or something to say.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Href">Where it leads; null where it posts.</param>
/// <param name="Post">Where it posts, below the plan.</param>
/// <param name="Fields">What it posts.</param>
public sealed record PlanAnswer(string Label, string? Href, string? Post = null, IReadOnlyDictionary<string, string>? Fields = null);

/// <summary>
/// Which question comes next: from who says yes outwards the first that is not known, unless somebody will ask it, or said lately that nobody
/// knows. Where all of them are answered, all that a plan asks is known.
/// </summary>
internal static class PlanQuestions
{
    private const int High = 3, Shown = 3;

    public static PlanQuestion? Next(DealPlan plan, PlanHistory history, bool hasNextStep)
    {
        if (!plan.IsBegun || !plan.IsOpen || !plan.MayEdit) return null;
        var asked = plan.Actions.Select(a => a.AimsAt).OfType<string>().ToHashSet();
        return All(plan, history, hasNextStep).FirstOrDefault(q => !asked.Contains(q.AimsAt));
    }

    private static IEnumerable<PlanQuestion> All(DealPlan plan, PlanHistory history, bool hasNextStep)
    {
        var approver = plan.With(DealPart.Approver).FirstOrDefault();
        if (approver is null)
            yield return new("approver", plan.Minor is { } minor ? T("Who has to say yes to {0}?", MoneyText.Of(minor, plan.Currency)) : T("Who has to say the final yes?"), history.Said(d => d.Approver, (won, of, range) => T("No approver is known. Deals without one were won {0} times in {1} ({2}).", won, of, range)),
                [Name(plan, DealPart.Approver, T("Name the person")), .. plan.People.Where(p => !p.IsUnknown && !p.IsOutside).Take(2).Select(p => Say(T("{0} alone", p.Name), "people", ("Person", $"{p.Id}"), ("Part", nameof(DealPart.Approver))))]) { Later = T("Ask who says the final yes") };
        else if (IsOpen(approver.Said(PlanField.Gain), plan)) yield return Gain(plan, approver, history);
        if (!hasNextStep) yield return new("step", T("What is their next step, and when?"), T("A deal without one stands still, whatever is said."), [new(T("Agree a next step"), $"/opportunities/{plan.DealId}?add=step#steps")]) { Later = T("Agree a next step with them") };
        if (approver is { IsUnknown: false } && IsOpen(approver.Said(PlanField.Receptiveness), plan)) yield return Wants(plan, approver);
        foreach (var person in plan.People.Where(p => p.Weight >= High && p is { IsUnknown: false, IsOurs: false } && IsOpen(p.Said(PlanField.Stance), plan))) yield return Stance(plan, person, history);
        if (!plan.With(DealPart.Guide).Any()) yield return new("guide", T("Who there wants us to win, and shows us the way?"), history.Said(d => d.Guide, (won, of, range) => T("Nobody guides us. Deals without a guide were won {0} times in {1} ({2}).", won, of, range)), [Name(plan, DealPart.Guide, T("Name the person")), .. plan.People.Where(p => p.Value(PlanField.Stance) >= 4).Take(2).Select(p => Say(p.Name, "people", ("Person", $"{p.Id}"), ("Part", nameof(DealPart.Guide))))]) { Later = T("Find somebody who wants us to win") };
        foreach (var guide in plan.With(DealPart.Guide).Where(p => !p.IsUnknown && p.Guides is null && PlanWords.OfGuides.Any(f => IsOpen(p.Said(f), plan))).Take(1)) yield return Guides(plan, guide);
        if (!plan.With(DealPart.Evaluator).Any()) yield return new("evaluator", T("Who checks it before they sign?"), T("They cannot say yes, but they can say no."), [Name(plan, DealPart.Evaluator, T("Name the person"))]) { Later = T("Ask who checks it") };
        if (!plan.With(DealPart.User).Any()) yield return new("user", T("Who will work with it every day?"), T("They say whether it helps."), [Name(plan, DealPart.User, T("Name the person"))]) { Later = T("Ask who will work with it") };
        if (plan.Alternatives.All(a => a.Said(PlanField.Likelihood)?.Value is null) && plan.Alternatives.Any(a => IsOpen(a.Said(PlanField.Likelihood), plan))) yield return new("other", T("What will they do if not this?"), T("Not every rival is a supplier: many deals are lost to nothing at all."), [.. plan.Alternatives.Select(a => Judge(PlanWords.Alternative(a.Code), PlanField.Likelihood, 3, ("Topic", a.Code)))]) { Later = T("Ask what they do if not this") };
        if (plan.Objective is null) yield return new("objective", T("What exactly is to be won, and by when?"), T("Everybody of us plans something else until it is said."), [new(T("Say it"), $"{plan.Url}/objective")]) { Later = T("Agree what is to be won") };
        if (IsOpen(plan.Said(PlanField.Feeling), plan)) yield return new("feeling", T("How do you feel about this deal right now?"), T("Both ends tell something: who is certain may have stopped asking."), Words(PlanField.Feeling)) { Later = T("Look at the deal with fresh eyes") };
        if (IsOpen(plan.Said(PlanField.Risk), plan)) yield return new("risk", T("How careful with risk do they decide?"), T("Careful buyers want us early, and everybody at one table."), Words(PlanField.Risk)) { Later = T("Ask how they decide on such things") };
        if (IsOpen(plan.Said(PlanField.Finance), plan)) yield return new("finance", T("How much does finance drive their decision?"), T("Where it does, a case in figures decides, and whoever keeps the budget."), Words(PlanField.Finance)) { Later = T("Ask who looks at the figures") };
        if (IsOpen(plan.Said(PlanField.Urgency), plan)) yield return new("urgency", T("How urgent is it for them?"), T("What can wait does wait, whatever day stands here."), Words(PlanField.Urgency)) { Later = T("Ask what happens if it waits") };
        foreach (var question in plan.People.Where(p => !p.IsOurs).OrderByDescending(p => p.Weight).SelectMany(p => OfPerson(plan, p, history))) yield return question;
        foreach (var other in plan.Alternatives.Where(a => IsOpen(a.Said(PlanField.Seen), plan) && !(a.Code == "supplier" && plan.Rivals.Any(r => r.Said(PlanField.Seen)?.Value is not null))))
            yield return new($"seen:{other.Code}", T("How do they see us beside this: {0}?", PlanWords.Alternative(other.Code)), T("As they see it, not as we would like it."), Words(PlanField.Seen, ("Topic", other.Code))) { Later = T("Ask how they see us beside it") };
        foreach (var person in plan.People.Where(p => !p.IsUnknown && p.Said(PlanField.Stance) is { Value: not null } said && said.IsOld(plan)).OrderByDescending(p => p.Weight).Take(Shown))
            yield return Stance(plan, person, history) with { Code = $"again:{person.Id}", Text = T("How does {0} stand to it today?", person.Name), Reason = T("Last said {0}. After {1} days it has aged.", DayText.Short(person.Said(PlanField.Stance)!.On, plan.Today), plan.StaleAfter) };
    }

    // Said lately that nobody knows, it is not asked again at once.
    private static bool IsOpen(PlanSaid? said, DealPlan plan) => said is null || said.SaysNothing && said.IsOld(plan);

    // Whatever a plan asks of somebody and nobody said yet, the most telling first.
    private static IEnumerable<PlanQuestion> OfPerson(DealPlan plan, PlanPerson person, PlanHistory history)
    {
        if (person.IsUnknown)
        {
            if (plan.AccountId is { } account) yield return new($"who:{person.Id}", T("Who is it: {0}?", person.Name), T("Of somebody nobody knows, nothing else can be known."), [new(T("Name the person"), $"/accounts/{account}/map?person={person.Id}#map-card")]) { PersonId = person.Id, Later = T("Find out who it is: {0}", person.Name) };
            yield break;
        }
        if (IsOpen(person.Said(PlanField.Stance), plan)) yield return Stance(plan, person, history);
        if (IsOpen(person.Said(PlanField.Gain), plan)) yield return Gain(plan, person, history);
        if (IsOpen(person.Said(PlanField.Receptiveness), plan)) yield return Wants(plan, person);
        if (IsOpen(person.Said(PlanField.Result), plan)) yield return new($"result:{person.Id}", T("What does it bring to the work of {0}?", person.Name), T("What they can show to others carries further than what they feel."), []) { Typed = PlanField.Result, PersonId = person.Id, Later = T("Ask {0} what it brings to their work", person.Name) };
        if (IsOpen(person.Said(PlanField.Concept), plan)) yield return new($"concept:{person.Id}", T("What does {0} picture it does for them?", person.Name), T("They buy what they picture, not what we list."), []) { Typed = PlanField.Concept, PersonId = person.Id, Later = T("Ask what {0} pictures", person.Name) };
        if (IsOpen(person.Said(PlanField.Influence), plan)) yield return new($"influence:{person.Id}", T("How much does the word of {0} weigh in this?", person.Name), T("Support counts by the weight of who gives it."), Words(PlanField.Influence, ("Person", $"{person.Id}"))) { PersonId = person.Id, Later = T("Find out whose word weighs") };
    }

    private static PlanQuestion Gain(DealPlan plan, PlanPerson person, PlanHistory history) =>
        new($"gain:{person.Id}", T("What does {0} gain from it?", person.Name), history.Said(d => d.Gain, (won, of, range) => T("Deals in which nobody's gain was known were won {0} times in {1} ({2}).", won, of, range)), []) { Typed = PlanField.Gain, PersonId = person.Id, Later = T("Ask what {0} gains from it", person.Name) };

    private static PlanQuestion Guides(DealPlan plan, PlanPerson guide)
    {
        var field = PlanWords.OfGuides.First(f => IsOpen(guide.Said(f), plan));
        var asks = field switch { PlanField.Listened => T("Do their own people listen to {0}?", guide.Name), PlanField.Trusts => T("Does {0} trust us?", guide.Name), _ => T("Does {0} want us to win?", guide.Name) };
        return new($"guide:{field}:{guide.Id}", asks, T("A guide is listened to there, trusts us and wants us to win; a friend is not enough."), Words(field, ("Person", $"{guide.Id}"))) { PersonId = guide.Id, Later = T("Find out whether {0} can guide us", guide.Name) };
    }

    private static PlanQuestion Wants(DealPlan plan, PlanPerson person) =>
        new($"wants:{person.Id}", T("What does {0} want with it?", person.Name), T("Who wants to fix something moves first; who is content does not move at all."), [.. PlanWords.Values(PlanField.Receptiveness).Select(v => new PlanAnswer(v.Label, Card(plan, person, PlanField.Receptiveness, v.Value)))]) { Later = T("Ask what {0} wants changed", person.Name) };

    private static PlanQuestion Stance(DealPlan plan, PlanPerson person, PlanHistory history) =>
        new($"stance:{person.Id}", T("How does {0} stand to it?", person.Name), history.Said(d => d.Stance, (won, of, range) => T("Deals in which nobody's stance was known were won {0} times in {1} ({2}).", won, of, range)), [.. PlanWords.Stances.Select(v => new PlanAnswer(v.Label, Card(plan, person, PlanField.Stance, v.Value)))]) { Later = T("Find out how {0} stands to it", person.Name) };

    // Word chosen, the card asks for what shows it and nothing else.
    private static string Card(DealPlan plan, PlanPerson person, PlanField field, string value) => $"{plan.Url}?person={person.Id}&field={field}&value={value}#person";

    private static PlanAnswer Name(DealPlan plan, DealPart part, string label) => new(label, $"{plan.Url}/people/new?part={part}");

    // Each word a field can have, said with one press.
    private static IReadOnlyList<PlanAnswer> Words(PlanField field, params (string, string)[] more) => [.. PlanWords.Values(field).Select(v => Judge(v.Label, field, int.Parse(v.Value, CultureInfo.InvariantCulture), more))];

    private static PlanAnswer Judge(string label, PlanField field, int value, params (string, string)[] more) => Say(label, "judgements", [("Field", $"{field}"), ("Value", value.ToString(CultureInfo.InvariantCulture)), .. more]);

    private static PlanAnswer Say(string label, string post, params (string Name, string Value)[] fields) => new(label, null, post, fields.ToDictionary(f => f.Name, f => f.Value));
}
