namespace Coxswain.Platform.Ui;

public sealed record TabLink(string Label, string Href, bool Current = false, long? Count = null);
