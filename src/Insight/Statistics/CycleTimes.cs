namespace Coxswain.Insight.Statistics;

/// <summary>
/// The two lengths a sales cycle is said to have. `cycle_days` is the time to decision of all deals, open ones censored; its mean,
/// restricted to a horizon, is the residence that Little's law and velocity need. `cycle_days_won_only` is the familiar plain
/// mean and median of won deals, kept apart because it leaves out what is still open and so comes out short.
/// </summary>
/// <param name="Median">Median days to decision of all deals; null where fewer than half are decided at any age seen.</param>
/// <param name="Mean">Mean days to decision counted up to <paramref name="Horizon"/>; null without deals.</param>
internal sealed record CycleTimes(
    double? Median, double? MedianLow, double? MedianHigh, Estimate? Mean, double Horizon, double? WonMedian, double? WonMean, int N, int Decided, int Won)
{
    /// <summary>`won` is the number of the cause that means won. Without a horizon the greatest age seen is used.</summary>
    public static CycleTimes Of(IReadOnlyCollection<Duration> durations, int won, double? horizon = null, double level = Interval.Level)
    {
        var curve = KaplanMeier.Of(durations);
        var wonDays = durations.Where(d => d.Cause == won).Select(d => d.Time).ToArray();
        var (median, low, high) = curve.Median(level);
        var upTo = horizon ?? curve.LastSeen;
        return new(
            median, low, high, durations.Count == 0 ? null : curve.RestrictedMean(upTo, level), upTo,
            wonDays.Length == 0 ? null : Search.Median(wonDays), wonDays.Length == 0 ? null : wonDays.Average(),
            durations.Count, durations.Count(d => d.Decided), wonDays.Length);
    }
}
