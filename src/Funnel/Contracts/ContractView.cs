using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Contracts;

/// <summary>A contract as lists, its page and the API show it. Amounts are in whole units of its currency; what nobody knows is null.</summary>
public sealed record ContractView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>Null where whoever looks does not see the account.</summary>
    public required string? AccountName { get; init; }
    public required Guid OwnerId { get; init; }
    public required string? OwnerName { get; init; }

    /// <summary>The won deal it came of.</summary>
    public Guid? DealId { get; init; }
    public string? DealName { get; init; }

    /// <summary>The contract whose next term it is.</summary>
    public Guid? FollowsId { get; init; }

    /// <summary>The contract that is its next term.</summary>
    public Guid? FollowedById { get; init; }
    public required DateOnly StartsOn { get; init; }

    /// <summary>The first day of the term that runs now.</summary>
    public required DateOnly TermFrom { get; init; }

    /// <summary>The last day of the term that runs now; null is without an end.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>For how many months it renews itself; null does not.</summary>
    public required int? RenewsMonths { get; init; }
    public required int? NoticeDays { get; init; }

    /// <summary>The last day on which notice ends it with the term that runs.</summary>
    public DateOnly? NoticeOn => ContractDays.NoticeOn(EndsOn, NoticeDays, NoticeGivenOn);
    public required DateOnly? NoticeGivenOn { get; init; }
    public decimal? Recurring => Whole(RecurringMinor);

    [JsonConverter(typeof(JsonStringEnumConverter<ContractEvery>))]
    public required ContractEvery Every { get; init; }
    public decimal? PerYear => Whole(PerYearMinor);
    public decimal? OneOff => Whole(OneOffMinor);
    public required string Currency { get; init; }

    /// <summary>On the day the page stands on.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<ContractState>))]
    public ContractState State => ContractDays.StateOn(Day, StartsOn, EndsOn, RenewsMonths is not null, NoticeDays, NoticeGivenOn);

    /// <summary>The deal in which the term after this one is agreed; null where none is, or it is not seen.</summary>
    public Guid? RenewalId { get; init; }

    /// <summary>How that deal ended.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<StageEnd>))]
    public StageEnd? RenewalEnd { get; init; }

    [JsonIgnore]
    public string? RenewalName { get; init; }

    [JsonIgnore]
    public DateOnly Day { get; init; }

    [JsonIgnore]
    public long? RecurringMinor { get; init; }

    [JsonIgnore]
    public long? OneOffMinor { get; init; }

    internal long? PerYearMinor => RecurringMinor * Contract.TimesAYear(Every);

    /// <summary>What is paid in the term that runs, without what is paid once; null where the amount is unknown or there is no end.</summary>
    internal long? PerTermMinor => RecurringMinor is { } minor && EndsOn is { } end ? (long)Math.Round(minor * ContractDays.Months(TermFrom, end) * Contract.TimesAYear(Every) / 12) : null;

    internal string Url => $"/contracts/{Id}";

    private decimal? Whole(long? minor) => minor is { } known ? (decimal)Platform.Money.Minor.ToMajor(known, Currency) : null;

    /// <summary>How a row is read, as it stands on a day.</summary>
    internal static Expression<Func<Contract, ContractView>> Reading(AppDb db, DateOnly day)
    {
        var (accounts, people, deals, contracts, renewals) = (db.AccountRows(), db.PersonRows(), db.Opportunities, db.Contracts, db.ContractRenewals);
        var agreed = renewals.Join(deals, r => r.OpportunityId, o => o.Id, (r, o) => new { r.ContractId, r.TermEndsOn, o.Id, o.Name, o.End });
        return db.Seen<Contract, ContractView>(c => new ContractView
        {
            Id = c.Id, Version = c.Version, Name = c.Name, AccountId = c.AccountId, OwnerId = c.OwnerId, DealId = c.DealId, FollowsId = c.FollowsId, StartsOn = c.StartsOn, TermFrom = c.TermFrom, EndsOn = c.EndsOn, RenewsMonths = c.RenewsMonths,
            NoticeDays = c.NoticeDays, NoticeGivenOn = c.NoticeGivenOn, RecurringMinor = c.Recurring, Every = c.Every, OneOffMinor = c.OneOff, Currency = c.Currency, Day = day,
            AccountName = accounts.Where(a => a.Id == c.AccountId).Select(a => a.Name).FirstOrDefault(),
            OwnerName = people.Where(p => p.Id == c.OwnerId).Select(p => p.Name).FirstOrDefault(),
            DealName = deals.Where(o => o.Id == c.DealId).Select(o => o.Name).FirstOrDefault(),
            FollowedById = contracts.Where(n => n.FollowsId == c.Id).Select(n => (Guid?)n.Id).FirstOrDefault(),
            RenewalId = agreed.Where(r => r.ContractId == c.Id && r.TermEndsOn == c.EndsOn).Select(r => (Guid?)r.Id).FirstOrDefault(),
            RenewalName = agreed.Where(r => r.ContractId == c.Id && r.TermEndsOn == c.EndsOn).Select(r => r.Name).FirstOrDefault(),
            RenewalEnd = agreed.Where(r => r.ContractId == c.Id && r.TermEndsOn == c.EndsOn).Select(r => (StageEnd?)r.End).FirstOrDefault(),
        });
    }
}
