using System.Globalization;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Periods;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>A condition made ready to ask of many deals. It reads as conditions of lists do: what nobody knows is neither at least nor at most anything, and is not whatever is asked.</summary>
internal sealed class FactTest
{
    private static readonly PlanPerson?[] TheDeal = [null];
    private readonly Func<RuleFacts, PlanPerson?, bool> _holds;

    /// <summary>It asks of somebody who decides, so it holds of each person by themselves.</summary>
    public bool IsOfPeople { get; }

    /// <summary>It asks about the plan of a meeting.</summary>
    public bool IsOfMeeting => Needs.HasFlag(Needed.Meeting);

    /// <summary>What it asks for that is read only where something does.</summary>
    public Needed Needs { get; }

    private FactTest(Func<RuleFacts, PlanPerson?, bool> holds, IReadOnlyList<Fact> asks) => (_holds, IsOfPeople, Needs) = (holds, asks.Any(f => f.IsOfPerson), asks.Aggregate(Needed.Nothing, (all, f) => all | f.Needs));

    /// <summary>Of whom it holds; one null is the deal as a whole.</summary>
    public IEnumerable<PlanPerson?> Of(RuleFacts facts) => IsOfPeople ? facts.Plan.People.Where(p => _holds(facts, p)).Cast<PlanPerson?>() : _holds(facts, null) ? TheDeal : [];

    /// <exception cref="WrongConditionException">It asks for what is not there, or compares what cannot be compared so.</exception>
    public static FactTest Read(string where, IReadOnlyList<Fact> facts, Periods calendar)
    {
        var condition = ConditionReader.Read(where);
        return new(Of(condition, facts, calendar), [.. condition.Columns.Select(c => Find(c, facts))]);
    }

    private static Func<RuleFacts, PlanPerson?, bool> Of(Condition condition, IReadOnlyList<Fact> facts, Periods calendar)
    {
        if (condition is Condition.Test test) return Of(test, Find(test.Column, facts), calendar);
        var (parts, isAny) = ((Condition.Several)condition) is var several ? (several.Parts.Select(p => Of(p, facts, calendar)).ToArray(), several.IsAny) : default;
        return isAny ? (f, p) => Array.Exists(parts, part => part(f, p)) : (f, p) => Array.TrueForAll(parts, part => part(f, p));
    }

    private static Fact Find(string id, IReadOnlyList<Fact> facts) =>
        facts.FirstOrDefault(f => f.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) ?? throw new WrongConditionException(T("Rules cannot ask for {0}. They can ask for: {1}.", id, string.Join(", ", facts.Select(f => f.Id))));

    private static Func<RuleFacts, PlanPerson?, bool> Of(Condition.Test test, Fact fact, Periods calendar)
    {
        if (test.Value == Condition.Unknown) return test.How switch
        {
            Comparison.Is => (f, p) => fact.Of(f, p) is null or string[] { Length: 0 },
            Comparison.IsNot => (f, p) => fact.Of(f, p) is not (null or string[] { Length: 0 }),
            _ => throw Wrong(test),
        };
        return fact.Kind switch
        {
            ColumnKind.Number or ColumnKind.Money => OfNumber(test, fact),
            ColumnKind.Date => OfDay(test, fact, calendar),
            ColumnKind.Choice => OfChoice(test, fact),
            _ => OfText(test, fact),
        };
    }

    private static Func<RuleFacts, PlanPerson?, bool> OfNumber(Condition.Test test, Fact fact)
    {
        if (!decimal.TryParse(test.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) throw Wrong(test);
        return test.How switch
        {
            Comparison.Is => (f, p) => fact.Of(f, p) is decimal known && known == value,
            Comparison.IsNot => (f, p) => !(fact.Of(f, p) is decimal known && known == value),
            Comparison.From => (f, p) => fact.Of(f, p) is decimal known && known >= value,
            Comparison.To => (f, p) => fact.Of(f, p) is decimal known && known <= value,
            _ => throw Wrong(test),
        };
    }

    private static Func<RuleFacts, PlanPerson?, bool> OfDay(Condition.Test test, Fact fact, Periods calendar)
    {
        if (new ListDays(new DateOnly(2000, 1, 1), calendar).Of(test.Value) is null) throw Wrong(test);
        return test.How switch
        {
            Comparison.Is => (f, p) => Within(f, p),
            Comparison.IsNot => (f, p) => !Within(f, p),
            Comparison.From => (f, p) => fact.Of(f, p) is DateOnly day && day >= Days(f).From,
            Comparison.To => (f, p) => fact.Of(f, p) is DateOnly day && day <= Days(f).To,
            _ => throw Wrong(test),
        };
        (DateOnly From, DateOnly To) Days(RuleFacts facts) => new ListDays(facts.Day, calendar).Of(test.Value)!.Value;
        bool Within(RuleFacts facts, PlanPerson? person) => fact.Of(facts, person) is DateOnly day && Days(facts) is var (from, to) && day >= from && day <= to;
    }

    private static Func<RuleFacts, PlanPerson?, bool> OfChoice(Condition.Test test, Fact fact)
    {
        var value = fact.Id.StartsWith(CustomField.Prefix, StringComparison.Ordinal) ? Condition.Answer(test.Value) : test.Value;
        bool Is(RuleFacts facts, PlanPerson? person) => fact.Of(facts, person) switch { string one => one.Equals(value, StringComparison.OrdinalIgnoreCase), string[] several => Array.Exists(several, s => s.Equals(value, StringComparison.OrdinalIgnoreCase)), _ => false };
        return test.How switch { Comparison.Is or Comparison.Has => Is, Comparison.IsNot or Comparison.HasNot => (f, p) => !Is(f, p), _ => throw Wrong(test) };
    }

    private static Func<RuleFacts, PlanPerson?, bool> OfText(Condition.Test test, Fact fact)
    {
        var value = Folding.Fold(test.Value);
        return test.How switch
        {
            Comparison.Is => (f, p) => fact.Of(f, p) is string text && Folding.Fold(text) == value,
            Comparison.IsNot => (f, p) => !(fact.Of(f, p) is string text && Folding.Fold(text) == value),
            Comparison.Has => (f, p) => fact.Of(f, p) is string text && Folding.Fold(text).Contains(value, StringComparison.Ordinal),
            Comparison.HasNot => (f, p) => !(fact.Of(f, p) is string text && Folding.Fold(text).Contains(value, StringComparison.Ordinal)),
            _ => throw Wrong(test),
        };
    }

    private static WrongConditionException Wrong(Condition.Test test) => new(T("This cannot be asked so: {0}.", test));
}
