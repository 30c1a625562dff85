using Coxswain.Insight.Diagnosis;

namespace Coxswain.Insight.Tests.Diagnosis;

/// <summary>The brief on a handful of the companies that bench/Brief makes a hundred of: docs/brief.md has the figures.</summary>
public class BriefSpreadTests
{
    [Fact]
    public void Over_several_companies_nine_in_ten_of_the_weak_are_found_and_one_flag_in_ten_at_most_is_false()
    {
        var companies = Enumerable.Range(111, 4).Select(seed => new Company(seed, weak: true)).ToList();
        var flags = companies.SelectMany(c => Read(c).Flags.Select(f => c.Weak.Contains((f.Person, f.Component)))).ToList();
        Assert.True(flags.Count(right => right) >= 0.9 * companies.Sum(c => c.Weak.Count), $"{flags.Count(right => right)} of {companies.Sum(c => c.Weak.Count)} found");
        Assert.True(flags.Count(right => !right) <= 0.1 * flags.Count, $"{flags.Count(right => !right)} false of {flags.Count}");
    }

    [Fact]
    public void Where_people_differ_a_little_anyway_hardly_anyone_is_named_who_is_not_truly_behind()
    {
        var companies = Enumerable.Range(121, 4).Select(seed => new Company(seed, weak: true, ordinary: 0.1)).ToList();
        var flags = companies.SelectMany(c => Read(c).Flags.Select(f => (Right: c.Weak.Contains((f.Person, f.Component)), Behind: c.Truth[(f.Person, f.Component)] <= -Minima.Gap(f.Component)))).ToList();
        Assert.True(flags.Count(f => f.Right) >= 0.6 * companies.Sum(c => c.Weak.Count), $"{flags.Count(f => f.Right)} of {companies.Sum(c => c.Weak.Count)} found");
        Assert.True(flags.Count(f => !f.Behind) <= 0.1 * flags.Count, $"{flags.Count(f => !f.Behind)} of {flags.Count} are not behind");
    }

    [Fact]
    public void Six_people_are_enough_to_find_a_great_gap_and_three_are_not()
    {
        var six = Enumerable.Range(131, 4).Select(seed => new Company(seed, weak: true, people: 6)).ToList();
        var flags = six.SelectMany(c => Read(c).Flags.Select(f => c.Weak.Contains((f.Person, f.Component)))).ToList();
        Assert.True(flags.Count(right => right) >= 12, $"{flags.Count(right => right)} of 16 found");
        Assert.DoesNotContain(false, flags);
        Assert.Equal(Answer.NotEnoughData, Read(new Company(131, weak: true, people: 3)).Answer);
    }

    // A team of two has no middle: its people stand among everyone, and no effect of such a team takes theirs away.
    [Fact]
    public void People_of_teams_too_small_to_compare_are_compared_with_one_another()
    {
        var whole = new Company(132, weak: true, people: 6);
        BriefDeal[] apart = [.. whole.Deals.Select(d => d with { Peers = d.Person })];
        var window = BriefWindow.UpTo(whole.End, whole.Start);
        Assert.Equal(Read(whole).Flags.Select(f => (f.Person, f.Component)), Brief.Of(apart, window).Flags.Select(f => (f.Person, f.Component)));
        Assert.NotEmpty(Brief.Of(apart, window).Flags);
    }

    [Fact]
    public void The_ordinary_spread_is_read_through_a_few_who_are_far_off()
    {
        // Thirty people at the quantiles of a spread of 0.1, nothing left to chance; then three far off among them.
        var ordinary = Enumerable.Range(1, 30).Select(i => (0.1 * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (i - 0.5) / 30), 1e-6)).ToList();
        Assert.Equal(0.1, Math.Sqrt(OrdinarySpread.Of(ordinary).Spread), 0.005);
        Assert.InRange(Math.Sqrt(OrdinarySpread.Of([.. ordinary, (-0.7, 1e-6), (-0.7, 1e-6), (-0.7, 1e-6)]).Spread), 0.1, 0.13);
        Assert.Equal(0, OrdinarySpread.Of([(0.1, 1), (-0.1, 1), (0, 1)]).Spread);
    }

    [Fact]
    public void What_few_people_tell_of_the_spread_is_trusted_less()
    {
        // R: 1 - pnorm(2) = 0.02275; pt(2, 4, lower = FALSE) = 0.05806; half the variance is spread: pt(2, 16, lower = FALSE) = 0.03139.
        Assert.Equal(0.02275, new OrdinarySpread(0, 4).Chance(2, 1), 5);
        Assert.Equal(0.05806, new OrdinarySpread(1, 4).Chance(2, 1e-12), 5);
        Assert.Equal(0.03139, new OrdinarySpread(0.5, 4).Chance(2, 0.5), 5);
    }

    private static Verdict Read(Company company) => Brief.Of(company.Deals, BriefWindow.UpTo(company.End, company.Start));
}
