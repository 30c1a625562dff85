namespace Coxswain.Platform.Data;

/// <summary>
/// Finds the intervals that hold an instant from a plain index. "From before it, to after it" makes an engine read everything before, or everything after;
/// here intervals of like length share a drawer by when they begin, so that only the drawers that can reach the instant are opened: at most two per length,
/// in which about half of what is read holds it. The scheme is that of genome browsers (Kent et al., The Human Genome Browser at UCSC, 2002, "binning"), with length classes by powers of two.
/// </summary>
public static class IntervalBucket
{
    /// <summary>Of an interval that has not ended, or is longer than the longest class.</summary>
    public const int Unended = 0;

    // 2^15 days are ninety years; day numbers up to the year 9999 need 22 bits.
    private const int Longest = 15, DayBits = 22;

    /// <summary>The drawer an interval is kept in.</summary>
    /// <param name="from">Its first instant, in UTC.</param>
    /// <param name="to">The first instant after it; null while it has not ended.</param>
    public static int Of(DateTime from, DateTime? to)
    {
        if (to is null) return Unended;
        for (var length = 0; length <= Longest; length++)
            if (to - from <= TimeSpan.FromDays(1 << length)) return Drawer(length, Day(from) >> length);
        return Unended;
    }

    /// <summary>The drawers whose intervals may hold an instant. Each still has to be asked for its two ends.</summary>
    /// <param name="at">In UTC.</param>
    public static int[] Holding(DateTime at)
    {
        var buckets = new List<int> { Unended };
        for (var length = 0; length <= Longest; length++)
        {
            var last = Day(at) >> length;
            buckets.Add(Drawer(length, last));
            if (last > 0) buckets.Add(Drawer(length, last - 1));
        }
        return [.. buckets];
    }

    private static int Drawer(int length, int place) => ((length + 1) << DayBits) + place;

    private static int Day(DateTime at) => DateOnly.FromDateTime(at).DayNumber;
}
