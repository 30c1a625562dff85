using System.Text.Json.Serialization;
namespace Coxswain.Platform.Ui;

/// <summary>Something that happened. When is as a person says it ("Mon", "10 Jul"); At is the machine's form of it.</summary>
public sealed record TimelineItem(string When, string Title)
{
    public string? At { get; init; }
    public string? Note { get; init; }
    public string? Said { get; init; }
    public string? Icon { get; init; }
    public string? Href { get; init; }
    public string? Chip { get; init; }
    public Tone Tone { get; init; }

    /// <summary>More words that it is found by.</summary>
    [JsonIgnore]
    public string? Unshown { get; init; }
}
