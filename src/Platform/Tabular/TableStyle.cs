using System.Globalization;
namespace Coxswain.Platform.Tabular;

/// <summary>How a table is written.</summary>
public sealed record TableStyle
{
    /// <summary>For programs: UTF-8 without mark, commas, invariant numbers, ISO dates.</summary>
    public static readonly TableStyle Plain = new();

    /// <summary>For a person's spreadsheet: UTF-8 with a mark, and the culture's separator, numbers and dates.</summary>
    public static TableStyle For(CultureInfo culture) => new()
    {
        ByteOrderMark = true, Culture = culture, Separator = culture.NumberFormat.NumberDecimalSeparator == "," ? ';' : ',',
    };

    public bool ByteOrderMark { get; init; }
    public char Separator { get; init; } = ',';
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    internal string DatePattern => ReferenceEquals(Culture, CultureInfo.InvariantCulture) ? "yyyy-MM-dd" : Culture.DateTimeFormat.ShortDatePattern;
}
