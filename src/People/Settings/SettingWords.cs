using System.Globalization;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Settings;

/// <summary>Settings and their values as people say them.</summary>
internal static class SettingWords
{
    public static string Setting(string name) => name switch
    {
        "Name" => T("Name"),
        "Currency" => T("Currency"),
        "TimeZone" => T("Time zone"),
        "Culture" => T("Language and formats"),
        "FileRoomMegabytes" => T("Room for files, in MB"),
        "FiscalStartMonth" => T("First month of the fiscal year"),
        "QuarterPattern" => T("Quarters"),
        "YearStart" => T("Beginning of a year of weeks"),
        "JudgementDays" => T("Days until a judgement has aged"),
        "CloseOutChance" => T("Chance of 100 from which a deal is to be closed"),
        _ => T("First day of the week"),
    };

    public static string AsAsked => T("as each browser asks");

    /// <summary>A stored value in words.</summary>
    public static string Value(string setting, string value) => setting switch
    {
        "Culture" when value is "" => AsAsked,
        "FiscalStartMonth" when int.TryParse(value, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 => Month(month),
        "QuarterPattern" when Enum.TryParse<QuarterPattern>(value, out var pattern) => Pattern(pattern),
        "YearStart" when Enum.TryParse<YearStart>(value, out var start) => Start(start),
        "WeekStart" when Enum.TryParse<DayOfWeek>(value, out var day) => Day(day),
        _ => value,
    };

    public static IReadOnlyList<Choice> Months => [.. Enumerable.Range(1, 12).Select(m => new Choice(m.ToString(CultureInfo.InvariantCulture), Month(m)))];

    public static IReadOnlyList<Choice> Patterns => [.. Enum.GetValues<QuarterPattern>().Select(p => new Choice(p.ToString(), Pattern(p)))];

    public static IReadOnlyList<Choice> Starts => [.. Enum.GetValues<YearStart>().Select(s => new Choice(s.ToString(), Start(s)))];

    public static IReadOnlyList<Choice> Days => [.. Enum.GetValues<DayOfWeek>().Select(d => new Choice(d.ToString(), Day(d)))];

    private static string Month(int month) => CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(month);

    private static string Day(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    private static string Pattern(QuarterPattern pattern) => pattern switch
    {
        QuarterPattern.Months => T("Calendar months"),
        QuarterPattern.FourFourFive => T("Weeks: 4, 4, 5"),
        QuarterPattern.FourFiveFour => T("Weeks: 4, 5, 4"),
        _ => T("Weeks: 5, 4, 4"),
    };

    private static string Start(YearStart start) => start is YearStart.Nearest ? T("the week’s first day nearest the 1st") : T("the week’s first day on or before the 1st");
}
