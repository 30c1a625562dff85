using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Accounts.Steps;

/// <summary>A step that every account of a class is worked by, whichever department does it.</summary>
[Tracked("account-step")]
internal sealed class AccountStep : Entity, IPlaced
{
    public required AccountClass Class { get; init; }
    public required string Name { get; set; }

    /// <summary>Who sees to it: service, contracts, the leader.</summary>
    public string? Function { get; set; }

    /// <summary>After so many months it is due again; null is once and for all.</summary>
    public int? RepeatMonths { get; set; }
    public required int Position { get; set; }
    public DateTime? RetiredAt { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }
}

/// <summary>That a step was done for an account, and when last.</summary>
[Tracked("account-step-done")]
internal sealed class StepDone : Entity, IOnTimeline, IBegan
{
    public required Guid AccountId { get; init; }
    public required Guid StepId { get; init; }

    /// <summary>Null where it was said and taken back.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>Who said so.</summary>
    public required Guid PersonId { get; set; }

    public DateTime? BeganAt => DoneOn?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public Guid? TimelineId => AccountId;
}
