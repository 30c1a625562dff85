namespace Coxswain.Platform.Events;

/// <summary>A list left as a file.</summary>
/// <param name="Name">Which list.</param>
public sealed record ListExported(string Name) : News("export.made");
