using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Rules;

/// <summary>A rule is tried on deals that are closed before it is switched on.</summary>
public sealed class RuleTrialTests
{
    [Theory, OnBoth]
    public async Task It_says_how_often_it_would_have_fired_and_how_many_of_those_were_lost(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        // Twelve whose decision day passed by three weeks, of which nine were lost; eleven that closed before it, of which one was.
        for (var i = 0; i < 12; i++) await ClosedAsync(planned.Sales, $"Late {i}", i < 9 ? "Lost" : "Won", decidesAfter: 40, closedAfter: 61);
        for (var i = 0; i < 11; i++) await ClosedAsync(planned.Sales, $"Timely {i}", i < 1 ? "Lost" : "Won", decidesAfter: 60, closedAfter: 50);
        var page = await ada.PlainBrowser.TextAsync("/settings/rules/trial?where=closes-in+%3C%3D+-7");
        Assert.Contains("It would have fired 12 times; 9 of 12 deals it found were lost or came to no decision.", page);
        Assert.Contains("Late 3", page);
        Assert.DoesNotContain("Timely 3", page);
        // Wilson (1927) at 90 %: 3 of 12 and 10 of 11, worked out apart from the formula.
        Assert.Contains("25% (10% to 49%)", page);
        Assert.Contains("91% (68% to 98%)", page);
    }

    [Theory, OnBoth]
    public async Task It_looks_at_what_was_known_then_and_not_at_what_is_known_now(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        var deal = await ClosedAsync(planned.Sales, "Grew late", "Lost", decidesAfter: 40, closedAfter: 60, amounts: [5_000_00, 200_000_00]);
        Assert.Contains("It would have fired once", await ada.PlainBrowser.TextAsync("/settings/rules/trial?where=amount+%3C%3D+5000"));
        Assert.Contains(deal.Name, await ada.PlainBrowser.TextAsync("/settings/rules/trial?where=amount+%3E%3D+200000"));
        Assert.Contains("It would have found nothing", await ada.PlainBrowser.TextAsync("/settings/rules/trial?where=amount+%3E%3D+200001"));
        Assert.Contains("not enough data", await ada.PlainBrowser.TextAsync("/settings/rules/trial?where=amount+%3C%3D+5000"));
    }

    [Fact]
    public void How_long_won_deals_took_is_worked_out_of_those_that_were_won_by_the_day()
    {
        var first = new DateOnly(2026, 1, 1);
        var past = new PastStallRules([.. Enumerable.Range(0, 10).Select(i => (first.AddDays(i), 10)), .. Enumerable.Range(0, 30).Select(i => (first.AddDays(100 + i), 90))]);
        Assert.Equal((null, null), (past.On(first.AddDays(8)).Half, past.On(first.AddDays(8)).Days));
        Assert.Equal((10, 10), (past.On(first.AddDays(9)).Half, past.On(first.AddDays(50)).Days));
        Assert.Equal((90, 90), (past.On(first.AddDays(200)).Half, past.On(first.AddDays(200)).Days));
    }

    [Theory, OnBoth]
    public async Task A_deal_that_took_longer_than_those_won_before_it_is_found_on_a_past_day(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        for (var i = 0; i < 10; i++) await ClosedAsync(planned.Sales, $"Quick {i}", "Won", decidesAfter: 10, closedAfter: 14, begun: -200);
        await ClosedAsync(planned.Sales, "Slow one", "Lost", decidesAfter: 40, closedAfter: 60);
        var page = await ada.PlainBrowser.TextAsync("/settings/rules/trial?where=slow+%3D+most");
        Assert.Contains("It would have fired once", page);
        Assert.Contains("Slow one", page);
    }

    [Theory, OnBoth]
    public async Task It_sends_as_many_statements_for_many_deals_as_for_few(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await ClosedAsync(planned.Sales, "One", "Lost", 40, 60);
        var few = await ada.StatementsAsync("/settings/rules/trial?where=closes-in+%3C%3D+-7");
        for (var i = 0; i < 20; i++) await ClosedAsync(planned.Sales, $"More {i}", "Won", 40, 60);
        var many = await ada.StatementsAsync("/settings/rules/trial?where=closes-in+%3C%3D+-7");
        Assert.Equal(few.Count, many.Count);
        Assert.InRange(many.Count, 1, 14);
    }

    private static async Task<Opportunity> ClosedAsync(Sales sales, string name, string end, int decidesAfter, int closedAfter, int begun = 0, params long[] amounts)
    {
        var began = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc).AddDays(begun);
        var (open, at) = (sales.Stage("Discover"), sales.Stage(end));
        var (closed, id) = (began.AddDays(closedAfter), Guid.CreateVersion7());
        var steps = amounts.Length == 0 ? [100_000_00] : amounts;
        var each = closedAfter / steps.Length;
        var states = steps.Select((amount, i) => State(began.AddDays(i * each), i == steps.Length - 1 ? closed : began.AddDays((i + 1) * each), open.Id, StageEnd.Open, amount)).Append(State(closed, null, at.Id, at.End, steps[^1])).ToList();
        var deal = new Opportunity { Id = id, Name = name, OwnerId = sales.Ana.Id, StageId = at.Id, End = at.End, Amount = steps[^1], Currency = "EUR", CloseOn = DateOnly.FromDateTime(closed), OpenedOn = DateOnly.FromDateTime(began), ClosedOn = DateOnly.FromDateTime(closed), KnownHistory = states };
        await sales.Ana.Tenant.SaveAsync(deal);
        return deal;

        OpportunityState State(DateTime from, DateTime? to, Guid stage, StageEnd state, long amount) => new() { OpportunityId = id, From = from, To = to, RecordedAt = from, StageId = stage, End = state, OwnerId = sales.Ana.Id, Amount = amount, Currency = "EUR", CloseOn = DateOnly.FromDateTime(began).AddDays(decidesAfter), Category = null };
    }
}
