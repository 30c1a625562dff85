using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
namespace Coxswain.Customers.Capture;

/// <summary>What is fetched from.</summary>
public enum FeedKind { CalendarAddress, CalendarServer, Mailbox, SharedMailbox }

/// <summary>A calendar or a mailbox that a person connected, and how fetching from it goes. How to get in is kept closed.</summary>
internal sealed class Feed : Entity
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    public required FeedKind Kind { get; init; }

    /// <summary>Whose it is; of a shared mailbox, who connected it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The machine, as people are shown it.</summary>
    public required string Host { get; set; }
    public int? Port { get; set; }

    /// <summary>How a mailbox is reached; says nothing for calendars.</summary>
    public MailSecurity Security { get; set; }
    public string? User { get; set; }

    /// <summary>Password or secret address, closed by <see cref="SecretKeeper"/>.</summary>
    public required string Closed { get; set; }

    /// <summary>What is written to a shared mailbox by.</summary>
    public string? Address { get; set; }

    /// <summary>Folders of a mailbox, one a line; its inbox and what was sent, where nobody says.</summary>
    public string? Folders { get; set; }
    public required DateTime MadeAt { get; init; }

    /// <summary>What the server called the state we know (ETag, sync token).</summary>
    public string? Mark { get; set; }

    /// <summary>When all of it was read last, whatever the mark says.</summary>
    public DateTime? WholeAt { get; set; }
    public DateTime? LastAt { get; set; }
    public DateTime? GoodAt { get; set; }

    /// <summary>When it is fetched next; null while it waits for a person.</summary>
    public DateTime? NextAt { get; set; }
    public OutsideFault? Fault { get; set; }
    public string? FaultDetail { get; set; }
    public int Failures { get; set; }

    public void WentWell(DateTime now)
    {
        (LastAt, GoodAt, NextAt, Fault, FaultDetail, Failures) = (now, now, now + Pause, null, null, 0);
    }

    /// <summary>A refused password is not tried again by itself: a few wrong ones lock an account at most providers.</summary>
    public void WentWrong(OutsideException why, DateTime now)
    {
        Failures++;
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, Pause.Ticks << Math.Min(Failures - 1, 5)));
        (LastAt, Fault, FaultDetail, NextAt) = (now, why.Fault, why.Detail, why.Fault is OutsideFault.Refused or OutsideFault.NotAnAddress or OutsideFault.Gone ? null : now + pause);
    }
}

/// <summary>How far a folder of a mailbox is read.</summary>
internal sealed class FeedFolder : Entity
{
    public required Guid FeedId { get; init; }
    public required string Name { get; init; }

    /// <summary>What the server counts from; another one means it counts anew.</summary>
    public required long Validity { get; set; }

    /// <summary>The last message that was looked at.</summary>
    public long LastUid { get; set; }
}
