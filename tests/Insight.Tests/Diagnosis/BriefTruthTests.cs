using Coxswain.Insight.Diagnosis;

namespace Coxswain.Insight.Tests.Diagnosis;

/// <summary>The brief against companies whose truth is planted. Many seeds run outside the suite; two stand here for them.</summary>
public class BriefTruthTests
{
    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    public void Those_planted_weak_are_found_and_few_others(int seed)
    {
        var company = new Company(seed, weak: true);
        var verdict = Read(company);
        var right = verdict.Flags.Count(f => company.Weak.Contains((f.Person, f.Component)));

        Assert.Equal(Answer.PeopleDiffer, verdict.Answer);
        Assert.True(right >= 0.9 * company.Weak.Count, $"{right} of {company.Weak.Count} found");
        Assert.True(verdict.Flags.Count - right <= 0.1 * verdict.Flags.Count, $"{verdict.Flags.Count - right} false of {verdict.Flags.Count}");
    }

    [Theory]
    [InlineData(201)]
    [InlineData(203)]
    public void A_company_of_equals_is_told_so_and_nobody_is_named(int seed)
    {
        var verdict = Read(new Company(seed, weak: false));
        Assert.Equal(Answer.NoDetectableDifference, verdict.Answer);
        Assert.Empty(verdict.Flags);
        Assert.Null(verdict.Lead);
        Assert.All(verdict.Rows.SelectMany(r => r.Terms), t => Assert.Equal(Standing.WithinPeers, t.Standing));
    }

    [Fact]
    public void Someone_weak_only_by_product_mix_is_not_named_and_the_handicap_is_shown_as_assigned()
    {
        var company = new Company(101, weak: true);
        var verdict = Read(company);
        Assert.NotEmpty(company.Decoys);
        Assert.All(company.Decoys, decoy => Assert.DoesNotContain(verdict.Flags, f => f.Person == decoy && f.Component == Component.WinRate));
        Assert.All(company.Decoys, decoy => Assert.True(verdict.Rows.Single(r => r.Person == decoy)[Component.WinRate].Assigned < -0.05));
    }

    [Fact]
    public void What_is_worth_most_comes_first_and_weak_winners_are_traced_to_their_stage()
    {
        var company = new Company(101, weak: true);
        var verdict = Read(company);
        Assert.Equal(verdict.Flags.Select(f => f.Worth!.Value.Value).OrderDescending(), verdict.Flags.Select(f => f.Worth!.Value.Value));
        Assert.All(verdict.Flags, f => Assert.InRange(f.Worth!.Value.Value, f.Worth!.Value.Low, f.Worth!.Value.High));
        var winners = verdict.Flags.Where(f => f.Component == Component.WinRate && company.Weak.Contains((f.Person, f.Component))).ToList();
        Assert.NotEmpty(winners);
        Assert.All(winners, f => Assert.Equal(company.StageOf(f.Person), f.Stage!.Stage));
        Assert.NotEqual(Component.Volume, verdict.Lead!.Component);
    }

    // Velocity N·p·A/L: the four terms of a person add up to the whole.
    [Fact]
    public void The_terms_add_up()
    {
        foreach (var row in Read(new Company(101, weak: true)).Rows)
        {
            Assert.Equal(row.Total!.Value.Value, row.InHand!.Value.Value + new[] { Component.WinRate, Component.Value, Component.Cycle }.Sum(c => row[c].Gap!.Value.Value), 9);
            Assert.Equal(row.Total!.Value.Value, new[] { Component.Volume, Component.WinRate, Component.Value }.Sum(c => row[c].Gap!.Value.Value), 9);
        }
    }

    [Fact]
    public void The_same_deals_in_another_order_give_the_same_verdict()
    {
        var company = new Company(102, weak: true, years: 2);
        var window = BriefWindow.UpTo(company.End, company.Start);
        var backwards = Brief.Of([.. company.Deals.Reverse()], window);
        Assert.Equal(
            Brief.Of(company.Deals, window).Flags.Select(f => (f.Person, f.Component, Math.Round(f.Worth!.Value.Value))),
            backwards.Flags.Select(f => (f.Person, f.Component, Math.Round(f.Worth!.Value.Value))));
    }

    // A test that ran against a clock would test the machine.
    [Fact]
    public void Five_times_the_deals_are_no_more_than_five_times_the_work()
    {
        Company small = new(103, weak: true, years: 1), large = new(103, weak: true);
        Read(small);
        Assert.True(large.Deals.Count > 20_000);
        Assert.InRange((double)Work(large) / Work(small), 1, 1.2 * large.Deals.Count / small.Deals.Count);

        static long Work(Company company)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Read(company);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static Verdict Read(Company company) => Brief.Of(company.Deals, BriefWindow.UpTo(company.End, company.Start));
}
