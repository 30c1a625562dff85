using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Platform.Webhooks;

/// <summary>An address of another program that is told when something happens. Made by an administrator, which is what lets anything leave this machine.</summary>
public sealed class Webhook : Entity
{
    public required string Name { get; set; }

    /// <summary>Where to; closed, since an address may hold a secret.</summary>
    public required string ClosedUrl { get; set; }

    /// <summary>The machine it is on, to be shown.</summary>
    public required string Host { get; set; }

    /// <summary>The host is on the internal network, and an administrator says it may be told.</summary>
    public bool IsInner { get; set; }

    /// <summary>What it is signed with; closed, and shown once.</summary>
    public required string ClosedSecret { get; set; }

    /// <summary>Kinds of events, comma separated: <c>opportunity.moved</c>, or <c>account.*</c> for all of accounts.</summary>
    public required string Kinds { get; set; }

    /// <summary>Whose eyes it sees with: what they may not see is not told.</summary>
    public required Guid OwnerId { get; init; }
    public required DateTime AddedAt { get; init; }

    /// <summary>Since when every try has failed.</summary>
    public DateTime? FailingSince { get; set; }
    public DateTime? LastDoneAt { get; set; }

    /// <summary>Since when nothing is sent any more.</summary>
    public DateTime? StoppedAt { get; set; }

    /// <summary>Why it was stopped.</summary>
    public StopCause? Stopped { get; set; }

    public bool IsOn => StoppedAt is null;

    public bool Wants(string kind) => WebhookKinds.Want(Kinds, kind);
}

/// <summary>Why a webhook is no longer sent.</summary>
public enum StopCause { ByHand, Failing, Gone, OwnerLeft }

/// <summary>How far one sending has come.</summary>
public enum SendingState { Waiting, Done, Failed, LeftOut }

/// <summary>One thing told, or to be told, to one address: the log of what left, which holds no record, only what became of it.</summary>
public sealed class WebhookSending : Entity
{
    public required Guid WebhookId { get; init; }

    /// <summary>What happened; <see cref="Guid.Empty"/> for a test.</summary>
    public required Guid EventId { get; init; }
    public required string EventKind { get; init; }
    public required string SubjectKind { get; init; }
    [Data.PointsAt(StaysBecause = "it says what was told of")]
    public required Guid SubjectId { get; init; }
    public required DateTime QueuedAt { get; init; }

    /// <summary>Somebody asked for it again.</summary>
    public bool IsReplay { get; init; }
    public SendingState State { get; set; }
    public DateTime NextTryAt { get; set; }
    public DateTime? LeaseUntil { get; set; }
    public int Attempts { get; set; }

    /// <summary>The status the other machine answered with.</summary>
    public int? Status { get; set; }

    /// <summary>Why the last try failed, by name, with what tells it apart.</summary>
    public Outside.OutsideFault? Fault { get; set; }
    public string? Detail { get; set; }
    public int? Milliseconds { get; set; }
    public DateTime? EndedAt { get; set; }
}

internal sealed class WebhookTable : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> row) => row.ToTable("Webhooks");
}

internal sealed class WebhookSendingTable : IEntityTypeConfiguration<WebhookSending>
{
    public void Configure(EntityTypeBuilder<WebhookSending> row)
    {
        row.ToTable("WebhookSendings");
        row.HasIndex(s => new { s.TenantId, s.State, s.NextTryAt });
        row.HasIndex(s => new { s.TenantId, s.WebhookId, s.QueuedAt });
        row.HasIndex(s => new { s.TenantId, s.EventId });
    }
}
