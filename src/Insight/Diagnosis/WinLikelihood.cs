namespace Coxswain.Insight.Diagnosis;

/// <summary>Won or not: effects on the log odds. A faint prior (variance 10) keeps the effect of all won or none won finite.</summary>
internal sealed class WinLikelihood(bool[] won) : ILikelihood
{
    private const double Faint = 0.1;

    public static double Share(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    public void Prepare(double[] total) { }

    public LevelFit[] Fit(int[] level, int levels, double[] offset)
    {
        var effect = new double[levels];
        var first = Step(level, effect, offset);
        var current = first;
        for (var round = 0; round < 4; round++)
        {
            for (var l = 0; l < levels; l++)
                effect[l] += Math.Clamp((current.Score[l] - Faint * effect[l]) / (current.Information[l] + Faint), -2, 2);
            current = Step(level, effect, offset);
        }

        return [.. effect.Select((e, l) => first.N[l] == 0 ? LevelFit.Unknown : new(
            first.N[l], e, 1 / (current.Information[l] + Faint), first.Score[l] / first.Information[l], 1 / first.Information[l]))];
    }

    private (double[] Score, double[] Information, int[] N) Step(int[] level, double[] effect, double[] offset)
    {
        var score = new double[effect.Length];
        var information = new double[effect.Length];
        var n = new int[effect.Length];
        for (var i = 0; i < won.Length; i++)
        {
            var p = Share(offset[i] + effect[level[i]]);
            score[level[i]] += (won[i] ? 1 : 0) - p;
            information[level[i]] += p * (1 - p);
            n[level[i]]++;
        }

        return (score, information, n);
    }
}
