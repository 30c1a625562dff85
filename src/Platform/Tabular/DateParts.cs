using System.Globalization;
namespace Coxswain.Platform.Tabular;

/// <summary>Reads the day, month and year of a written date.</summary>
internal static class DateParts
{
    public static DateText? Read(ReadOnlySpan<char> text)
    {
        Span<int> numbers = stackalloc int[3], lengths = stackalloc int[3];
        int count = 0, month = 0, monthAt = -1;
        char mark = '\0', second = '\0';
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                var run = Run(text[at..], char.IsAsciiDigit);
                if (count == 3 || run.Length > 8) return null;
                (numbers[count], lengths[count]) = (int.Parse(run, CultureInfo.InvariantCulture), run.Length);
                (count, at) = (count + 1, at + run.Length);
            }
            else if (char.IsLetter(c))
            {
                var word = Run(text[at..], char.IsLetter);
                if (MonthNames.Number(word) is > 0 and var named && month == 0) (month, monthAt) = (named, count);
                else if (!Filler(word, count)) return null;
                at += word.Length;
            }
            else
            {
                if (c is not ('-' or '/' or '.' or ',' or ' ' or '\u00A0' or '\'')) return null;
                if (count == 1 && mark == '\0') mark = c;
                if (count == 2 && second == '\0') second = c;
                at++;
            }
        }
        if (month > 0) return count == 2 && monthAt < 2 ? Named(numbers, lengths, month) : null;
        if (count == 1) return lengths[0] == 8 ? new(numbers[0] / 10000, numbers[0] % 100, numbers[0] / 100 % 100, true, null) : null;
        return count == 3 && mark == second ? Numeric(numbers, lengths, mark) : null;
    }

    private static DateText? Named(Span<int> numbers, Span<int> lengths, int month)
    {
        if (lengths[0] == 4) return lengths[1] <= 2 ? new(numbers[0], numbers[1], month, true, null) : null;
        return lengths[0] <= 2 && lengths[1] is 2 or 4 ? new(Full(numbers[1], lengths[1]), numbers[0], month, true, null) : null;
    }

    private static DateText? Numeric(Span<int> numbers, Span<int> lengths, char mark)
    {
        if (lengths[0] == 4) return lengths[1] <= 2 && lengths[2] <= 2 ? new(numbers[0], numbers[2], numbers[1], true, null) : null;
        if (lengths[0] > 2 || lengths[1] > 2 || lengths[2] is not (2 or 4)) return null;
        return new(Full(numbers[2], lengths[2]), numbers[0], numbers[1], mark == '.', null);
    }

    // Two digits mean 1970 to 2069.
    private static int Full(int year, int digits) => digits == 4 ? year : year < 70 ? 2000 + year : 1900 + year;

    private static bool Filler(ReadOnlySpan<char> word, int count) =>
        count == 0
            ? word.Length >= 3 && Weekdays.Contains(word[..3].ToString(), StringComparer.OrdinalIgnoreCase) || word is "T"
            : word is "st" or "nd" or "rd" or "th" or "de" or "T";

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static ReadOnlySpan<char> Run(ReadOnlySpan<char> text, Func<char, bool> kind)
    {
        var length = 0;
        while (length < text.Length && kind(text[length])) length++;
        return text[..length];
    }
}
