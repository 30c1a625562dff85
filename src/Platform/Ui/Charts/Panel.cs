namespace Coxswain.Platform.Ui.Charts;

/// <summary>One of the small multiples: a title and its lines, the same in every panel and in the same order.</summary>
public sealed record Panel(string Title, IReadOnlyList<Line> Lines);
