using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Diagnosis;

/// <summary>Everyone behind, with what closing the gap is worth, and the same gathered by component.</summary>
internal static class Flags
{
    public static IReadOnlyList<Flag> Of(IReadOnlyList<PersonReading> rows, IReadOnlyList<BriefDeal> deals, BriefWindow window)
    {
        var losses = new StageLosses(deals.Where(d => d.Exits.Count > 0 && d.ClosedIn(window)), rows.Select(r => (r.Person, r.Peers)));
        var flags = rows.SelectMany(row => row.Terms.Where(t => t.Standing == Standing.Behind)
            .Select(t => new Flag(row.Person, t.Component, t.Gap!.Value, Worth.Of(row, t.Component), 0, Stage(row, t.Component))));
        return Ranked([.. flags.OrderByDescending(f => f.Worth?.Value ?? double.MinValue).ThenBy(f => f.Person, StringComparer.Ordinal)]);

        StageLoss? Stage(PersonReading row, Component component) => component == Component.WinRate ? losses.Worst(row.Person, row.Peers) : null;
    }

    public static IReadOnlyList<Finding> Findings(IReadOnlyList<Flag> flags) =>
    [
        .. flags.GroupBy(f => f.Component)
            .Select(g => new Finding(g.Key, [.. g.Select(f => f.Person)], Worth.Sum([.. g.Select(f => f.Worth)]), Shared([.. g])))
            .OrderByDescending(f => f.Worth?.Value ?? double.MinValue),
    ];

    // A stage is named for all only if it is the one for each of them.
    private static string? Shared(Flag[] flags) => flags.Select(f => f.Stage?.Stage).Distinct().ToArray() is [var stage] ? stage : null;

    private static Flag[] Ranked(Flag[] flags)
    {
        var ranked = new Flag[flags.Length];
        int rank = 0, leader = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if (i == 0 || !Overlap(flags[leader].Worth, flags[i].Worth)) (rank, leader) = (i + 1, i);
            ranked[i] = flags[i] with { Rank = rank };
        }

        return ranked;
    }

    private static bool Overlap(Estimate? a, Estimate? b) => a is null || b is null ? a is null && b is null : a.Value.Range.Overlaps(b.Value.Range);
}
