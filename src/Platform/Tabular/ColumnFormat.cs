namespace Coxswain.Platform.Tabular;

/// <summary>How the values of one column are to be read, once guessed or asked.</summary>
public sealed record ColumnFormat
{
    public DecimalMark Mark { get; init; } = DecimalMark.Point;
    public DateOrder Order { get; init; } = DateOrder.DayFirst;

    /// <summary>ISO code of amounts that name none.</summary>
    public string? Currency { get; init; }

    /// <summary>Where times without an offset were written down.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}
