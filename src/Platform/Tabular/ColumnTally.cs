namespace Coxswain.Platform.Tabular;

/// <summary>Counts, value by value, what a column could be, and decides at the end.</summary>
public sealed class ColumnTally(int index, string header)
{
    /// <summary>Different values that are told apart.</summary>
    public const int MostDistinct = 1_000;

    private const double Enough = 0.8;
    private const int MostChoices = 50, Kept = 5;

    private readonly Dictionary<string, int> distinct = [];
    private readonly List<(long Line, string Text)> notNumber = [], notDate = [], notEmail = [], notPhone = [];
    private readonly NumberTally numbers = new();
    private readonly DateTally dates = new();
    private int known, missing, emails, phones, yesNo, zeroOne, missingAmongValues;

    /// <summary>Takes one value into account.</summary>
    public void Add(string text, long line)
    {
        var value = ColumnText.Trim(text);
        if (UnknownText.Is(value)) { missing++; return; }
        known++;
        if (distinct.Count < MostDistinct || distinct.ContainsKey(value)) distinct[value] = distinct.GetValueOrDefault(value) + 1;
        if (UnknownText.IsAmongValues(value)) { missingAmongValues++; return; }
        if (!numbers.Add(value)) Keep(notNumber, line, value);
        if (!dates.Add(value)) Keep(notDate, line, value);
        if (Plain.IsEmail(value)) emails++; else Keep(notEmail, line, value);
        if (Plain.IsPhone(value)) phones++; else Keep(notPhone, line, value);
        if (YesNoText.Read(value) is not null) yesNo++;
        if (value is "0" or "1") zeroOne++;
    }

    /// <summary>What the column is, by all values added.</summary>
    public ColumnGuess Guess()
    {
        var values = known - missingAmongValues;
        if (known == 0) return Of(ColumnType.Unknown, 0, []);
        if (values == 0) return Of(ColumnType.Text, known, []);
        if (emails >= Enough * values) return Of(ColumnType.Email, emails, notEmail);
        if (yesNo == values && zeroOne < values) return Of(ColumnType.YesNo, values, []);
        if (dates.Are(values, Enough)) return dates.Describe(Valued(dates.HasTime ? ColumnType.DateTime : ColumnType.Date, dates.Count, notDate));
        if (numbers.Count >= Enough * values && numbers.Codes < 0.1 * values) return numbers.Describe(Valued(numbers.Type, numbers.Count, notNumber));
        if (phones >= Enough * values) return Of(ColumnType.Phone, phones, notPhone);
        return IsChoice() ? Of(ColumnType.Choice, known, []) with { Choices = [.. distinct.OrderByDescending(d => d.Value).Select(d => (d.Key, d.Value))] } : Of(ColumnType.Text, known, []);
    }

    private bool IsChoice() => distinct.Count <= MostChoices && distinct.Count * 3 <= known && distinct.Keys.All(k => k.Length <= 60);

    // NA and the like are names in a column of names, but missing values in a column of values.
    private ColumnGuess Valued(ColumnType type, int fits, List<(long, string)> misfits) => Of(type, fits, misfits) with
    {
        Known = known - missingAmongValues, Missing = missing + missingAmongValues, Fit = (double)fits / (known - missingAmongValues),
    };

    private ColumnGuess Of(ColumnType type, int fits, List<(long, string)> misfits) => new()
    {
        Index = index, Header = header, Type = type, Known = known, Missing = missing, Distinct = distinct.Count,
        Fit = known == 0 ? 1 : (double)fits / known, Samples = [.. distinct.Keys.Take(Kept)], Misfits = misfits,
    };

    private static void Keep(List<(long, string)> kept, long line, string value)
    {
        if (kept.Count < Kept) kept.Add((line, value));
    }
}
