using Coxswain.Customers.Maps;
using Coxswain.Funnel.Plans;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>What a plan comes to, worked out by hand.</summary>
public sealed class ScoreTests
{
    private static readonly DateOnly Today = new(2026, 7, 24);

    [Fact]
    public void Support_weighs_stances_by_influence_and_leaves_out_whom_nobody_judged()
    {
        var plan = Plan(Person(DealPart.User, (PlanField.Influence, 3), (PlanField.Stance, 5)), Person(DealPart.Evaluator, (PlanField.Influence, 1), (PlanField.Stance, -3)), Person(DealPart.Guide, (PlanField.Influence, 3)));
        // (3×5 + 1×−3) / (5×4)
        Assert.Equal(0.6, plan.Scores.Support!.Value, 6);
        Assert.Equal(2, plan.Scores.StancesKnown);
    }

    [Fact]
    public void A_role_is_covered_by_somebody_met_whose_wish_result_gain_and_fresh_stance_are_known()
    {
        var whole = Person(DealPart.Approver, (PlanField.Receptiveness, 2), (PlanField.Result, null), (PlanField.Gain, null), (PlanField.Stance, 1));
        Assert.Equal(.35, Plan(whole).Scores.Coverage, 6);
        Assert.Equal(0, Plan(whole with { LastTouch = null }).Scores.Coverage);
        Assert.Equal(0, Plan(whole with { Says = [.. whole.Says.Select(s => s.Field is PlanField.Stance ? s with { On = Today.AddDays(-31) } : s)] }).Scores.Coverage);
        Assert.Equal(0, Plan(whole with { ContactId = null }).Scores.Coverage);
    }

    [Fact]
    public void Access_is_of_those_with_much_influence_and_unknown_where_there_are_none()
    {
        Assert.Null(Plan(Person(DealPart.User, (PlanField.Influence, 1))).Scores.Access);
        Assert.Equal(0.5, Plan(Person(DealPart.User, (PlanField.Influence, 3)), Person(DealPart.Evaluator, (PlanField.Influence, 3)) with { LastTalk = Today.AddDays(-31) }).Scores.Access);
    }

    [Fact]
    public void Complexity_is_half_how_many_are_touched_and_half_how_careful_they_are()
    {
        Assert.Null(Plan().Scores.Complexity);
        var plan = Plan([.. Enumerable.Range(0, 8).Select(_ => Person(DealPart.User))]) with { Says = [Said(PlanField.Risk, 5), Said(PlanField.Finance, 3), Said(PlanField.Begun, null)] };
        // (3 + 4) / 2
        Assert.Equal(3.5, plan.Scores.Complexity);
    }

    [Fact]
    public void An_unknown_is_not_a_known_and_knowledge_says_of_how_much()
    {
        var plan = Plan(Person(DealPart.Approver, (PlanField.Influence, 3), (PlanField.Gain, null)));
        // Of 6 things of one person 2, of 4 roles 1, of 4 alternatives 0, of 1 objective 0.
        Assert.Equal(15, plan.Scores.Asked);
        Assert.Equal(3 / 15.0, plan.Scores.Knowledge, 6);
    }

    [Fact]
    public void Freshness_is_of_what_was_judged_and_a_warning_of_somebody_weighs_as_their_word()
    {
        Assert.Null(Plan(Person(DealPart.User, (PlanField.CoveredBy, null))).Scores.Freshness);
        var (strong, plain) = (Person(DealPart.User, (PlanField.Influence, 3), (PlanField.Stance, 2), (PlanField.Receptiveness, 1)), Person(DealPart.Evaluator, (PlanField.Stance, null)));
        var aged = strong with { Says = [.. strong.Says.Select(s => s.Field is PlanField.Stance ? s with { On = Today.AddDays(-31) } : s)] };
        PlanWarning Of(Guid? person, bool muted = false) => new("some", "Something", "For a reason", null, 50) { PersonId = person, Muted = muted ? Said(PlanField.Muted, null) : null };
        var plan = Plan(aged, plain) with { Warnings = [Of(null), Of(strong.Id), Of(plain.Id), Of(strong.Id, muted: true)] };
        // Of one the stance has aged, their influence and what they want has not, nor what the other thinks: 3 of 4.
        Assert.Equal((0.75, 4), (plan.Scores.Freshness!.Value, plan.Scores.Judged));
        // 1 of the deal, 3 of whose word weighs much, 2 of whose influence nobody said.
        Assert.Equal(6, plan.Scores.Load);
    }

    private static PlanSaid Said(PlanField field, int? value) => new() { Id = Guid.NewGuid(), Field = field, Value = value, Text = "Said so", On = Today };

    private static PlanPerson Person(DealPart part, params (PlanField Field, int? Value)[] says) => new()
    {
        Id = Guid.NewGuid(), ContactId = Guid.NewGuid(), Name = "Petra Brandt", Title = null, IsOutside = false, LastTouch = Today, LastTalk = Today, Parts = [new(Guid.NewGuid(), part)], Says = [.. says.Select(s => Said(s.Field, s.Value))],
    };

    private static DealPlan Plan(params PlanPerson[] people) => new()
    {
        DealId = Guid.NewGuid(), Deal = "Yard planning", AccountId = Guid.NewGuid(), Account = "Nordwind", Today = Today, IsOpen = true, MayEdit = true, Currency = "EUR", People = people,
        Alternatives = [.. PlanAlternative.Codes.Select(c => new PlanAlternative(c, []))], Says = [Said(PlanField.Begun, null)],
    };
}
