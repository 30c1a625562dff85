using Coxswain.Platform.Money;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular;

/// <summary>Reads the values of one column in its decided format. Nothing is guessed, shifted or rounded to fit; what cannot be read is an error that quotes it.</summary>
public sealed class ValueReader(ColumnFormat format)
{
    /// <summary>Text without the unseen at its ends; anything else in it survives.</summary>
    public static Reading<string> Text(string text) => UnknownText.Is(text) ? Reading<string>.Unknown : Reading<string>.Of(ColumnText.Trim(text));

    public static Reading<bool> YesNo(string text)
    {
        if (YesNoText.Read(text) is { } value) return Reading<bool>.Of(value);
        return UnknownText.IsAmongValues(text) ? Reading<bool>.Unknown : Reading<bool>.Wrong(T("{0} is neither yes nor no", Quoted(text)));
    }

    /// <summary>A number as written; 45% reads as 45.</summary>
    public Reading<decimal> Number(string text)
    {
        if (UnknownText.IsAmongValues(text)) return Reading<decimal>.Unknown;
        return NumberText.Read(text, format.Mark) is { } number ? Reading<decimal>.Of(number.Value) : Reading<decimal>.Wrong(NotANumber(text));
    }

    /// <summary>A number without a fraction.</summary>
    public Reading<long> Whole(string text)
    {
        var number = Number(text);
        if (!number.Known) return number.Error is null ? Reading<long>.Unknown : Reading<long>.Wrong(number.Error);
        if (number.Value != decimal.Truncate(number.Value)) return Reading<long>.Wrong(T("{0} is not a whole number", Quoted(text)));
        return number.Value is >= long.MinValue and <= long.MaxValue ? Reading<long>.Of((long)number.Value) : Reading<long>.Wrong(T("{0} is too large", Quoted(text)));
    }

    /// <summary>Money in minor units, negative amounts included; a fraction finer than the currency's smallest unit is rounded half to even.</summary>
    public Reading<Amount> Money(string text)
    {
        if (UnknownText.IsAmongValues(text)) return Reading<Amount>.Unknown;
        if (NumberText.Read(text, format.Mark) is not { Percent: false } number) return Reading<Amount>.Wrong(T("{0} is not an amount", Quoted(text)));
        if ((number.Currency ?? format.Currency) is not { } currency) return Reading<Amount>.Wrong(T("{0} has no currency; choose one for the column", Quoted(text)));
        try
        {
            return Reading<Amount>.Of(new(Minor.FromMajor(number.Value, currency), currency));
        }
        catch (OverflowException)
        {
            return Reading<Amount>.Wrong(T("{0} is too large", Quoted(text)));
        }
    }

    /// <summary>A calendar day; a time behind it is left out.</summary>
    public Reading<DateOnly> Date(string text)
    {
        if (UnknownText.IsAmongValues(text)) return Reading<DateOnly>.Unknown;
        var trimmed = ColumnText.Trim(text);
        if (DateText.Split(trimmed) is not { } parts) return Reading<DateOnly>.Wrong(NotADate(text));
        return parts.Fault(format.Order, trimmed) is { } fault ? Reading<DateOnly>.Wrong(fault) : Reading<DateOnly>.Of(parts.Date(format.Order));
    }

    /// <summary>A moment in UTC. Without a written offset it is local to the column's zone; without a time it is the start of that day there.</summary>
    public Reading<DateTime> Moment(string text)
    {
        var date = Date(text);
        if (!date.Known) return date.Error is null ? Reading<DateTime>.Unknown : Reading<DateTime>.Wrong(date.Error);
        var clock = DateText.Split(text)!.Value.Clock;
        var local = date.Value.ToDateTime(TimeOnly.MinValue) + (clock?.Time ?? TimeSpan.Zero);
        var offset = clock?.Offset ?? Offset(local);
        var ticks = local.Ticks - offset.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? Reading<DateTime>.Wrong(NotADate(text)) : Reading<DateTime>.Of(new(ticks, DateTimeKind.Utc));
    }

    // An hour the clocks skip counts on from before the change, as clocks that were not put forward show it.
    private TimeSpan Offset(DateTime local) => format.Zone.GetUtcOffset(format.Zone.IsInvalidTime(local) ? local.AddHours(-2) : local);

    private string NotANumber(string text) => format.Mark == DecimalMark.Point
        ? T("{0} is not a number with a decimal point", Quoted(text))
        : T("{0} is not a number with a decimal comma", Quoted(text));

    private static string NotADate(string text) => T("{0} is not a date", Quoted(text));
    private static string Quoted(string text) => ColumnText.Trim(text) is { Length: > 60 } longer ? longer[..59] + "…" : ColumnText.Trim(text);
}
