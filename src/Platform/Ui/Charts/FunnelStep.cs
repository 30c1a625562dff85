namespace Coxswain.Platform.Ui.Charts;

/// <summary>A stage of a funnel: how many reached it, null where nobody knows, and what is written beside the bar. Onward: the share that went on, in words with its interval and n; Weak marks the step that loses more than usual.</summary>
public sealed record FunnelStep(string Label, double? Count, string Text)
{
    public string? Onward { get; init; }
    public bool Weak { get; init; }
}
