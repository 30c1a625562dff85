using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Rules;

/// <summary>Whom a rule tells.</summary>
public enum RuleTells { Owner, Leader, Person }

/// <summary>What an organisation says of rules: one of its own, or what is other in one that came with the product. What is null stands as it came.</summary>
[Tracked(Kinds.Rule)]
internal sealed class DealRule : Entity
{
    /// <summary>Which of those that came; null for one of its own.</summary>
    public string? Code { get; init; }

    /// <summary>When it holds, as conditions are written.</summary>
    public string? Where { get; set; }
    public Severity? Severity { get; set; }

    /// <summary>What it advises to do with a deal, of a rule of the organisation's own; null where it warns.</summary>
    public PursuitChoice? Advises { get; set; }

    /// <summary>What it says; <c>{name}</c> is who it holds of, or the deal.</summary>
    public string? Text { get; set; }
    public string? Why { get; set; }

    /// <summary>The best thing to do about it.</summary>
    public string? Advice { get; set; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; set; }

    /// <summary>Why it finds nothing any more; null while it is on.</summary>
    public string? OffBecause { get; set; }

    /// <summary>A task for the owner of the deal.</summary>
    public string? TaskTitle { get; set; }

    /// <summary>In so many days it is due.</summary>
    public int? TaskDays { get; set; }

    /// <summary>Whose the deal becomes.</summary>
    [PointsAt(Kind = "person")]
    public Guid? OwnerToId { get; set; }

    /// <summary>The field that is set, and to what.</summary>
    public string? SetField { get; set; }
    public string? SetTo { get; set; }
    public RuleTells? Tells { get; set; }
    [PointsAt(Kind = "person")]
    public Guid? TellsId { get; set; }

    /// <summary>The webhook that is called.</summary>
    [PointsAt(Kind = "webhook")]
    public Guid? WebhookId { get; set; }

    /// <summary>Deals that it held of before count as seen from then on, and it acts on what comes after; null while they are looked through.</summary>
    [Derived]
    public DateTime? ReadyAt { get; set; }

    public bool Acts => TaskTitle is not null || OwnerToId is not null || SetField is not null || Tells is not null || WebhookId is not null;

    /// <summary>How findings name it.</summary>
    public string Key => Code ?? $"own-{Id:N}";
}

/// <summary>That a rule which acts began to hold of a deal, or of somebody in it, and what it did.</summary>
internal sealed class RuleFiring : Entity
{
    public required Guid RuleId { get; init; }
    public required Guid OpportunityId { get; init; }

    /// <summary>Who of those who decide, by their place on the map; empty for the deal as a whole.</summary>
    [PointsAt(Kind = "map-person")]
    public required Guid OfId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Since when it holds no more.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>What it did, by name.</summary>
    public required RuleDid Did { get; init; }

    /// <summary>What could not be done, by name.</summary>
    public required RuleDid Failed { get; init; }

    /// <summary>Who was told; null where nobody was.</summary>
    [PointsAt(Kind = "person")]
    public Guid? ToldId { get; init; }

    /// <summary>When they said that they have read it.</summary>
    public DateTime? ReadAt { get; set; }
}

/// <summary>What a rule did, together.</summary>
[Flags]
public enum RuleDid
{
    Nothing = 0,

    /// <summary>It held already when the rule was switched on.</summary>
    Present = 1,

    /// <summary>It had acted on this deal within the day, so it waited.</summary>
    Rested = 2,
    Task = 4,
    Owner = 8,
    Field = 16,
    Told = 32,
    Webhook = 64,
}
