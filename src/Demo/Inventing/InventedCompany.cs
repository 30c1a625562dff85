namespace Coxswain.Demo.Inventing;

/// <summary>
/// A company in which it is known who is weak in what. Products, industries and sources differ in win rate, size and length; there are
/// seasons; wins are faster than losses; deals are still open at the end; people come and go. It is in memory alone and costs no database.
/// </summary>
public sealed class InventedCompany
{
    private readonly Course _course;
    private readonly int[][] _counts;

    public InventedCompany(CompanyPlan plan)
    {
        Plan = plan;
        var chance = new Chance(plan.Seed);
        if (plan.HasProcessFault) Fault = new ProcessFault(chance.Between(2, 3), plan.Until.AddDays(-chance.Between(400, 600)));
        Sellers = Casting.Of(plan, chance);
        _course = new Course(plan, Fault);
        _counts = Intake.Of(plan, Sellers);
        Count = _counts.Sum(c => c.Sum());
    }

    public CompanyPlan Plan { get; }

    public IReadOnlyList<Seller> Sellers { get; }

    public ProcessFault? Fault { get; }

    /// <summary>How many deals there are.</summary>
    public int Count { get; }

    /// <summary>Every deal, by the day it was opened.</summary>
    public IEnumerable<InventedDeal> Deals()
    {
        for (var month = 0; month < Plan.Years * 12; month++)
            foreach (var deal in Opened(month).OrderBy(d => d.Opened)) yield return deal;
    }

    private IEnumerable<InventedDeal> Opened(int month)
    {
        var first = Plan.Began.AddMonths(month);
        var days = Math.Min(first.AddMonths(1).DayNumber, Plan.Until.DayNumber + 1) - first.DayNumber;
        foreach (var seller in Sellers)
        {
            seller.Begin(Plan.Seed, month);
            for (var i = 0; i < _counts[seller.Number][month]; i++)
                yield return _course.Of(seller, first.AddDays(seller.Chance.Between(0, days - 1)));
        }
    }
}
