using MathNet.Numerics.LinearAlgebra;

namespace Coxswain.Insight.Statistics;

/// <summary>
/// Do groups differ in time to decision, open ones censored? The log-rank test for any number of groups, with left truncation.
/// Source: Mantel 1966, Cancer Chemother. Rep. 50:163; Peto and Peto 1972, JRSS A 135:185.
/// </summary>
internal static class LogRank
{
    /// <summary>χ² with groups − 1 degrees of freedom; every cause counts as a decision.</summary>
    public static TestResult Test(IReadOnlyList<IReadOnlyCollection<Duration>> groups)
    {
        var size = groups.Count;
        var all = groups.SelectMany((g, index) => g.Select(d => (Group: index, Duration: d))).ToArray();
        var entries = all.OrderBy(a => a.Duration.Entry).ToArray();
        var exits = all.OrderBy(a => a.Duration.Time).ToArray();
        var atRisk = new double[size];
        var excess = Vector<double>.Build.Dense(size);
        var variance = Matrix<double>.Build.Dense(size, size);

        for (int entered = 0, left = 0; left < exits.Length;)
        {
            var time = exits[left].Duration.Time;
            for (; entered < entries.Length && entries[entered].Duration.Entry < time; entered++) atRisk[entries[entered].Group]++;
            var decided = new double[size];
            var gone = new double[size];
            for (; left < exits.Length && exits[left].Duration.Time == time; left++)
            {
                gone[exits[left].Group]++;
                if (exits[left].Duration.Decided) decided[exits[left].Group]++;
            }

            Add(decided, atRisk, excess, variance);
            for (var g = 0; g < size; g++) atRisk[g] -= gone[g];
        }

        return Solve(excess, variance, size);
    }

    private static void Add(double[] decided, double[] atRisk, Vector<double> excess, Matrix<double> variance)
    {
        double d = decided.Sum(), n = atRisk.Sum();
        if (d == 0) return;
        var scale = n > 1 ? d * (n - d) / (n - 1) : 0;
        for (var g = 0; g < decided.Length; g++)
        {
            var share = atRisk[g] / n;
            excess[g] += decided[g] - d * share;
            for (var h = 0; h < decided.Length; h++) variance[g, h] += scale * share * ((g == h ? 1 : 0) - atRisk[h] / n);
        }
    }

    private static TestResult Solve(Vector<double> excess, Matrix<double> variance, int size)
    {
        var informed = Enumerable.Range(0, size).Where(g => variance[g, g] > 1e-9).SkipLast(1).ToArray();
        if (informed.Length == 0) return TestResult.Nothing;
        var u = Vector<double>.Build.Dense(informed.Length, i => excess[informed[i]]);
        var v = Matrix<double>.Build.Dense(informed.Length, informed.Length, (i, j) => variance[informed[i], informed[j]]);
        return TestResult.ChiSquared(u.DotProduct(v.Solve(u)), informed.Length);
    }
}
