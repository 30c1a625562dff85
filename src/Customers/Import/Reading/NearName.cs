using Coxswain.Platform.Data;
namespace Coxswain.Customers.Import.Reading;

/// <summary>Finds the known name that a misspelt one most likely means.</summary>
internal static class NearName
{
    /// <summary>Null where none is near, or two are equally near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var folded = Tight(name);
        if (folded.Length < 4) return null;
        var near = known.Select(k => (Name: k, Steps: Steps(folded, Tight(k)))).Where(k => IsNear(folded, k.Steps)).OrderBy(k => k.Steps).Take(2).ToList();
        return near.Count == 0 || (near.Count == 2 && near[0].Steps == near[1].Steps) || DigitsDiffer(name, near[0].Name) || WordsDiffer(name, near[0].Name) ? null : near[0].Name;
    }

    /// <summary>Whether it would be weighed for <see cref="Of"/>, be it as one of two that are equally near.</summary>
    public static bool IsNear(string name, string known)
    {
        var folded = Tight(name);
        return folded.Length >= 4 && IsNear(folded, Steps(folded, Tight(known)));
    }

    private static bool IsNear(string folded, int steps) => steps <= (folded.Length < 8 ? 1 : 2);

    // "Server 100" and "Server 200" are one step apart and two things.
    private static bool DigitsDiffer(string a, string b) => !a.Where(char.IsDigit).SequenceEqual(b.Where(char.IsDigit));

    // "Hafen Ost" and "Hafen West" are two steps apart and two places: word beside word, a short one has to be the same.
    private static bool WordsDiffer(string a, string b)
    {
        var (left, right) = (Folding.Words(a).ToList(), Folding.Words(b).ToList());
        return left.Count == right.Count && left.Zip(right).Any(w => Steps(w.First, w.Second) > Math.Min(w.First.Length, w.Second.Length) switch { < 4 => 0, < 8 => 1, _ => 2 });
    }

    private static string Tight(string name) => new([.. Folding.Fold(name).Where(char.IsLetterOrDigit)]);

    // Steps of inserting, deleting, replacing or swapping neighbours (optimal string alignment).
    private static int Steps(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return int.MaxValue;
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        return rows[a.Length, b.Length];
    }
}
