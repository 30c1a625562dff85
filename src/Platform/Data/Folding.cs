using System.Globalization;
using System.Text;
namespace Coxswain.Platform.Data;

/// <summary>Folds text for looking it up: case, accents, width and runs of white space do not count. Both engines compare the result byte by byte.</summary>
public static class Folding
{
    /// <summary>"  Škoda Auto " and "skoda auto" fold alike; scripts without case stay as they are.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (!char.IsWhiteSpace(c)) folded.Append(c is 'ß' ? "ss" : char.ToLowerInvariant(c).ToString());
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>Its words, folded: what stands between signs that are neither letter nor digit.</summary>
    public static string[] Words(string? text) =>
        new string([.. Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
