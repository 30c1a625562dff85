using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

/// <summary>Freireich et al. 1963, Blood 21:699: weeks in remission of 42 children, the textbook example of censored durations.</summary>
internal static class Leukaemia
{
    public static readonly Duration[] Treated =
    [
        .. new double[] { 6, 6, 6, 7, 10, 13, 16, 22, 23 }.Select(t => new Duration(t, 1)),
        .. new double[] { 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 }.Select(t => new Duration(t, Duration.Open)),
    ];

    public static readonly Duration[] Placebo =
        [.. new double[] { 1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23 }.Select(t => new Duration(t, 1))];
}
