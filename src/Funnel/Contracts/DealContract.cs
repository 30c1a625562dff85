using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Contracts;

/// <summary>What came of a deal: its contracts, the one it renews, and the form for one with what the deal says.</summary>
internal static class ShowDealContract
{
    private const int Most = 20, MonthsAYear = 12;

    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<DealContractView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var renews = await MakeContract.RenewedByAsync(db, deal.Id, ct);
        var lines = await db.Contracts.AsNoTracking().Where(c => c.DealId == deal.Id || c.Id == renews).OrderBy(c => c.StartsOn).ThenBy(c => c.Id).Take(Most)
            .Select(c => new DealContractLine { Id = c.Id, Name = c.Name, StartsOn = c.StartsOn, TermFrom = c.TermFrom, EndsOn = c.EndsOn, RenewsMonths = c.RenewsMonths, NoticeDays = c.NoticeDays, Minor = c.Recurring, Every = c.Every, Currency = c.Currency, IsOfDeal = c.DealId == deal.Id }).Seen(db).ToListAsync(ct);
        var before = lines.FirstOrDefault(l => l.Id == renews);
        return new DealContractView
        {
            Deal = deal, Contracts = [.. lines.Where(l => l.IsOfDeal)], Renews = before, Locked = db.Reaches.Fields.Locked(Kinds.Contract).ToHashSet(),
            MayMake = deal.End is StageEnd.Won && deal.AccountId is not null && db.Viewer.May(Permission.EditFunnel), Starts = before is null ? Begun(deal) : Next(deal, before),
        };
    }

    // A year from the day it was won, in the deal's own words: whoever knows better says so before it is made.
    private static ContractFields Begun(OpportunityView deal)
    {
        var from = deal.ClosedOn;
        return new ContractFields { Name = deal.Name, StartsOn = from, EndsOn = from is { } day ? ContractDays.After(day.AddDays(-1), MonthsAYear) : null, Recurring = deal.Amount, Every = ContractEvery.Year, Currency = deal.Currency };
    }

    // As long as the term before, and paid as often.
    private static ContractFields Next(OpportunityView deal, DealContractLine before)
    {
        var ends = before.EndsOn ?? deal.ClosedOn;
        var months = before.EndsOn is { } end ? ContractDays.Months(before.TermFrom, end) : MonthsAYear;
        var each = deal.Minor is { } minor && deal.Currency == before.Currency ? (long?)Math.Round(minor * MonthsAYear / (months * Contract.TimesAYear(before.Every))) : null;
        return new ContractFields
        {
            Name = before.Name, StartsOn = ends?.AddDays(1), EndsOn = ends is { } day ? ContractDays.After(day, Math.Max(1, (int)Math.Round(months))) : null, RenewsMonths = before.RenewsMonths, NoticeDays = before.NoticeDays, Every = before.Every, Currency = deal.Currency,
            Recurring = each is { } known ? (decimal)Minor.ToMajor(known, deal.Currency) : null,
        };
    }
}

/// <summary>A deal with what came of it.</summary>
public sealed record DealContractView
{
    public required OpportunityView Deal { get; init; }

    /// <summary>Its contracts, the earliest first.</summary>
    public required IReadOnlyList<DealContractLine> Contracts { get; init; }

    /// <summary>The contract it is to renew, or renewed.</summary>
    public DealContractLine? Renews { get; init; }

    /// <summary>It was won, and whoever looks may make a contract of it.</summary>
    public required bool MayMake { get; init; }

    /// <summary>What the form starts with.</summary>
    public required ContractFields Starts { get; init; }
    public required IReadOnlySet<string> Locked { get; init; }
}

/// <summary>A contract beside a deal.</summary>
public sealed record DealContractLine
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly TermFrom { get; init; }
    public required DateOnly? EndsOn { get; init; }
    public required int? RenewsMonths { get; init; }
    public required int? NoticeDays { get; init; }
    public long? Minor { get; init; }
    public required ContractEvery Every { get; init; }
    public required string Currency { get; init; }
    public required bool IsOfDeal { get; init; }
}
