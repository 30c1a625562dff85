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
        // Every row of an import is folded a dozen times: most text is plain, and has nothing to take apart.
        var apart = Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKD);
        Span<char> folded = apart.Length <= 256 ? stackalloc char[512] : new char[2 * apart.Length];
        var length = 0;
        foreach (var c in apart)
        {
            if (c >= 128 && CharUnicodeInfo.GetUnicodeCategory(c) is (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)) continue;
            if (char.IsWhiteSpace(c))
            {
                if (length > 0 && folded[length - 1] != ' ') folded[length++] = ' ';
            }
            else if (c is 'ß') (folded[length], folded[length + 1], length) = ('s', 's', length + 2);
            else folded[length++] = char.ToLowerInvariant(c);
        }
        var told = folded[..length].TrimEnd(' ');
        return told.SequenceEqual(text) ? text : told.ToString();
    }

    /// <summary>Its words, folded: what stands between signs that are neither letter nor digit.</summary>
    public static string[] Words(string? text)
    {
        var folded = Fold(text);
        return string.Create(folded.Length, folded, static (words, all) =>
        {
            for (var i = 0; i < words.Length; i++) words[i] = char.IsLetterOrDigit(all[i]) ? all[i] : ' ';
        }).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
