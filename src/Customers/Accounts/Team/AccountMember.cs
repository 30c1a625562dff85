using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Customers.Accounts.Team;

/// <summary>One of us who works for an account beside its owner, and may change it too: with it goes a <see cref="Platform.Access.Share"/>.</summary>
[Tracked("account-member")]
internal sealed class AccountMember : Entity, IOnTimeline
{
    public required Guid AccountId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What they do for it: support, engineering, contracts.</summary>
    public string? Function { get; set; }

    public Guid? TimelineId => AccountId;
}
