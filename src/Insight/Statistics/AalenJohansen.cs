using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Statistics;

/// <summary>
/// Share of deals decided by each cause (won, lost, no decision) by age, when the causes compete and open deals are censored:
/// F_j(t) = Σ d_j/Y · S before. Treating losses as censored instead would overstate the chance to win.
/// Source: Aalen and Johansen 1978, Scand. J. Statist. 5:141; variance by the delta method (Marubini and Valsecchi 1995, p. 341).
/// </summary>
internal sealed class AalenJohansen(IReadOnlyCollection<Duration> durations)
{
    private readonly IReadOnlyList<RiskRow> _rows = RiskTable.Of(durations);

    /// <summary>Share decided by a cause up to an age, with its interval on the log(−log) scale.</summary>
    public Estimate At(int cause, double age, double level = Interval.Level)
    {
        var rows = _rows.Where(r => r.Time <= age).ToArray();
        var shares = Shares(rows, cause);
        var share = rows.Length == 0 ? 0 : shares[^1].Incidence;
        if (share is <= 0 or >= 1) return new(share, share, share, durations.Count);

        var width = Normal.InvCDF(0, 1, (1 + level) / 2) * Math.Sqrt(Variance(rows, shares, cause)) / (share * -Math.Log(share));
        return new(share, Math.Pow(share, Math.Exp(width)), Math.Pow(share, Math.Exp(-width)), durations.Count);
    }

    /// <summary>Chance that a deal alive at `age` ends by the cause within `horizon` more days: (F(a+h) − F(a)) / S(a). Null where none lived so long.</summary>
    public double? Ahead(int cause, double age, double horizon)
    {
        var open = 1 - Enumerable.Range(1, Causes).Sum(c => At(c, age).Value);
        return open <= 1e-12 ? null : (At(cause, age + horizon).Value - At(cause, age).Value) / open;
    }

    private int Causes => _rows.Count == 0 ? 0 : _rows[0].ByCause.Length - 1;

    private static (double Before, double Incidence)[] Shares(RiskRow[] rows, int cause)
    {
        var shares = new (double Before, double Incidence)[rows.Length];
        double open = 1, incidence = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            incidence += open * Of(rows[i], cause) / rows[i].AtRisk;
            shares[i] = (open, incidence);
            open *= 1 - (double)rows[i].Decided / rows[i].AtRisk;
        }

        return shares;
    }

    private static double Variance(RiskRow[] rows, (double Before, double Incidence)[] shares, int cause)
    {
        double variance = 0, last = shares[^1].Incidence;
        for (var i = 0; i < rows.Length; i++)
        {
            double n = rows[i].AtRisk, d = rows[i].Decided, own = Of(rows[i], cause);
            double rest = last - shares[i].Incidence, before = shares[i].Before;
            if (n > d) variance += rest * rest * d / (n * (n - d));
            variance += before * before * own * (n - own) / (n * n * n);
            variance -= 2 * rest * before * own / (n * n);
        }

        return Math.Max(0, variance);
    }

    private static int Of(RiskRow row, int cause) => cause < row.ByCause.Length ? row.ByCause[cause] : 0;
}
