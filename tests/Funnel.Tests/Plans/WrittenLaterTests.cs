using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Plans.Looks;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>What is a change since the last look through a plan: by when it was written, not by the day it is of.</summary>
public sealed class WrittenLaterTests
{
    [Theory, OnBoth]
    public async Task What_was_written_after_a_look_but_dated_before_it_is_a_change_since_that_look_and_what_went_along_with_it_is_none(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var (then, id, me) = (planned.Today.AddDays(-20), planned.Deal.Id, planned.Sales.Ana.Id);
        var okan = await planned.NameAsync(planned.Okan, "Evaluator");
        // A key says when its row was written, by the clock of the machine; the day it is of is what somebody said.
        Guid Key(int hour, int minute = 0) => Guid.CreateVersion7(new DateTimeOffset(then, new TimeOnly(hour, minute), TimeSpan.Zero));
        PlanJudgement Said(Guid key, PlanField field, int? value, DateOnly on, Guid? person = null) => new() { Id = key, OpportunityId = id, MapPersonId = person, Field = field, Value = value, On = on, SaidById = me };
        var (before, after) = (Said(Key(9), PlanField.Feeling, 8, then), Said(Key(10), PlanField.Feeling, 8, then));
        await planned.Sales.Ana.Tenant.SaveAsync(Said(Key(8), PlanField.Begun, null, then), before, after, Said(Key(8, 30), PlanField.Stance, 3, then.AddDays(-3), okan));
        await planned.Sales.Ana.Tenant.SaveAsync(new PlanLook { Id = Key(10), OpportunityId = id, On = then, SaidById = me, BeforeId = before.Id, AfterId = after.Id, NextOn = then.AddDays(14) });
        await planned.SayAsync("Feeling", null, ("Topic", "look"), ("Value", "8"));
        var written = await planned.Ana.TextAsync(planned.Plan + "/review");
        Assert.DoesNotContain("doubts us", written);
        await planned.Sales.Ana.Tenant.SaveAsync(Said(Key(15), PlanField.Stance, -3, then.AddDays(-1), okan));
        var later = await planned.Ana.TextAsync(planned.Plan + "/review");
        foreach (var shown in (string[])["doubts us", "Okan Yildiz"]) Assert.Contains(shown, later);
        Assert.Matches("([0-9]+|One|one) things? changed", later);
    }
}
