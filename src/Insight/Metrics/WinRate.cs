using Coxswain.Funnel;
using Coxswain.Insight.Diagnosis;
using Coxswain.Insight.Statistics;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Metrics;

/// <summary>
/// <c>win_rate</c>: won ÷ (won + lost + no decision) of the deals closed in the window, by count. Rows are pulled toward their peers by
/// how little we know of them (Beta-binomial, fitted by empirical Bayes), with a 90 % credible interval; the raw share stands beside.
/// The total is the raw share with Wilson's interval. Unit: share (0–1).
/// </summary>
internal sealed class WinRate : Metric
{
    public override string Id => "win_rate";
    public override string Name => T("Win rate");
    public override string Formula => T("Won deals divided by all deals closed in the window: won, lost and without a decision. Rows are pulled toward their peers by how little is known of them; the plain share stands beside.");
    public override DateRule DateRule => DateRule.Closed;
    public override Unit Unit => Unit.Share;
    public override string IntervalMethod => T("Whole: Wilson’s. Rows: where the share lies nine times in ten, given the peers.");
    public override string Source => "Wilson 1927, JASA 22:209; Griffiths 1973, Biometrics 29:637 (Beta-binomial); Casella 1985, American Statistician 39:83 (empirical Bayes)";
    public override int MinimumN => Minima.Deals(Component.WinRate);

    internal override Answer Total(Slice all, MetricContext context)
    {
        var (won, n) = Counts(all);
        return n == 0 ? Of(won, n, null) : Of(won, n, Proportions.Wilson(won, n));
    }

    internal override IReadOnlyList<Answer> Rows(IReadOnlyList<Slice> groups, MetricContext context)
    {
        var counts = groups.Select(Counts).ToList();
        var peers = BetaBinomial.Fit(counts);
        return [.. counts.Select(c => Of(c.Won, c.N, peers.Shrink(c.Won, c.N)))];
    }

    private Answer Of(int won, int n, Estimate? estimate) => new Answer
    {
        Value = estimate?.Value, Low = estimate?.Low, High = estimate?.High, Raw = n == 0 ? null : (double)won / n, Numerator = won, Denominator = n, N = n, Unit = Unit,
    }.OrTooFew(MinimumN);

    private static (int Won, int N) Counts(Slice group)
    {
        var won = group.Count(StageEnd.Won);
        return (won, won + group.Count(StageEnd.Lost) + group.Count(StageEnd.NoDecision));
    }
}
