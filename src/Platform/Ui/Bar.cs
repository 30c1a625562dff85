namespace Coxswain.Platform.Ui;

/// <summary>A part of a bar. Text is what is written of it.</summary>
public sealed record BarPart(string Label, double Value, string Text, Tone Tone = Tone.Good);

/// <summary>A bar of one part or several one after another. Mark: a second figure to compare with, drawn as a dashed line.</summary>
public sealed record Bar(string Label, IReadOnlyList<BarPart> Parts)
{
    public Bar(string label, double value, string text, Tone tone = Tone.Good) : this(label, [new(label, value, text, tone)]) { }

    public double? Mark { get; init; }
    public string? Text { get; init; }

    internal double Sum => Parts.Sum(p => Math.Max(p.Value, 0));
    internal string Said => Text ?? string.Join(" · ", Parts.Select(p => p.Text));
}
