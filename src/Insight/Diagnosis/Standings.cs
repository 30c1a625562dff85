using Coxswain.Insight.Statistics;
using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// Who is behind or ahead. Three things must be certain: the component differs between people at all; the person's own distance to the
/// peers' middle is a discovery at the allowed rate over everybody and all such components; and after shrinkage the interval
/// leaves out the middle. And the distance itself must be worth a conversation.
/// </summary>
internal sealed class Standings
{
    private const double Z = 1.6449;
    private readonly Dictionary<(Component, int), Standing> _found = [];

    public Standings(IEnumerable<Contrast> differing)
    {
        var judged = differing.SelectMany(c => Enumerable.Range(0, c.Measured.Length).Where(i => c.Measured[i]).Select(i => (Contrast: c, Person: i))).ToArray();
        Find(judged, Standing.Behind, -1);
        Find(judged, Standing.Ahead, 1);
    }

    public Standing Of(Contrast contrast, int person) => !contrast.Enough || !contrast.Measured[person]
        ? Standing.NotEnoughData
        : _found.GetValueOrDefault((contrast.Sample.Component, person), Standing.WithinPeers);

    private void Find((Contrast Contrast, int Person)[] judged, Standing standing, int side)
    {
        var chances = judged.Select(j => 1 - Normal.CDF(0, 1, Distance(j.Contrast.Seen[j.Person], j, side) / Math.Sqrt(j.Contrast.Seen[j.Person].Variance)));
        var discoveries = FalseDiscovery.Discoveries([.. chances], Minima.FalseDiscoveryRate);
        foreach (var (index, one) in judged.Index().Where(j => discoveries[j.Index]))
        {
            var gap = one.Contrast.Gaps[one.Person];
            var wide = Distance(one.Contrast.Seen[one.Person], one, side) >= Minima.Gap(one.Contrast.Sample.Component);
            if (wide && Distance(gap, one, side) > Z * Math.Sqrt(gap.Variance) && one.Contrast.Confirms(one.Person, side))
                _found[(one.Contrast.Sample.Component, one.Person)] = standing;
        }
    }

    private static double Distance((double Effect, double Variance) gap, (Contrast Contrast, int Person) one, int side) =>
        side * one.Contrast.Sample.Better * gap.Effect;
}
