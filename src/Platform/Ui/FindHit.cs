namespace Coxswain.Platform.Ui;

/// <summary>Something found, or something that can be done. Hits of one group follow each other.</summary>
public sealed record FindHit(string Group, string Title, string Href, string? Note = null, string Icon = "chevron-right");
