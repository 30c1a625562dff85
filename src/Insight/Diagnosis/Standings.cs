using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// Who is behind or ahead. Four things must hold: the component differs between people at all; the person's own distance to the peers'
/// middle is a discovery at the allowed rate, over everybody and all such components, against what chance <i>and</i> the ordinary
/// spread between people (<see cref="OrdinarySpread"/>) bring about, which few people tell only roughly; after shrinkage the interval leaves out the middle; and the
/// distance is worth a conversation.
/// </summary>
internal sealed class Standings
{
    private const double Z = 1.6449;
    private readonly Dictionary<(Component, int), Standing> _found = [];

    public Standings(IEnumerable<Contrast> differing)
    {
        var judged = differing.SelectMany(c => Enumerable.Range(0, c.Measured.Length).Where(i => c.Measured[i]).Select(i => new Judged(c, i))).ToArray();
        // Who is out of the ordinary does not count toward it: hence a second round.
        var found = Discoveries(judged, Spreads(judged, []));
        found = Discoveries(judged, Spreads(judged, [.. found.Keys]));
        foreach (var (one, standing) in found)
            if (IsCertain(one, standing is Standing.Behind ? -1 : 1)) _found[(one.Contrast.Component, one.Person)] = standing;
    }

    public Standing Of(Contrast contrast, int person) => !contrast.Enough || !contrast.Measured[person]
        ? Standing.NotEnoughData
        : _found.GetValueOrDefault((contrast.Component, person), Standing.WithinPeers);

    private static Dictionary<Judged, Standing> Discoveries(Judged[] judged, Dictionary<Contrast, OrdinarySpread> ordinary)
    {
        var found = new Dictionary<Judged, Standing>();
        foreach (var (standing, side) in ((Standing, int)[])[(Standing.Behind, -1), (Standing.Ahead, 1)])
        {
            var chances = judged.Select(j => ordinary[j.Contrast].Chance(j.Toward(side, j.Seen.Effect), j.Seen.Variance));
            var discovered = FalseDiscovery.Discoveries([.. chances], Minima.FalseDiscoveryRate);
            foreach (var (index, one) in judged.Index()) if (discovered[index]) found[one] = standing;
        }

        return found;
    }

    private static Dictionary<Contrast, OrdinarySpread> Spreads(Judged[] judged, HashSet<Judged> without) => judged.GroupBy(j => j.Contrast)
        .ToDictionary(g => g.Key, g => OrdinarySpread.Of([.. g.Where(j => !without.Contains(j)).Select(j => (j.Seen.Effect, j.Alone))]));

    private static bool IsCertain(Judged one, int side)
    {
        var gap = one.Contrast.Gaps[one.Person];
        return one.Toward(side, one.Seen.Effect) >= Minima.Gap(one.Contrast.Component)
            && one.Toward(side, gap.Effect) > Z * Math.Sqrt(gap.Variance) && one.Contrast.Confirms(one.Person, side);
    }

    private readonly record struct Judged(Contrast Contrast, int Person)
    {
        public (double Effect, double Variance) Seen => Contrast.Seen[Person];

        // A person's distance moves together with the middle they are part of, so that the doubt of the middle does not count here.
        public double Alone => Contrast.Own[Person].Variance + Contrast.Doubt[Person];

        public double Toward(int side, double effect) => side * Contrast.Better * effect;
    }
}
