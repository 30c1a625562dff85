using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Agreements;

/// <summary>How much an agreement asks of a customer, from the smallest on.</summary>
public enum LadderRung { Answer, Time, People, Terms, Signature }

/// <summary>Something a customer agreed to on the way to a decision, smaller or larger, and whether they kept it.</summary>
[Tracked(Kinds.DealAgreement)]
internal sealed class DealAgreement : Entity, IOnTimeline, IRemovable
{
    public required Guid OpportunityId { get; init; }

    /// <summary>What they agreed to do.</summary>
    [Personal]
    public required string Text { get; set; }
    public required LadderRung Rung { get; set; }
    public required DateOnly SaidOn { get; set; }

    /// <summary>By when they do it; null where nothing was said.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The contact who agreed; null is whoever buys, and so it is after they were erased.</summary>
    public Guid? ById { get; set; }

    /// <summary>How it was asked for: the key of a way; null is unknown.</summary>
    public string? Way { get; set; }

    /// <summary>Whether they did it; null is still open.</summary>
    public bool? Kept { get; set; }

    /// <summary>The day that was seen.</summary>
    public DateOnly? KeptOn { get; set; }

    /// <summary>Who of us asked for it.</summary>
    public required Guid SaidById { get; init; }
    public DateTime? RemovedAt { get; set; }

    public Guid? TimelineId => OpportunityId;
}
