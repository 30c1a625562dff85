using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Diagnosis;

/// <summary>Puts fitted contrasts into the figures of a verdict.</summary>
internal sealed class Readings(IReadOnlyList<Contrast> contrasts, Roster roster, Standings standings)
{
    public IReadOnlyList<PersonReading> Rows() => [.. roster.People.Select((_, i) => Row(i))];

    /// <summary>The person in the middle of those measured, in the component's unit.</summary>
    public static double? Typical(Contrast contrast) => contrast.Enough
        ? Search.Median(Enumerable.Range(0, contrast.Measured.Length).Where(i => contrast.Measured[i]).Select(i => contrast.Figures[i].Peers))
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
        var known = contrast.Enough && contrast.Own[person].N > 0;
        var figures = contrast.Figures[person];
        double? peers = known ? figures.Peers : null;
        if (!known || !contrast.Measured[person])
            return new(contrast.Component, Standing.NotEnoughData, contrast.N[person], contrast.Raw[person], null, peers, null, null);

        var value = new Estimate(figures.Value, figures.Low, figures.High, contrast.N[person]);
        var ratio = value.To(v => Math.Log(v / figures.Peers));
        var gap = contrast.Better > 0 ? ratio : new(-ratio.Value, -ratio.High, -ratio.Low, ratio.N);
        double? assigned = contrast.Component == Component.Volume ? null : contrast.Better * Math.Log(figures.Peers / Typical(contrast.Component));
        return new(contrast.Component, standings.Of(contrast, person), contrast.N[person], contrast.Raw[person], value, peers, gap, assigned);
    }

    private readonly Dictionary<Component, double?> _typical = contrasts.ToDictionary(c => c.Component, Typical);

    private double Typical(Component component) => _typical[component]!.Value;

    private static Estimate? Sum(params (Estimate? Gap, int Sign)[] parts)
    {
        if (parts.Any(p => p.Gap is null)) return null;
        var value = parts.Sum(p => p.Sign * p.Gap!.Value.Value);
        var half = Math.Sqrt(parts.Sum(p => Math.Pow((p.Gap!.Value.High - p.Gap.Value.Low) / 2, 2)));
        return new(value, value - half, value + half, parts.Min(p => p.Gap!.Value.N));
    }
}
