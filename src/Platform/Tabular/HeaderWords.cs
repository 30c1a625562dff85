using Coxswain.Platform.Data;
namespace Coxswain.Platform.Tabular;

/// <summary>The words of a header, whatever way it is written: closeDate, CLOSE_DATE and "Close-Date" are the same two.</summary>
internal static class HeaderWords
{
    public static string[] Of(string header)
    {
        var spaced = new System.Text.StringBuilder(header.Length + 8);
        var text = header.EndsWith("__c", StringComparison.OrdinalIgnoreCase) ? header[..^3] : header;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i > 0 && char.IsUpper(c) && (char.IsLower(text[i - 1]) || char.IsUpper(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1]))) spaced.Append(' ');
            spaced.Append(char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark ? c : ' ');
        }
        return Folding.Fold(spaced.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>How alike two names are, 0 to 1.</summary>
    public static double Likeness(string[] one, string[] other)
    {
        if (one.Length == 0 || other.Length == 0) return 0;
        if (one.AsSpan().SequenceEqual(other)) return 1;
        string joined = string.Concat(one), otherJoined = string.Concat(other);
        if (joined == otherJoined) return 0.98;
        var common = one.Intersect(other).Count();
        if (common == one.Length && common == other.Length) return 0.95;
        var shorter = Math.Min(joined.Length, otherJoined.Length);
        var allowed = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
        var distance = EditDistance.Between(joined, otherJoined, allowed);
        return Math.Max(distance <= allowed ? 0.9 - 0.05 * distance : 0, 0.9 * 2 * common / (one.Length + other.Length));
    }
}
