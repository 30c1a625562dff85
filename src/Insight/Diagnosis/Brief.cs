using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// Where a gap between people is, if there is one, and what it is worth. Mix is standardised out first; each component is then
/// fitted with everyone's deals (<see cref="CrossedEffects"/>), tested for any difference at all, and only then read person by
/// person against the middle of their peers. Same deals, same verdict.
/// </summary>
public static class Brief
{
    public static Verdict Of(IReadOnlyList<BriefDeal> deals, BriefWindow window)
    {
        var roster = new Roster(deals, window);
        Contrast[] contrasts =
        [
            new(Samples.Volume(deals, roster, window), roster), new(Samples.WinRate(deals, roster, window), roster),
            new(Samples.Value(deals, roster, window), roster),
            new(Samples.Cycle(deals, roster, window), roster, new(Samples.Decided(deals, roster, window), roster)),
        ];
        var enough = contrasts.Where(c => c.Enough).ToArray();
        var adjusted = enough.Zip(FalseDiscovery.Adjust([.. enough.Select(c => c.PValue)])).ToDictionary(x => x.First, x => x.Second);
        var differing = enough.Where(c => adjusted[c] <= Minima.ComponentFalseDiscoveryRate).ToArray();
        var rows = new Readings(contrasts, roster, new Standings(differing)).Rows();
        var flags = Flags.Of(rows, deals, window);
        return new(
            Answer(enough, differing), window, roster.People.Length, deals.Count, Count(deals, window),
            [.. contrasts.Select(c => Reading(c, adjusted, differing, rows, roster))],
            rows, Flags.Findings(flags), flags, Spreads.Whole(contrasts, rows, roster));
    }

    private static Answer Answer(Contrast[] enough, Contrast[] differing) =>
        enough.Length == 0 ? Diagnosis.Answer.NotEnoughData
        : differing.Length == 0 ? Diagnosis.Answer.NoDetectableDifference
        : differing.All(c => c.Component == Component.Volume) ? Diagnosis.Answer.OnlyVolumeDiffers
        : Diagnosis.Answer.PeopleDiffer;

    private static ComponentReading Reading(
        Contrast contrast, Dictionary<Contrast, double> adjusted, Contrast[] differing, IReadOnlyList<PersonReading> rows, Roster roster) =>
        new(contrast.Component, contrast.Enough, differing.Contains(contrast), contrast.Enough ? contrast.PValue : 1,
            adjusted.GetValueOrDefault(contrast, 1), contrast.Measured.Count(m => m), contrast.Observations,
            contrast.Witness is not null && contrast.Enough && contrast.Test.PValue <= Minima.ComponentFalseDiscoveryRate && !differing.Contains(contrast),
            Readings.Typical(contrast), Spreads.Of(contrast, rows, roster));

    private static Unknowns Count(IReadOnlyList<BriefDeal> deals, BriefWindow window) => new(
        deals.Count(d => d.Opened is null),
        deals.Count(d => d.Ending != Ending.Open && d.Closed is null),
        deals.Count(d => d.Ending == Ending.Won && d.ClosedIn(window) && d.Amount is null or <= 0));
}
