using System.Globalization;
using Coxswain.Insight.Diagnosis;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Briefing;

/// <summary>What parts of a brief are called on pages.</summary>
internal static class BriefWords
{
    public static string Name(Component component) => component switch
    {
        Component.WinRate => T("Win rate"),
        Component.Value => T("Won value"),
        Component.Cycle => T("Time to decide"),
        _ => T("Opened a quarter"),
    };

    public static string Status(string status) => status switch
    {
        "differs" => T("people differ"),
        "only_open_deals_differ" => T("people differ only in what they leave lying open"),
        "not_enough_data" => T("not enough data"),
        _ => T("no detectable difference"),
    };

    public static string Figure(Component component, double? value, string currency) => (component, value) switch
    {
        (_, null) => T("not enough data"),
        (Component.WinRate, { } share) => share.ToString("P0", CultureInfo.CurrentCulture),
        (Component.Value, { } amount) => Money(amount, currency),
        (Component.Cycle, { } days) => T("{0:N0} d", days),
        (_, { } count) => count.ToString("N0", CultureInfo.CurrentCulture),
    };

    public static string Gap(BriefGap gap) => gap.Component switch
    {
        Component.WinRate when gap.Stage is { } stage => T("loses more at {0}", stage),
        Component.WinRate => T("wins fewer"),
        Component.Value => T("wins smaller deals"),
        Component.Cycle => T("takes longer"),
        _ => T("fewer deals: leads or territory"),
    };

    public static string Next(BriefGap gap, bool isOwn) => (gap.Component, isOwn) switch
    {
        (Component.Volume, true) => T("Ask how leads are shared out"),
        (Component.Volume, _) => T("Look at what {0} is given", gap.Name),
        (Component.WinRate, true) => T("Go through deals you lost"),
        (Component.WinRate, _) => T("Go through lost deals with {0}", gap.Name),
        (Component.Value, true) => T("Go through deals you won"),
        (Component.Value, _) => T("Go through won deals with {0}", gap.Name),
        (_, true) => T("Go through your open deals"),
        _ => T("Go through open deals with {0}", gap.Name),
    };

    /// <summary>Whole units with their currency, held together by a no-break space. As exact as an estimate is: two digits.</summary>
    public static string Money(double amount, string currency)
    {
        var step = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, Math.Abs(amount)))) - 1));
        return Platform.Ui.MoneyText.Written((Math.Round(amount / step) * step).ToString("N0", CultureInfo.CurrentCulture), currency);
    }
}
