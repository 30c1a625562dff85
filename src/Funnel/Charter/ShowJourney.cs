using System.Text.Json.Serialization;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Charter;

/// <summary>The customer's way that sales and marketing agreed on, its editions with both signatures, and what is won of the revenue both work for.</summary>
internal static class ShowJourney
{
    private const int Most = 30, MostChoices = 200;

    public sealed record Input
    {
        /// <summary>Opens the form of the next edition, for a leader.</summary>
        public bool Write { get; init; }
    }

    public static async Task<Outcome<JourneyView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (people, me, tenant) = (db.PersonRows(), db.Viewer.PersonId, await db.TenantAsync(ct));
        var editions = await db.JourneyEditions.AsNoTracking().OrderByDescending(j => j.Number).Take(Most).Select(j => new JourneyEditionView
        {
            Id = j.Id, Number = j.Number, Steps = j.Steps, GoalMinor = j.Goal, Currency = j.Currency, GoalBy = j.GoalBy, SaidOn = j.SaidOn, Leader = people.Where(p => p.Id == j.LeaderId).Select(p => p.Name).FirstOrDefault(),
            SalesId = j.SalesId, Sales = people.Where(p => p.Id == j.SalesId).Select(p => p.Name).FirstOrDefault(), SalesSignedOn = j.SalesSignedOn, MarketingId = j.MarketingId, Marketing = people.Where(p => p.Id == j.MarketingId).Select(p => p.Name).FirstOrDefault(), MarketingSignedOn = j.MarketingSignedOn,
        }).ToListAsync(ct);
        var standing = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime);
        var force = editions.Find(e => e.IsSigned);
        var (from, to, currency) = (force?.SaidOn ?? DateOnly.MaxValue, force?.GoalBy ?? DateOnly.MinValue, force?.Currency);
        var won = await db.Opportunities.Where(o => o.End == StageEnd.Won && o.ClosedOn >= from && o.ClosedOn <= to && o.Currency == currency).SumAsync(o => o.Amount ?? 0, ct);
        return new JourneyView
        {
            Editions = editions, InForce = force?.Number, WonMinor = force is null ? null : won, Me = me, Today = standing.Today, Currency = tenant.Currency, MayWrite = db.Viewer.Role is Role.Leader, IsWriting = input.Write && db.Viewer.Role is Role.Leader,
            People = [.. (await people.Where(p => p.IsHere).OrderBy(p => p.FoldedName).ThenBy(p => p.Id).Take(MostChoices).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).Select(p => new Choice(p.Id.ToString(), p.Name))],
        };
    }

    /// <summary>The same with the form open.</summary>
    public static Task<Outcome<JourneyView>> Again(AppDb db, TimeProvider clock, CancellationToken ct) => Do(new() { Write = true }, db, clock, ct);
}

/// <summary>The customer's way, agreed.</summary>
public sealed record JourneyView
{
    /// <summary>The latest first.</summary>
    public required IReadOnlyList<JourneyEditionView> Editions { get; init; }

    /// <summary>The number of the latest that both signed; null while none is.</summary>
    public required int? InForce { get; init; }

    /// <summary>What is won of its goal since it was written, of deals the viewer sees, in whole units of its currency; null while none is in force.</summary>
    public decimal? Won => WonMinor is { } minor ? (decimal)Minor.ToMajor(minor, Editions.First(e => e.Number == InForce).Currency) : null;

    [JsonIgnore]
    public long? WonMinor { get; init; }

    [JsonIgnore]
    public Guid Me { get; init; }

    [JsonIgnore]
    public DateOnly Today { get; init; }

    [JsonIgnore]
    public string Currency { get; init; } = "";

    [JsonIgnore]
    public bool MayWrite { get; init; }

    [JsonIgnore]
    public bool IsWriting { get; init; }

    [JsonIgnore]
    public IReadOnlyList<Choice> People { get; init; } = [];
}

/// <summary>A version of it.</summary>
public sealed record JourneyEditionView
{
    public required Guid Id { get; init; }
    public required int Number { get; init; }

    /// <summary>What the customer does, one step a line.</summary>
    public required string Steps { get; init; }

    /// <summary>In whole units.</summary>
    public decimal Goal => (decimal)Minor.ToMajor(GoalMinor, Currency);
    public required string Currency { get; init; }
    public required DateOnly GoalBy { get; init; }
    public required DateOnly SaidOn { get; init; }
    public string? Leader { get; init; }
    public required Guid SalesId { get; init; }
    public string? Sales { get; init; }
    public DateOnly? SalesSignedOn { get; init; }
    public required Guid MarketingId { get; init; }
    public string? Marketing { get; init; }
    public DateOnly? MarketingSignedOn { get; init; }

    [JsonIgnore]
    public long GoalMinor { get; init; }

    internal bool IsSigned => SalesSignedOn is not null && MarketingSignedOn is not null;
}
