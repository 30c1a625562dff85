using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Diagnosis;

/// <summary>Puts fitted contrasts into the figures of a verdict.</summary>
internal sealed class Readings(IReadOnlyList<Contrast> contrasts, Roster roster, Standings standings)
{
    private const double Z = 1.6449;

    public IReadOnlyList<PersonReading> Rows() => [.. roster.People.Select((_, i) => Row(i))];

    /// <summary>The person in the middle of those measured, in the component's unit.</summary>
    public static double? Typical(Contrast contrast) => contrast.Enough
        ? Search.Median(Enumerable.Range(0, contrast.Measured.Length).Where(i => contrast.Measured[i]).Select(i => contrast.Figure(i, 0)))
        : null;

    private PersonReading Row(int person)
    {
        Term[] terms = [.. contrasts.Select(c => Term(c, person))];
        Estimate? Gap(Component component) => terms.Single(t => t.Component == component).Gap;
        return new(roster.People[person], roster.Peers[person], terms,
            Sum((Gap(Component.Volume), 1), (Gap(Component.Cycle), -1)),
            Sum((Gap(Component.Volume), 1), (Gap(Component.WinRate), 1), (Gap(Component.Value), 1)));
    }

    private Term Term(Contrast contrast, int person)
    {
        var sample = contrast.Sample;
        var known = contrast.Enough && contrast.Own[person].N > 0;
        double? peers = known ? contrast.Figure(person, 0) : null;
        if (!known || !contrast.Measured[person])
            return new(sample.Component, Standing.NotEnoughData, sample.N[person], sample.Raw[person], null, peers, null, null);

        var (effect, variance) = contrast.Gaps[person];
        var half = Z * Math.Sqrt(variance);
        var value = new Estimate(
            contrast.Figure(person, effect), contrast.Figure(person, effect - half), contrast.Figure(person, effect + half), sample.N[person]);
        var ratio = value.To(v => Math.Log(v / peers!.Value));
        var gap = sample.Better > 0 ? ratio : new(-ratio.Value, -ratio.High, -ratio.Low, ratio.N);
        double? assigned = sample.Component == Component.Volume ? null : sample.Better * Math.Log(peers!.Value / Typical(sample.Component));
        return new(sample.Component, standings.Of(contrast, person), sample.N[person], sample.Raw[person], value, peers, gap, assigned);
    }

    private readonly Dictionary<Component, double?> _typical = contrasts.ToDictionary(c => c.Sample.Component, Typical);

    private double Typical(Component component) => _typical[component]!.Value;

    private static Estimate? Sum(params (Estimate? Gap, int Sign)[] parts)
    {
        if (parts.Any(p => p.Gap is null)) return null;
        var value = parts.Sum(p => p.Sign * p.Gap!.Value.Value);
        var half = Math.Sqrt(parts.Sum(p => Math.Pow((p.Gap!.Value.High - p.Gap.Value.Low) / 2, 2)));
        return new(value, value - half, value + half, parts.Min(p => p.Gap!.Value.N));
    }
}
