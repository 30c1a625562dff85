namespace Coxswain.Demo.Inventing;

/// <summary>How many deals each seller opens in each month.</summary>
internal static class Intake
{
    public static int[][] Of(CompanyPlan plan, IReadOnlyList<Seller> sellers)
    {
        var counts = sellers.Select(s => Enumerable.Range(0, plan.Years * 12).Select(m => Month(plan, s, plan.Began.AddMonths(m))).ToArray()).ToArray();
        if (plan.Opportunities is { } wanted) Meet(counts, wanted - counts.Sum(c => c.Sum()), sellers);
        return counts;
    }

    private static int Month(CompanyPlan plan, Seller seller, DateOnly month) =>
        !IsHere(seller, month) ? 0 : seller.Chance.Poisson(plan.PerYear / 12 * Market.Months[month.Month - 1] * Math.Exp(seller.Effect(Weakness.Volume)));

    private static bool IsHere(Seller seller, DateOnly month) => month >= seller.From && (seller.To is not { } to || month.AddMonths(1) <= to);

    // The rest is given to, or taken from, those in whose number nothing is planted, one each in turn.
    private static void Meet(int[][] counts, int rest, IReadOnlyList<Seller> sellers)
    {
        var ordinary = sellers.Where(s => s.Weak is not Weakness.Volume).ToList();
        for (var turn = 0; rest != 0; turn++)
        {
            var seller = ordinary[turn % ordinary.Count];
            var month = turn / ordinary.Count * 7 % counts[seller.Number].Length;
            if (!(rest > 0 ? counts[seller.Number].Sum() > 0 : counts[seller.Number][month] > 0)) continue;
            counts[seller.Number][month] += Math.Sign(rest);
            rest -= Math.Sign(rest);
        }
    }
}
