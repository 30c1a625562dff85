namespace Coxswain.Platform.Tabular;

/// <summary>Letters to change, add, leave out or swap with their neighbour to get from one word to another (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="limit"/> + 1 as soon as it is above the limit.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit || one.Length > 400 || other.Length > 400) return one.SequenceEqual(other) ? 0 : limit + 1;
        var width = other.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        Span<int> before = rows[..width], last = rows.Slice(width, width), current = rows[(2 * width)..];
        for (var j = 0; j < width; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) value = Math.Min(value, before[j - 2] + 1);
                current[j] = value;
                least = Math.Min(least, value);
            }
            if (least > limit) return limit + 1;
            var free = before;
            before = last;
            last = current;
            current = free;
        }
        return Math.Min(last[^1], limit + 1);
    }
}
