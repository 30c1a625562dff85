namespace Coxswain.Platform.Ui.Charts;

/// <summary>A cell of the table behind a chart: what is read, and the figure itself for a file; null where it is words or unknown.</summary>
public readonly record struct ChartCell(string Text, double? Value = null)
{
    public static implicit operator ChartCell(string text) => new(text);
}
