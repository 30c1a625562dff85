using System.Globalization;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Connection;

/// <summary>How close we are, in words.</summary>
internal static class GaugeWords
{
    public static string AMonth(double touches) => T("{0} a month", touches.ToString("0.0", CultureInfo.CurrentCulture));

    public static string Direction(TouchTrend trend) => trend.Now == 0 ? T("not in touch") : trend.Direction switch { < 0 => T("quieter"), > 0 => T("livelier"), _ => T("no different") };

    public static Tone Tone(TouchTrend trend) => trend.Now == 0 || trend.Direction < 0 ? Platform.Ui.Tone.Warn : trend.Direction > 0 ? Platform.Ui.Tone.Good : Platform.Ui.Tone.Plain;

    public static string Share(int part, int of) => of == 0 ? T("unknown") : T("{0} of {1}", part, of);
}
