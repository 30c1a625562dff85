using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Ui.Charts;

/// <summary>A part of a bar. Text is what is written of it. Value null: unknown, said and not drawn.</summary>
public sealed record BarPart(string Label, double? Value, string Text, Tone Tone = Tone.Good)
{
    /// <summary>Which of the six series it is, where parts are kinds and neither good nor bad.</summary>
    public int? Series { get; init; }

    internal double Length => Value is { } value && double.IsFinite(value) ? value : 0;
    internal string Css => Series is { } series ? Shapes.Css(series) : "f-" + Tone.Css();
    internal string Said => Value is null ? T("unknown") : Text;
}

/// <summary>A bar of one part or several one after another. Mark: a second figure to compare with, drawn as a dashed line.</summary>
public sealed record Bar(string Label, IReadOnlyList<BarPart> Parts)
{
    public Bar(string label, double? value, string text, Tone tone = Tone.Good) : this(label, [new(label, value, text, tone)]) { }

    public double? Mark { get; init; }
    public string? Text { get; init; }

    internal double Above => Parts.Sum(p => Math.Max(p.Length, 0));
    internal double Below => Parts.Sum(p => Math.Min(p.Length, 0));
    internal bool IsUnknown => Parts.All(p => p.Value is null);
    internal string Said => Text ?? string.Join(" · ", Parts.Select(p => p.Said));
}
