using System.Globalization;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Plans;

/// <summary>What is to be won, its tests and its versions; what sets us apart.</summary>
public sealed class ObjectiveTests
{
    [Theory, OnBoth]
    public async Task An_objective_without_a_day_is_refused_and_what_else_it_misses_is_shown(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/objective", ("What", "Planning and training")), "By when? Without a day it is a wish.");
        await planned.Ana.PostFormAsync(planned.Plan + "/objective", ("What", "Planning and training"), ("On", Day(planned, 40)));
        var page = await planned.Ana.TextAsync(planned.Plan);
        foreach (var missing in (string[])["how much is not said, in pieces or in money", "where is not said", "somebody new to it would not understand it", "it is more than one thing: plan each by itself"]) Assert.Contains(missing, page);
    }

    [Theory, OnBoth]
    public async Task Another_day_or_amount_asks_why_and_keeps_the_version_before(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        await planned.Ana.PostFormAsync(planned.Plan + "/objective", ("What", "Yard planning"), ("Quantity", "4"), ("Place", "all terminals"), ("Statement", "Every slot of four terminals is planned with us"), ("On", Day(planned, 40)));
        await Planned.RefusedAsync(await planned.Ana.PostFormAsync(planned.Plan + "/objective", ("What", "Yard planning"), ("Quantity", "6"), ("On", Day(planned, 40))), "Why does it change?");
        await planned.Ana.PostFormAsync(planned.Plan + "/objective", ("What", "Yard planning"), ("Quantity", "6"), ("Place", "all terminals"), ("On", Day(planned, 40)), ("Because", "Two more joined"));
        var page = await planned.Ana.TextAsync(planned.Plan);
        Assert.Contains("6 × Yard planning", page);
        Assert.Contains("4 × Yard planning", page);
        Assert.Contains("Two more joined", page);
        Assert.Equal(2, await planned.Sales.Ana.InDb(db => db.DealObjectives.CountAsync()));
    }

    [Fact]
    public void A_whole_objective_passes_all_tests() =>
        Assert.Empty(ObjectiveLints.Of(new() { Id = Guid.NewGuid(), What = "Yard planning", Quantity = 4, Currency = "EUR", Place = "The north", On = new DateOnly(2026, 9, 30), Statement = "Four terminals plan every slot with us" }));

    [Theory, OnBoth]
    public async Task A_strength_says_where_it_shows_asks_so_what_and_for_proof_and_is_taken_off_and_back(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "User");
        await planned.Ana.PostFormAsync(planned.Plan + "/strengths", ("Kind", "HowWeSell"), ("Text", "We walk the yard at night"), ("Person", $"{petra}"));
        var page = await planned.Ana.TextAsync(planned.Plan);
        foreach (var said in (string[])["In how we sell", "We walk the yard at night", "matters to Petra Brandt", "so what?", "what proves it?"]) Assert.Contains(said, page);
        var row = await planned.Sales.Ana.InDb(db => db.PlanStrengths.Select(s => s.Id).SingleAsync());
        await planned.Ana.PostFormAsync($"{planned.Plan}/strengths/{row}/removals");
        Assert.DoesNotContain("matters to Petra Brandt", await planned.Ana.TextAsync(planned.Plan));
        await planned.Ana.PostFormAsync($"{planned.Plan}/strengths/{row}/restorations");
        Assert.Contains("matters to Petra Brandt", await planned.Ana.TextAsync(planned.Plan));
    }

    private static string Day(Planned planned, int days) => planned.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
