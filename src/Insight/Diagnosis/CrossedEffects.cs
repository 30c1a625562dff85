using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// Effects of several factors at once, each pulled toward its own mean by how much its levels truly vary. Fitted in turns
/// (backfitting: Breiman and Friedman 1985, JASA 80:580), factors in the order given, so that what can be either mix or
/// person is taken for mix, which was assigned, before it is held against a person.
/// </summary>
internal sealed class CrossedEffects
{
    private const int Passes = 5;

    private CrossedEffects(int factors) =>
        (Fits, Priors, Effects, Variances) = (new LevelFit[factors][], new NormalNormal[factors], new double[factors][], new double[factors][]);

    public LevelFit[][] Fits { get; }

    public NormalNormal[] Priors { get; }

    public double[][] Effects { get; }

    public double[][] Variances { get; }

    public static CrossedEffects Fit(ILikelihood likelihood, IReadOnlyList<Factor> factors, int observations)
    {
        var fitted = new CrossedEffects(factors.Count);
        var total = new double[observations];
        for (var f = 0; f < factors.Count; f++) fitted.Effects[f] = new double[factors[f].Levels];
        for (var pass = 0; pass < Passes; pass++)
        {
            likelihood.Prepare(total);
            for (var f = 0; f < factors.Count; f++) fitted.Turn(likelihood, factors[f], f, total);
        }

        return fitted;
    }

    private void Turn(ILikelihood likelihood, Factor factor, int f, double[] total)
    {
        for (var i = 0; i < total.Length; i++) total[i] -= Effects[f][factor.Level[i]];
        var fits = Fits[f] = likelihood.Fit(factor.Level, factor.Levels, total);
        var known = fits.Where(x => x.Known).ToArray();
        var prior = Priors[f] = NormalNormal.Fit([.. known.Select(x => x.Effect)], [.. known.Select(x => x.Variance)]);
        var posterior = fits.Select(x => x.Known ? prior.Posterior(x.Effect, x.Variance) : (Effect: prior.Mean, Variance: prior.Spread)).ToArray();
        Effects[f] = [.. posterior.Select(x => x.Effect)];
        Variances[f] = [.. posterior.Select(x => x.Variance)];
        for (var i = 0; i < total.Length; i++) total[i] += Effects[f][factor.Level[i]];
    }
}
