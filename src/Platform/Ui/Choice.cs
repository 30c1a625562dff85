namespace Coxswain.Platform.Ui;

/// <summary>One of the answers a field offers.</summary>
public sealed record Choice(string Value, string Label, string? Note = null, bool Disabled = false)
{
    public Choice(string both) : this(both, both) { }
}
