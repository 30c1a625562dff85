using System.Text.Json.Serialization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>What contracts pay in a year on a day, and what stayed of it within a year, of the contracts the viewer sees.</summary>
internal static class ShowContractFigures
{
    private const int Most = 20_000;

    public sealed record Input
    {
        /// <summary>The day; the one pages stand on where nothing is said.</summary>
        public DateOnly? On { get; init; }
    }

    public static async Task<Outcome<ContractFiguresView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var today = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Day;
        if (input.On > today || input.On is { Year: < 1971 }) return Outcome.Invalid("On", T("Choose a past day, written like 2026-03-31."));
        var day = input.On ?? today;
        var from = day.AddYears(-1);
        var rows = await db.Contracts.AsNoTracking().Where(c => c.StartsOn <= day && (c.EndsOn == null || c.EndsOn >= from || c.RenewsMonths != null && c.NoticeGivenOn == null)).OrderBy(c => c.Id).Take(Most + 1)
            .Select(c => new ContractAmount { AccountId = c.AccountId, StartsOn = c.StartsOn, EndsOn = c.EndsOn, RenewsItself = c.RenewsMonths != null, NoticeGivenOn = c.NoticeGivenOn, PerYear = c.PerYear, Currency = c.Currency }).Seen(db).ToListAsync(ct);
        var rates = await Rates.ReadAsync(db, tenant.Currency, rows.Select(r => r.Currency), ct);
        var running = rows.Take(Most).Where(r => r.RanOn(day)).ToList();
        return new ContractFiguresView
        {
            On = day, Today = today, Currency = tenant.Currency, Running = running.Count, IsCapped = rows.Count > Most, Retention = Retention.Of([.. rows.Take(Most)], day, rates), Unknown = running.Count(r => r.PerYear is null),
            Sums = [.. running.Where(r => r.PerYear is not null).GroupBy(r => r.Currency).OrderBy(g => g.Key == tenant.Currency ? "" : g.Key, StringComparer.Ordinal).Select(g => new ContractSum(g.Key, g.Sum(r => r.PerYear!.Value), g.Count()))],
            Total = FunnelTotal.Of([.. running.GroupBy(r => r.Currency).Select(g => new AmountSum(g.Key, null, g.Sum(r => r.PerYear ?? 0), g.Count(), g.Count(r => r.PerYear is not null)))], rates, day),
        };
    }
}

/// <summary>What contracts pay, and what stayed.</summary>
public sealed record ContractFiguresView
{
    public required DateOnly On { get; init; }

    /// <summary>How many run on that day.</summary>
    public required int Running { get; init; }

    /// <summary>Of how many of them the amount is unknown.</summary>
    public required int Unknown { get; init; }

    /// <summary>There are more contracts than were looked at.</summary>
    public required bool IsCapped { get; init; }

    /// <summary>The organisation's currency, which what stayed is worked out in.</summary>
    public required string Currency { get; init; }

    /// <summary>What they pay in a year, by currency.</summary>
    public required IReadOnlyList<ContractSum> Sums { get; init; }
    public required Retention Retention { get; init; }

    [JsonIgnore]
    public FunnelTotal Total { get; init; } = null!;

    [JsonIgnore]
    public DateOnly Today { get; init; }
}

/// <summary>What contracts of one currency pay in a year.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Minor">In its smallest units.</param>
/// <param name="Contracts">How many.</param>
public sealed record ContractSum(string Currency, [property: JsonIgnore] long Minor, int Contracts)
{
    public decimal PerYear => (decimal)Platform.Money.Minor.ToMajor(Minor, Currency);
}
