namespace Coxswain.Customers.Duplicates.Matching;

/// <summary>How alike two words are, by the letters in them.</summary>
internal static class Likeness
{
    private const int Longest = 64;

    /// <summary>Jaro–Winkler: 1 for the same, 0 for nothing in common; what begins alike counts more.</summary>
    public static double Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == 0 || b.Length == 0) return a.Length == b.Length ? 1 : 0;
        if (a.Length > Longest) a = a[..Longest];
        if (b.Length > Longest) b = b[..Longest];
        var reach = Math.Max(Math.Max(a.Length, b.Length) / 2 - 1, 0);
        Span<bool> inA = stackalloc bool[a.Length], inB = stackalloc bool[b.Length];
        var common = 0;
        for (var i = 0; i < a.Length; i++)
            for (var j = Math.Max(0, i - reach); j < Math.Min(b.Length, i + reach + 1); j++)
            {
                if (inB[j] || a[i] != b[j]) continue;
                (inA[i], inB[j]) = (true, true);
                common++;
                break;
            }
        if (common == 0) return 0;
        var (swapped, at) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (!inA[i]) continue;
            while (!inB[at]) at++;
            if (a[i] != b[at++]) swapped++;
        }
        var jaro = ((double)common / a.Length + (double)common / b.Length + (common - swapped / 2.0) / common) / 3;
        var begin = a.CommonPrefixLength(b);
        return jaro + Math.Min(begin, 4) * 0.1 * (1 - jaro);
    }

    /// <summary>How many letters were left out, put in, mistaken or swapped with the next one (Damerau–Levenshtein, each place touched once).</summary>
    public static int Slips(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > Longest) a = a[..Longest];
        if (b.Length > Longest) b = b[..Longest];
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            last.CopyTo(before);
            now.CopyTo(last);
        }
        return last[b.Length];
    }
}
