namespace Coxswain.Platform.Ui.Charts;

/// <summary>Which of the labels under a picture are written, so that none touches another on the narrowest screen.</summary>
internal static class AxisLabels
{
    /// <summary>The plot of a phone 360 px wide, in px.</summary>
    public const double Narrowest = 190;

    /// <summary>The narrowest panel of small multiples.</summary>
    public const double Panel = 130;

    /// <summary>About what a label takes, with air.</summary>
    public static double Width(string text) => 6.3 * text.Length + 10;

    /// <summary>No longer than most letters.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1).TrimEnd(), "…");

    /// <summary>Every so many labels, beginning with the first; the ends are written inwards, hence the half more.</summary>
    public static IEnumerable<int> Written(IReadOnlyList<string> labels, double width)
    {
        var widest = labels.Select(Width).DefaultIfEmpty(0).Max() * 1.5;
        var slot = width / Math.Max(labels.Count - 1, 1);
        var every = Math.Max(1, (int)Math.Ceiling(widest / slot));
        return Enumerable.Range(0, labels.Count).Where(i => i % every == 0);
    }
}
