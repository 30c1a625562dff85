using Coxswain.Customers.Maps;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>The plan of a deal on two days, side by side: the same judgements read twice.</summary>
internal static class ComparePlan
{
    private const int Usual = 30, MostYears = 20;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The earlier day; thirty days before the later, where nobody says.</summary>
        public DateOnly? From { get; init; }

        /// <summary>The later; the day pages stand on, where nobody says.</summary>
        public DateOnly? To { get; init; }
    }

    public static async Task<Outcome<PlanCompared>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var day = (await Standing.ReadAsync(db, clock, ct)).Day;
        var oldest = day.AddYears(-MostYears);
        var problems = new Problems().AddIf(input.From < oldest, "From", T("This day cannot be right.")).AddIf(input.To < oldest, "To", T("This day cannot be right."));
        if (problems.Any) return Outcome.Invalid(problems);
        var to = input.To is { } asked && asked < day ? asked : day;
        var from = input.From ?? to.AddDays(-Usual);
        if (from > to) return Outcome.Invalid("From", T("The earlier day is after the later."));
        var beside = await PlanReading.SaidBesideAsync(db, deal.Id, to, ct);
        var (before, after) = await PlanReading.TwoAsync(db, deal, from, to, beside, ct);
        return new PlanCompared(deal.Id, deal.Name, deal.AccountId, deal.AccountName, from, to, [.. Between(before, after)]);
    }

    internal static IEnumerable<PlanDifference> Between(DealPlan before, DealPlan after)
    {
        foreach (var line in Line(after.Deal, T("What is to be won"), Said(before.Objective, before.Today), Said(after.Objective, after.Today))) yield return line;
        foreach (var person in after.People)
            foreach (var part in person.Parts.Where(p => p.Since > before.Today)) yield return new(person.Name, T("Role here"), null, PlanWords.Role(part.Part));
        foreach (var person in before.People)
            foreach (var part in person.Parts.Where(p => p.Since <= before.Today && after.Person(person.Id)?.Parts.All(x => x.Id != p.Id) is not false)) yield return new(person.Name, T("Role here"), PlanWords.Role(part.Part), null);
        foreach (var person in after.People)
            foreach (var field in PlanWords.Of(person))
                foreach (var line in Line(person.Name, PlanWords.Label(field), Said(before.Person(person.Id)?.Said(field)), Said(person.Said(field)))) yield return line;
        foreach (var other in after.Alternatives.Concat(after.Rivals))
            foreach (var field in (PlanField[])[PlanField.What, PlanField.Likelihood, PlanField.Seen, PlanField.Answer])
                foreach (var line in Line(PlanWords.Alternative(other.Code), PlanWords.Label(field), Said(before.Alternatives.Concat(before.Rivals).FirstOrDefault(a => a.Code == other.Code)?.Said(field)), Said(other.Said(field)))) yield return line;
        foreach (var field in (PlanField[])[PlanField.Feeling, PlanField.Urgency, PlanField.Risk, PlanField.Finance])
            foreach (var line in Line(after.Deal, PlanWords.Label(field), Said(before.Said(field)), Said(after.Said(field)))) yield return line;
        foreach (var strength in after.Strengths.Where(s => before.Strengths.All(b => b.Id != s.Id))) yield return new(after.Deal, PlanWords.Strength(strength.Kind), null, strength.Text);
        foreach (var strength in before.Strengths.Where(s => after.Strengths.All(a => a.Id != s.Id))) yield return new(after.Deal, PlanWords.Strength(strength.Kind), strength.Text, null);
    }

    private static string? Said(PlanSaid? said) => said is null or { SaysNothing: true } ? null : PlanWords.Said(said);

    private static string? Said(ObjectiveView? objective, DateOnly today) => objective is null ? null : ObjectiveWords.Said(objective, today);

    private static IEnumerable<PlanDifference> Line(string whom, string what, string? before, string? after)
    {
        if (before != after) yield return new(whom, what, before, after);
    }
}

/// <summary>What is to be won, in words.</summary>
internal static class ObjectiveWords
{
    public static string Said(ObjectiveView objective, DateOnly today) => string.Join(", ", new[]
    {
        objective.Quantity is { } quantity ? $"{quantity:N0} × {objective.What}" : objective.What, Amount(objective), objective.Place, T("by {0}", DayText.Short(objective.On, today)),
    }.OfType<string>());

    private static string? Amount(ObjectiveView objective) => objective.Amount is { } amount ? MoneyText.Of(Platform.Money.Minor.FromMajor(amount, objective.Currency), objective.Currency) : null;
}

/// <summary>The plan of a deal on two days.</summary>
public sealed record PlanCompared(Guid DealId, string Deal, Guid? AccountId, string? Account, DateOnly From, DateOnly To, IReadOnlyList<PlanDifference> Differences);

/// <summary>Something that differs between two days.</summary>
/// <param name="Whom">Of whom or what.</param>
/// <param name="What">Which field.</param>
/// <param name="Before">How it read on the earlier day; null was unknown.</param>
/// <param name="After">How it reads on the later.</param>
public sealed record PlanDifference(string Whom, string What, string? Before, string? After);
