using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Diagnosis;

/// <summary>One component, fitted: how far each person lies from the peers' middle on the scale of the fit, mix taken out.</summary>
internal sealed class Contrast
{
    private const double MostPull = 0.75;
    private const double Z = 1.6449;
    private readonly CrossedEffects _fitted;

    /// <param name="witness">A second sample without open deals that must tell the same, for the cycle: deals left lying open are no slow decisions.</param>
    public Contrast(Sample sample, Roster roster, Contrast? witness = null)
    {
        Witness = witness;
        (Component, Better, Observations, N, Raw) = (sample.Component, sample.Better, sample.Observations, sample.N, sample.Raw);
        _fitted = CrossedEffects.Fit(sample.Likelihood, sample.Factors, sample.Observations);
        Own = _fitted.Fits[^1];
        Measured = [.. Own.Select((fit, i) => fit.Known && Suffices(sample, fit, i, roster))];
        Doubt = MixDoubt(sample, _fitted, roster.People.Length);
        Gaps = new (double, double)[roster.People.Length];
        Seen = new (double, double)[roster.People.Length];
        Figures = FiguresOf(sample, Place(roster));
        Test = Compare(roster);
    }

    public Component Component { get; }

    /// <summary>+1 where more is better, −1 for the cycle.</summary>
    public int Better { get; }

    public int Observations { get; }

    /// <summary>Deals per person that count toward the minimum.</summary>
    public int[] N { get; }

    /// <summary>The plain figure per person, null without deals.</summary>
    public double?[] Raw { get; }

    public Contrast? Witness { get; }

    /// <summary>Chance of as much difference among people all alike, by this sample and its witness both.</summary>
    public double PValue => Math.Max(Test.PValue, Witness?.Test.PValue ?? 0);

    /// <summary>Is the person on the same side (−1 behind, +1 ahead) by the witness too, beyond chance?</summary>
    public bool Confirms(int person, int side) => Witness is null || (Witness.Measured[person]
        && side * Better * Witness.Seen[person].Effect > 1.6449 * Math.Sqrt(Witness.Seen[person].Variance));

    public LevelFit[] Own { get; }

    public bool[] Measured { get; }

    /// <summary>Variance that the fit of the mix adds to each person's effect.</summary>
    public double[] Doubt { get; }

    /// <summary>Distance to the peers' middle after shrinkage, on the scale of the fit, with its variance.</summary>
    public (double Effect, double Variance)[] Gaps { get; }

    /// <summary>The same without shrinkage, for testing; the spread between people is for the test to add.</summary>
    public (double Effect, double Variance)[] Seen { get; }

    public TestResult Test { get; }

    public bool Enough => Measured.Count(m => m) >= Minima.People;

    public double SpreadBetween => _fitted.Priors[^1].Spread;

    /// <summary>Each person's figures in the component's unit, given the mix that person has; all NaN for who has no observation.</summary>
    public PersonFigures[] Figures { get; }

    private PersonFigures[] FiguresOf(Sample sample, double[] centre)
    {
        var offset = Offset(sample, _fitted);
        var rows = Group(sample.Person, centre.Length);
        return [.. Gaps.Select((gap, person) =>
        {
            var half = Z * Math.Sqrt(gap.Variance);
            return new PersonFigures(At(person, 0), At(person, gap.Effect), At(person, gap.Effect - half), At(person, gap.Effect + half));
        })];

        double At(int person, double distance)
        {
            double sum = 0, weight = 0;
            foreach (var i in rows[person])
            {
                sum += sample.Weight[i] * sample.Unit(offset[i] + centre[person] + distance);
                weight += sample.Weight[i];
            }

            return sum / weight;
        }
    }

    /// <summary>Sets each person apart from the middle of their peers.</summary>
    /// <returns>That middle, for each.</returns>
    private double[] Place(Roster roster)
    {
        var (prior, centre) = (_fitted.Priors[^1], new double[Measured.Length]);
        var all = Enumerable.Range(0, Measured.Length).Where(i => Measured[i]).ToArray();
        if (all.Length == 0) return centre;
        var middles = roster.Group.Distinct().ToDictionary(g => g, g => MiddleOf(g, roster, all));
        for (var i = 0; i < Measured.Length; i++)
        {
            var middle = middles[roster.Group[i]];
            centre[i] = middle.Effect;
            var (effect, variance) = Limited(prior, Own[i].Effect, Own[i].Variance + Doubt[i]);
            var group = _fitted.Effects[^2][roster.Group[i]];
            Gaps[i] = (group + effect - middle.Effect, variance + middle.Doubt * prior.Spread);
            Seen[i] = (group + Own[i].Effect - middle.Seen, Own[i].Variance + Doubt[i] + middle.Doubt * middle.Variance);
        }
        return centre;
    }

