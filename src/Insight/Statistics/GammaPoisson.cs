using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Statistics;

/// <summary>
/// How a rate (deals per month, say) varies from group to group: a Gamma distribution with a mean and a shape, worth `Shape` events.
/// Fitted by maximum likelihood of the negative binomial that follows. Unit: events per unit of the time given.
/// Source: Bliss and Fisher 1953, Biometrics 9:176; Casella 1985, The American Statistician 39:83.
/// </summary>
/// <param name="Mean">Mean of the groups' true rates.</param>
/// <param name="Shape">Between 0.1 and the number of events in all groups, which it takes where groups differ no more than by chance.</param>
internal readonly record struct GammaPoisson(double Mean, double Shape)
{
    /// <summary>Fits mean and shape. Groups without time are ignored; without any event the mean is that of half an event.</summary>
    public static GammaPoisson Fit(IEnumerable<(int Events, double Time)> groups)
    {
        var counts = groups.Where(g => g.Time > 0).CountBy(g => g).Select(g => (g.Key.Events, g.Key.Time, Times: g.Value)).ToArray();
        double events = counts.Sum(c => (double)c.Events * c.Times), time = counts.Sum(c => c.Time * c.Times);
        if (time == 0) return new(0, 0.1);

        var pooled = Math.Max(events, 0.5) / time;
        if (counts.Sum(c => c.Times) < 2 || events < 2) return new(pooled, Math.Max(events, 0.5));

        double BestMean(double shape) => Math.Exp(Search.Peak(
            x => LogLikelihood(Math.Exp(x), shape), Math.Log(pooled / 10), Math.Log(pooled * 10), 1e-5));
        var best = Math.Exp(Search.Peak(x => LogLikelihood(BestMean(Math.Exp(x)), Math.Exp(x)), Math.Log(0.1), Math.Log(events), 1e-4));
        return new(BestMean(best), best);

        double LogLikelihood(double mean, double shape) => counts.Sum(c => c.Times * (
            SpecialFunctions.GammaLn(c.Events + shape) - SpecialFunctions.GammaLn(shape)
            + shape * Math.Log(shape / (shape + mean * c.Time)) + c.Events * Math.Log(mean * c.Time / (shape + mean * c.Time))));
    }

    /// <summary>The group's shrunk rate (events + shape)/(time + shape/mean) with its credible interval; N is the number of events.</summary>
    public Estimate Shrink(int events, double time, double level = Interval.Level)
    {
        double shape = events + Shape, rate = time + Shape / Mean;
        return new(shape / rate, Gamma.InvCDF(shape, rate, (1 - level) / 2), Gamma.InvCDF(shape, rate, (1 + level) / 2), events);
    }
}
