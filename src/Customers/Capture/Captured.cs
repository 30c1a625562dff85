using Coxswain.Platform.Data;
namespace Coxswain.Customers.Capture;

/// <summary>What was captured.</summary>
public enum CapturedKind { Meeting, Mail }

/// <summary>What became of it. Busy: private, kept as a time only. Coming: a meeting that has not begun. Erased: known, so that it does not come again.</summary>
public enum CapturedState { Busy, Coming, Waiting, Filed, Ignored, Cancelled, Erased }

/// <summary>Why it waits.</summary>
public enum WaitReason { Nobody, Several }

/// <summary>Who may read what was captured, beside its owner.</summary>
public enum Readers { Nobody, Team, Everyone }

/// <summary>
/// A mail or a meeting of one person. Its words stand here and nowhere else: the touch on a customer's timeline says only when, which way
/// and who, so nothing that reads touches can tell more. No history is kept of it and nothing finds it.
/// </summary>
internal sealed class Captured : Entity
{
    /// <summary>Where it came from; null once that is disconnected.</summary>
    public Guid? FeedId { get; set; }

    /// <summary>Whose it is.</summary>
    public required Guid PersonId { get; init; }
    public required CapturedKind Kind { get; init; }

    /// <summary>What it is known by in every mailbox or calendar, hashed, so that it tells nothing.</summary>
    public required string Key { get; init; }
    public required CapturedState State { get; set; }
    public required DateTime OccurredAt { get; set; }
    public int? Minutes { get; set; }

    /// <summary>They wrote or invited us.</summary>
    public bool? Inbound { get; set; }
    public string? Subject { get; set; }
    public string? Text { get; set; }

    /// <summary>Names and sizes of what was attached, as JSON.</summary>
    public string? Files { get; set; }
    public WaitReason? Why { get; set; }
    public Readers Readers { get; set; }

    /// <summary>Its owner said who may read this one, whatever the rule.</summary>
    public bool ReadersChosen { get; set; }

    public void Forget(CapturedState state)
    {
        (State, Subject, Text, Files, Why, Readers) = (state, null, null, null, null, Readers.Nobody);
    }
}

/// <summary>What somebody is in it.</summary>
public enum Part { From, To, Copy }

/// <summary>Somebody in a mail or a meeting.</summary>
internal sealed class CapturedAddress : Entity
{
    public required Guid CapturedId { get; init; }

    /// <summary>The address in small letters.</summary>
    public required string Address { get; init; }
    public string? Name { get; init; }
    public required Part Part { get; init; }

    /// <summary>Of nobody who works here, as far as was known.</summary>
    public required bool IsOutside { get; init; }

    /// <summary>The contact it was filed with.</summary>
    [PointsAt(Kind = Kinds.Contact)]
    public Guid? ContactId { get; set; }
}

/// <summary>A touch that something captured became: one for each customer in it, and the same for every colleague in it.</summary>
internal sealed class CapturedTouch : Entity
{
    public required Guid CapturedId { get; init; }
    public required Guid InteractionId { get; init; }
}

/// <summary>An address, or a domain written with an @ before it, that a person never wants filed.</summary>
internal sealed class IgnoredAddress : Entity
{
    public required Guid PersonId { get; init; }
    public required string Pattern { get; init; }
}

/// <summary>What a person lets others see of what is captured from them.</summary>
internal sealed class CaptureChoice : Entity
{
    public required Guid PersonId { get; init; }

    /// <summary>Who reads mails and meetings with contacts of accounts they own.</summary>
    public Readers Readers { get; set; }

    /// <summary>Others do not even see that there was one.</summary>
    public bool HidesTouches { get; set; }

    /// <summary>Further addresses of theirs, one a line.</summary>
    public string? OwnAddresses { get; set; }
}
