using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>How long deals usually stayed in a stage: the median of the organisation's own latest stays.</summary>
/// <param name="Median">Days, counted as the days of a stay are: the first is day 1.</param>
/// <param name="N">Stays it rests on.</param>
internal sealed record Stay(int Median, int N);

internal static class Stays
{
    /// <summary>Fewer stays than this say nothing.</summary>
    public const int Least = 10;

    // The latest intervals are enough for a median, and cost the same at a million deals as at a thousand.
    private const int Looked = 600;

    public static Task<Stay?> UsualAsync(AppDb db, Guid stageId, CancellationToken ct) => db.Kept.ReadAsync(db, $"stays in {stageId}", () => LatestAsync(db, stageId, ct));

    private static async Task<Stay?> LatestAsync(AppDb db, Guid stageId, CancellationToken ct)
    {
        var spans = await db.OpportunityStates.Where(s => s.StageId == stageId && s.End == StageEnd.Open && s.SupersededAt == null)
            .OrderByDescending(s => s.From).Take(Looked).Select(s => new Span(s.OpportunityId, s.From, s.To)).ToListAsync(ct);
        return Of(spans);
    }

    /// <summary>Intervals of one deal that touch are one stay; a stay that still lasts does not count.</summary>
    public static Stay? Of(IEnumerable<Span> spans)
    {
        var days = spans.GroupBy(s => s.Deal).SelectMany(Ended).Order().ToList();
        return days.Count < Least ? null : new Stay((days[(days.Count - 1) / 2] + days[days.Count / 2] + 1) / 2, days.Count);
    }

    private static IEnumerable<int> Ended(IEnumerable<Span> spans)
    {
        DateTime? from = null, to = null;
        foreach (var span in spans.OrderBy(s => s.From))
        {
            if (from is { } before && to is { } end && end != span.From) yield return Days(before, end);
            if (from is null || to != span.From) from = span.From;
            to = span.To;
        }
        if (from is { } first && to is { } last) yield return Days(first, last);
    }

    private static int Days(DateTime from, DateTime to) => (int)Math.Floor((to - from).TotalDays) + 1;

    public readonly record struct Span(Guid Deal, DateTime From, DateTime? To);
}