    private Middle MiddleOf(int group, Roster roster, int[] all)
    {
        var mates = all.Where(i => roster.Group[i] == group).ToArray();
        if (mates.Length < Minima.People) mates = all;
        double Group(int i) => _fitted.Effects[^2][roster.Group[i]];
        return new(Search.Median(mates.Select(i => Group(i) + _fitted.Effects[^1][i])), Search.Median(mates.Select(i => Group(i) + Own[i].Effect)),
            mates.Average(i => Own[i].Variance), Math.PI / 2 / mates.Length);
    }

    /// <summary>The person in the middle of some.</summary>
    /// <param name="Effect">On the scale of the fit, after shrinkage.</param>
    /// <param name="Seen">The same without.</param>
    /// <param name="Variance">Of the people's own effects, on average.</param>
    /// <param name="Doubt">How far the middle itself may be off, as a share of a variance.</param>
    private readonly record struct Middle(double Effect, double Seen, double Variance, double Doubt);

    // Nobody is pulled further than three quarters of a standard error, so that one truly out of the ordinary is not drawn into the
    // crowd; whoever would be keeps the whole doubt of their own data (limited translation: Efron and Morris 1972, JASA 67:130).
    private static (double Effect, double Variance) Limited(NormalNormal prior, double own, double variance)
    {
        var (effect, doubt) = prior.Posterior(own, variance);
        var most = MostPull * Math.Sqrt(variance);
        return Math.Abs(effect - own) <= most ? (effect, doubt) : (own + Math.Sign(effect - own) * most, variance);
    }

    // People are compared within their peers; peers too few for a middle of their own are compared with one another.
    private TestResult Compare(Roster roster)
    {
        var all = Enumerable.Range(0, Measured.Length).Where(i => Measured[i]).ToArray();
        var sizes = all.CountBy(i => roster.Group[i]).ToDictionary(c => c.Key, c => c.Value);
        var parts = all.GroupBy(i => sizes[roster.Group[i]] >= Minima.People ? roster.Group[i] : -1)
            .Select(g => Heterogeneity.OfEffects([.. g.Select(i => Own[i].Score)], [.. g.Select(i => Own[i].ScoreVariance + Doubt[i])])).ToArray();
        return TestResult.ChiSquared(parts.Sum(p => p.Statistic), parts.Sum(p => p.Freedom));
    }

    private static bool Suffices(Sample sample, LevelFit fit, int person, Roster roster) => sample.Component == Component.Volume
        ? roster.Quarters(person) * Roster.Quarter >= Minima.DaysAtWork && 1 / fit.ScoreVariance >= Minima.Deals(Component.Volume)
        : sample.N[person] >= Minima.Deals(sample.Component);

    private static double[] Offset(Sample sample, CrossedEffects fitted)
    {
        var offset = new double[sample.Observations];
        for (var f = 0; f < sample.Factors.Length - 2; f++)
            for (var i = 0; i < offset.Length; i++) offset[i] += fitted.Effects[f][sample.Factors[f].Level[i]];
        return offset;
    }

    private static double[] MixDoubt(Sample sample, CrossedEffects fitted, int people)
    {
        var doubt = new double[people];
        var n = new double[people];
        foreach (var person in sample.Person) n[person]++;
        foreach (var (f, factor) in sample.Factors.Index().Where(x => x.Item.Mix))
        {
            var share = new double[people, factor.Levels];
            var common = new double[factor.Levels];
            for (var i = 0; i < sample.Observations; i++)
            {
                share[sample.Person[i], factor.Level[i]] += 1 / n[sample.Person[i]];
                common[factor.Level[i]] += 1.0 / sample.Observations;
            }

            for (var p = 0; p < people; p++)
                for (var l = 0; l < factor.Levels && n[p] > 0; l++)
                    doubt[p] += Math.Pow(share[p, l] - common[l], 2) * fitted.Variances[f][l];
        }

        return doubt;
    }

    private static int[][] Group(int[] person, int people)
    {
        var rows = Enumerable.Range(0, people).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < person.Length; i++) rows[person[i]].Add(i);
        return [.. rows.Select(r => r.ToArray())];
    }
}

/// <summary>A person's figures in the unit of a component, given the mix that person has.</summary>
/// <param name="Peers">What the middle of the peers would reach with it.</param>
/// <param name="Value">The person's own, after shrinkage, with the ends of its interval.</param>
internal readonly record struct PersonFigures(double Peers, double Value, double Low, double High);
