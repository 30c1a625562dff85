using Coxswain.Insight.Diagnosis;

namespace Coxswain.Insight.Tests.Diagnosis;

public class BriefEdgeTests
{
    private static readonly DateOnly Day = new(2025, 1, 1);
    private static readonly BriefWindow Year = BriefWindow.UpTo(new(2025, 12, 31), Day);

    [Fact]
    public void No_deals_is_not_enough_data()
    {
        var verdict = Brief.Of([], Year);
        Assert.Equal(Answer.NotEnoughData, verdict.Answer);
        Assert.Empty(verdict.Rows);
        Assert.All(verdict.Components, c => Assert.False(c.Enough));
    }

    [Fact]
    public void Four_people_are_too_few_to_compare_however_many_deals_they_have()
    {
        var company = new Company(1, weak: true, years: 2, people: 4);
        var verdict = Brief.Of(company.Deals, BriefWindow.UpTo(company.End, company.Start));
        Assert.Equal(Answer.NotEnoughData, verdict.Answer);
        Assert.Empty(verdict.Flags);
        Assert.All(verdict.Rows.SelectMany(r => r.Terms), t => Assert.Null(t.Value));
        Assert.All(verdict.Rows, r => Assert.NotNull(r[Component.WinRate].Raw));
    }

    [Fact]
    public void A_newcomer_with_three_deals_is_not_judged()
    {
        var company = new Company(1, weak: true, years: 2);
        BriefDeal[] deals = [.. company.Deals, .. Enumerable.Range(1, 3).Select(i =>
            new BriefDeal("New", "Team 1", "Pro", null, null, Ending.Lost, null, company.End.AddDays(-20 * i), company.End.AddDays(-i)))];
        var row = Brief.Of(deals, BriefWindow.UpTo(company.End, company.Start)).Rows.Single(r => r.Person == "New");
        Assert.All(row.Terms, t => Assert.Equal(Standing.NotEnoughData, t.Standing));
        Assert.Null(row.Total);
        Assert.Equal(3, row[Component.WinRate].N);
    }

    [Fact]
    public void Unknown_dates_and_amounts_are_counted_and_never_taken_for_zero()
    {
        var company = new Company(2, weak: false, years: 2);
        var window = BriefWindow.UpTo(company.End, company.Start);
        BriefDeal[] unknown =
        [
            new("P00", "Team 0", null, null, null, Ending.Won, null, company.End.AddDays(-50), company.End.AddDays(-5)),
            new("P00", "Team 0", null, null, null, Ending.Won, 0, null, company.End.AddDays(-5)),
            new("P00", "Team 0", null, null, null, Ending.Lost, 5, company.End.AddDays(-50), null),
            new("P00", "Team 0", null, null, null, Ending.Open, 5, null, null),
        ];
        var (before, after) = (Brief.Of(company.Deals, window), Brief.Of([.. company.Deals, .. unknown], window));
        Assert.Equal(new Unknowns(2, 1, 2), after.Unknowns);
        Assert.Equal(before.Rows[0][Component.Value].Raw, after.Rows[0][Component.Value].Raw);
        Assert.Equal(before.Rows[0][Component.WinRate].N + 2, after.Rows[0][Component.WinRate].N);
    }

    [Fact]
    public void What_happened_after_the_date_asked_about_is_not_known_yet()
    {
        var company = new Company(3, weak: true, years: 3);
        var asOf = company.End.AddYears(-1);
        var window = BriefWindow.UpTo(asOf, company.Start);
        BriefDeal[] then = [.. company.Deals.Where(d => d.Opened <= asOf).Select(d => d.Closed > asOf ? d with { Ending = Ending.Open, Closed = null } : d)];
        var (now, past) = (Brief.Of(company.Deals, window), Brief.Of(then, window));
        Assert.Equal(past.Components, now.Components);
        Assert.Equal(past.Flags.Select(f => f.Person), now.Flags.Select(f => f.Person));
    }

    [Fact]
    public void Everyone_always_winning_is_no_difference()
    {
        BriefDeal[] deals = [.. Enumerable.Range(0, 600).Select(i => new BriefDeal(
            $"P{i % 6}", null, null, null, null, Ending.Won, 1000, Day.AddDays(i / 6 * 3), Day.AddDays(i / 6 * 3 + 20)))];
        var verdict = Brief.Of(deals, Year);
        Assert.Equal(Answer.NoDetectableDifference, verdict.Answer);
        Assert.Equal(20, verdict.Rows[0][Component.Cycle].Raw);
        Assert.Equal(1000, verdict.Rows[0][Component.Value].Value!.Value.Value, 0.01);
    }

    [Fact]
    public void Deals_left_lying_open_are_not_taken_for_slow_decisions()
    {
        var company = new Company(4, weak: false, years: 2);
        BriefDeal[] deals = [.. company.Deals, .. company.Deals.Where(d => d.Person[^1] < '3' && d.Ending == Ending.Lost)
            .Select(d => d with { Ending = Ending.Open, Closed = null })];
        var cycle = Brief.Of(deals, BriefWindow.UpTo(company.End, company.Start))[Component.Cycle];
        Assert.False(cycle.Differs);
        Assert.True(cycle.OnlyWhatLiesOpen);
    }
}
