using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Outside;
namespace Coxswain.Customers.Consent;

/// <summary>How somebody told us.</summary>
public enum ConsentWay { Written, Spoken, Form, Paper, Import }

/// <summary>
/// Somebody said, on a day, that they may be written to or may not. Entries are only ever added: how it stands is worked out from all of
/// them. That of a lead goes on with the contact it becomes.
/// </summary>
[Tracked("consent")]
internal sealed class ConsentEntry : Entity
{
    public Guid? ContactId { get; set; }
    public Guid? LeadId { get; init; }
    public required Channel Channel { get; init; }
    public required Purpose Purpose { get; init; }

    /// <summary>Which newsletter, as the system it came from calls it; null for all of them.</summary>
    public string? Topic { get; init; }

    /// <summary>They may be written to; else it was withdrawn or refused.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>What it rests on; null where it was withdrawn.</summary>
    public LegalGround? Ground { get; init; }

    /// <summary>The day they said so.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When we learned it.</summary>
    public required DateTime RecordedAt { get; init; }
    public required ConsentWay Way { get; init; }

    /// <summary>What they were asked or said, word for word, or why we may.</summary>
    [Personal]
    public string? Evidence { get; init; }

    /// <summary>The file on their record that shows it.</summary>
    public Guid? AttachmentId { get; init; }

    /// <summary>Who wrote it down.</summary>
    public required Guid PersonId { get; init; }
}
