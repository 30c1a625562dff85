namespace Coxswain.Insight.Statistics;

internal static class Search
{
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>Where a function with one peak peaks between two bounds; a bound itself where the peak lies there.</summary>
    public static double Peak(Func<double, double> height, double low, double high, double tolerance = 1e-6)
    {
        double from = low, to = high;
        double left = to - Golden * (to - from), right = from + Golden * (to - from);
        double atLeft = height(left), atRight = height(right);
        while (to - from > tolerance)
        {
            if (atLeft >= atRight)
            {
                (to, right, atRight) = (right, left, atLeft);
                left = to - Golden * (to - from);
                atLeft = height(left);
            }
            else
            {
                (from, left, atLeft) = (left, right, atRight);
                right = from + Golden * (to - from);
                atRight = height(right);
            }
        }

        return new[] { low, (from + to) / 2, high }.MaxBy(height);
    }

    /// <summary>The middle of a list; the mean of the two middle ones when it is even. NaN for an empty list.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var half = sorted.Length / 2;
        return sorted.Length == 0 ? double.NaN : sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
