using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Mirroring;
namespace Coxswain.Customers.Leads;

/// <summary>How a lead stands.</summary>
public enum LeadStatus { New, Working, Converted, Closed }

/// <summary>Why a lead comes to nothing.</summary>
public enum LeadEnd { NoNeed, NoReply, NotOurs, Competitor, Twice, Wrong }

/// <summary>Somebody who may become a customer: a name, perhaps where they work and how to reach them. Becomes a contact, an account and a deal without anything typed again.</summary>
[Tracked("lead")]
internal sealed class Lead : Entity, IMirrored, IOwned, ISearchable, IMergeable, IBegan, IHasCustomFields
{
    [Personal]
    public required string Name { get; set; }
    public required Guid OwnerId { get; set; }

    /// <summary>Where they work, in their words; an account only once it is converted.</summary>
    public string? Company { get; set; }

    [Personal]
    public string? Title { get; set; }

    [Personal]
    public string? Email { get; set; }

    [Personal]
    public string? Phone { get; set; }

    [Derived]
    public string? PhoneE164 { get; set; }

    /// <summary>Where we have them from; goes on to the deal.</summary>
    public string? Source { get; set; }

    /// <summary>What they want.</summary>
    [Personal]
    public string? Need { get; set; }
    /// <summary>When they came to us.</summary>
    public required DateOnly CameOn { get; init; }
    public required LeadStatus Status { get; set; }

    /// <summary>Why it came to nothing; null while it has not.</summary>
    public LeadEnd? End { get; set; }

    /// <summary>What it became.</summary>
    public Guid? AccountId { get; set; }
    public Guid? ContactId { get; set; }

    /// <summary>The deal it became, of the module that has deals.</summary>
    public Guid? OpportunityId { get; set; }
    public DateTime? ConvertedAt { get; set; }

    /// <summary>Its key in the system it came from.</summary>
    public string? SourceId { get; set; }

    [Personal]
    public string? CustomFields { get; set; }
    public DateTime? RemovedAt { get; set; }
    public Guid? MergedIntoId { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }

    [Derived]
    public string FoldedCompany { get => Folding.Fold(Company); private set { } }

    [Derived]
    public string? FoldedEmail { get => Email is null ? null : Folding.Fold(Email); private set { } }

    public DateTime? BeganAt => CameOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public void Tell(News told) => Record(told);

    /// <summary>Tells that somebody is gone, not who.</summary>
    public void Erased() => Record(new Contacts.LeadErased());

    public SearchWords? Words => RemovedAt is not null ? null : new(Name, Company ?? "", $"{Email} {Phone} {CustomValues.Words(CustomFields)}", $"/leads/{Id}");
}
