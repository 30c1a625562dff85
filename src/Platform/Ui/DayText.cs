using System.Globalization;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Ui;

/// <summary>Days as a person says them.</summary>
public static class DayText
{
    /// <summary>"30 Sep", with the year where it is another than the reader's.</summary>
    public static string Short(DateOnly day, DateOnly today) => day.Year == today.Year ? Written(day, DayPatterns.Short(DayPatterns.Current.Day)) : Whole(day);

    /// <summary>The same; "unknown" where nobody knows it.</summary>
    public static string Short(DateOnly? day, DateOnly today) => day is { } known ? Short(known, today) : T("unknown");

    /// <summary>"today", "yesterday", "Mon" within the week, else the date.</summary>
    public static string Near(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => T("today"),
        1 => T("yesterday"),
        -1 => T("tomorrow"),
        > 1 and < 7 => day.ToString("ddd", CultureInfo.CurrentCulture),
        _ => Short(day, today),
    };

    /// <summary>"31 Dec 2017": the same in every culture that writes so, where "12/31/2017" would have to be guessed at.</summary>
    public static string Whole(DateOnly day) => Written(day, DayPatterns.Short(DayPatterns.Current.Year));

    /// <inheritdoc cref="Whole(DateOnly)"/>
    public static string Whole(DateTime at) => Whole(DateOnly.FromDateTime(at));

    /// <summary>"Thursday, 24 July".</summary>
    public static string Long(DateOnly day) => Written(day, DayPatterns.Current.Week);

    /// <summary>"24 July 2026".</summary>
    public static string Full(DateOnly day) => Written(day, DayPatterns.Current.Year);

    private static string Written(DateOnly day, string pattern) => day.ToString(pattern, CultureInfo.CurrentCulture);
}
