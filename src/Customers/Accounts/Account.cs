using Coxswain.Customers.Duplicates.Matching;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Mirroring;
namespace Coxswain.Customers.Accounts;

/// <summary>How much attention an account gets; null is undecided.</summary>
public enum Tier { A, B, C }

/// <summary>How an account is worked on: by its owner, by a team across departments, or by one across countries. Null is standard.</summary>
public enum AccountClass { Strategic, Global }

/// <summary>An organisation we sell to, or might.</summary>
[Tracked("account")]
internal sealed class Account : Entity, IMirrored, IOwned, ISearchable, IMergeable, IHasCustomFields
{
    public required string Name { get; set; }
    public required Guid OwnerId { get; set; }
    public Guid? ParentId { get; set; }
    public string? Website { get; set; }
    public string? Phone { get; set; }

    /// <summary>Line of business, in the organisation's own words; the segment that figures are split by.</summary>
    public string? Industry { get; set; }
    public string? Country { get; set; }
    public string? City { get; set; }
    public Tier? Tier { get; set; }
    public AccountClass? Class { get; set; }
    public int? Employees { get; set; }

    /// <summary>Yearly revenue in minor units of <see cref="RevenueCurrency"/>; null is unknown.</summary>
    public long? Revenue { get; set; }
    public string? RevenueCurrency { get; set; }
    public int? FoundedYear { get; set; }
    public string? Description { get; set; }
    public string? SourceId { get; set; }
    public string? CustomFields { get; set; }
    public DateTime? RemovedAt { get; set; }
    public Guid? MergedIntoId { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }

    /// <summary>The host of its website, as accounts are compared by; null where that says nothing of whose it is.</summary>
    [Derived]
    public string? Site { get => MailAddress.SiteOf(Website); private set { } }

    [Derived]
    public string FoldedIndustry { get => Folding.Fold(Industry); private set { } }

    [Derived]
    public string FoldedPlace { get => Folding.Fold($"{City} {Country}"); private set { } }

    public IReadOnlyDictionary<string, decimal?> Numbers => new Dictionary<string, decimal?> { ["Employees"] = Employees, ["Revenue"] = Revenue is { } minor && RevenueCurrency is { } currency ? (decimal)Platform.Money.Minor.ToMajor(minor, currency) : null, ["FoundedYear"] = FoundedYear };

    /// <summary>Puts the revenue into another currency: the number that people read stays.</summary>
    public void Restate(string? currency)
    {
        if (RevenueCurrency is { } before && currency is not null) Revenue = Platform.Money.Minor.Restate(Revenue, before, currency);
        RevenueCurrency = currency;
    }

    public void Tell(News told) => Record(told);

    public SearchWords? Words => RemovedAt is not null ? null : new(Name, Industry ?? "", $"{Website} {City} {Country} {CustomValues.Words(CustomFields)}", $"/accounts/{Id}");
}
