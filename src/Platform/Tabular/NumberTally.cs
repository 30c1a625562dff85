namespace Coxswain.Platform.Tabular;

/// <summary>Weighs the two readings of a column's numbers against each other.</summary>
internal sealed class NumberTally
{
    private readonly List<string> differing = [];
    private readonly Dictionary<string, int> currencies = [];
    private int onlyPoint, onlyComma, differ, fractionsByPoint, fractionsByComma, withCurrency, shared;

    /// <summary>Values that are a number in one reading or the other.</summary>
    public int Count { get; private set; }

    /// <summary>Digits that look like a code, such as 00123.</summary>
    public int Codes { get; private set; }

    public bool Add(string value)
    {
        if (NumberText.LooksLikeCode(value)) Codes++;
        var point = NumberText.Read(value, DecimalMark.Point);
        var comma = NumberText.Read(value, DecimalMark.Comma);
        if ((point ?? comma) is not { } either) return false;
        Count++;
        if (comma is null) onlyPoint++;
        else if (point is null) onlyComma++;
        else if (point.Value.Value != comma.Value.Value) Differs(value);
        if (Fraction(point)) fractionsByPoint++;
        if (Fraction(comma)) fractionsByComma++;
        if (either.HasSign) Currency(either.Currency);
        return true;
    }

    public ColumnType Type => withCurrency * 2 >= Count ? ColumnType.Money : Fractions == 0 ? ColumnType.WholeNumber : ColumnType.Decimal;

    public ColumnGuess Describe(ColumnGuess guess) => guess with
    {
        Mark = Mark, Decides = onlyPoint + onlyComma > 0, Ambiguous = Mark is null ? differing : [], SharedCurrencySign = shared > 0,
        Currencies = [.. currencies.OrderByDescending(c => c.Value).Select(c => c.Key)],
    };

    private int Fractions => Mark switch { DecimalMark.Point => fractionsByPoint, DecimalMark.Comma => fractionsByComma, _ => 1 };

    // A single value that reads one way only settles the column; a tenth against it is a mistake, more is a question.
    private DecimalMark? Mark =>
        onlyPoint >= 10 * onlyComma && onlyPoint > 0 ? DecimalMark.Point
        : onlyComma >= 10 * onlyPoint && onlyComma > 0 ? DecimalMark.Comma
        : differ == 0 && onlyPoint == 0 ? DecimalMark.Point : null;

    private void Differs(string value)
    {
        differ++;
        if (differing.Count < 5 && !differing.Contains(value)) differing.Add(value);
    }

    private void Currency(string? code)
    {
        withCurrency++;
        if (code is null) shared++;
        else currencies[code] = currencies.GetValueOrDefault(code) + 1;
    }

    private static bool Fraction(NumberText? number) => number is { } n && n.Value != decimal.Truncate(n.Value);
}
