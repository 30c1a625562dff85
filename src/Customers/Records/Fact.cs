using Coxswain.Platform.Ui;
namespace Coxswain.Customers.Records;

/// <summary>One thing known of a record: how it reads, and how it is typed.</summary>
/// <param name="Field">The name it is posted by.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Shown">As it reads; null is unknown.</param>
public sealed record Fact(string Field, string Label, string? Shown)
{
    public FieldKind Kind { get; init; }

    /// <summary>What the input holds; the shown text where it says nothing else.</summary>
    public string? Typed { get; init; }
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public bool Required { get; init; }

    /// <summary>Where it leads: a web address, mailto: or tel:.</summary>
    public string? Href { get; init; }
    public string? Hint { get; init; }

    /// <summary>It is computed from others, so nobody types it.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Why it cannot be changed here; null where it can.</summary>
    public string? Lock { get; init; }

    /// <summary>Stands in the head, so its row shows only while it is changed.</summary>
    public bool InHead { get; init; }
}
