using System.Globalization;

namespace Coxswain.Platform.Ui.Charts;

/// <summary>Numbers as SVG wants them, whatever the culture of the page.</summary>
internal static class Svg
{
    public static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share of the width; 0.125 is "12.5%".</summary>
    public static string Share(double share) => N(share * 100) + "%";
}
