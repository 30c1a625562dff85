using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Mirroring;
namespace Coxswain.Customers.Contacts;

/// <summary>A person at an account. What we keep is theirs: history holds it only under their own key.</summary>
[Tracked("contact"), Under(Kinds.Account, nameof(AccountId))]
internal sealed class Contact : Entity, IMirrored, IOwned, ISearchable, IMergeable, IOnTimeline, IHasCustomFields
{
    [Personal]
    public required string Name { get; set; }
    public required Guid OwnerId { get; set; }
    public Guid? AccountId { get; set; }

    /// <summary>What they do there, as on their card.</summary>
    [Personal]
    public string? Title { get; set; }

    [Personal]
    public string? Email { get; set; }

    [Personal]
    public string? Phone { get; set; }

    [Personal]
    public string? Mobile { get; set; }

    /// <summary>The numbers in their international form, where they are real ones; for dialling and for finding a caller.</summary>
    [Derived]
    public string? PhoneE164 { get; set; }

    [Derived]
    public string? MobileE164 { get; set; }
    public string? SourceId { get; set; }

    [Personal]
    public string? CustomFields { get; set; }
    public DateTime? RemovedAt { get; set; }
    public Guid? MergedIntoId { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }

    [Derived]
    public string? FoldedEmail { get => Email is null ? null : Folding.Fold(Email); private set { } }

    // What a file says of one that was merged away is told of the one it went into, and its account reads of it once.
    public Guid? TimelineId => MergedIntoId is null ? AccountId : null;

    /// <summary>Tells the account's timeline that somebody is gone, not who.</summary>
    public void Erased() => Record(new ContactErased());

    public void Tell(News told) => Record(told);

    public SearchWords? Words => RemovedAt is not null ? null : new(Name, Title ?? "", $"{Email} {Phone} {Mobile} {CustomValues.Words(CustomFields)}", $"/contacts/{Id}");
}
