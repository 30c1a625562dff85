using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.Customers;
using Coxswain.Customers.Accounts;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Help;

/// <summary>A request for help. Of whom it was asked and who refused it is told to those who have a part in it and to their line.</summary>
public sealed record HelpView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<HelpKind>))]
    public required HelpKind Kind { get; init; }
    public required string What { get; init; }

    /// <summary>The deal; its name is null for who does not see it.</summary>
    public Guid? DealId { get; init; }
    public string? DealName { get; init; }
    public Guid? AccountId { get; init; }
    public string? AccountName { get; init; }

    /// <summary>How much the customer counts, where that is known.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Tier>))]
    public Tier? AccountTier { get; init; }
    public DateOnly? NeededOn { get; init; }

    /// <summary>Minutes to closing when it was asked.</summary>
    public int? Minutes { get; init; }

    /// <summary>Minutes on the road between whoever can help and the customer.</summary>
    public int? Away { get; init; }

    /// <summary>The same in rush hour.</summary>
    public int? AwayInRush { get; init; }

    /// <summary>Whether what was left when it was asked is enough for the road; null is unknown.</summary>
    public bool? IsInReach => Minutes is { } left && Away is { } road ? road <= left : null;

    /// <summary>And in rush hour.</summary>
    public bool? IsInReachInRush => Minutes is { } left && AwayInRush is { } road ? road <= left : null;
    public required Guid AskedById { get; init; }
    public string? AskedBy { get; init; }
    public Guid? ToPersonId { get; init; }
    public string? ToPerson { get; init; }
    public Guid? ToTeamId { get; init; }
    public string? ToTeam { get; init; }

    /// <summary>Anybody may step in.</summary>
    public required bool Anybody { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<HelpState>))]
    public required HelpState State { get; init; }
    public required DateTime AskedAt { get; init; }
    public string? RefusedBy { get; init; }
    public DateTime? RefusedAt { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<HelpRefusal>))]
    public HelpRefusal? Refusal { get; init; }
    public string? Because { get; init; }
    public Guid? HelperId { get; init; }
    public string? Helper { get; init; }

    /// <summary>When it had somebody.</summary>
    public DateTime? AllocatedAt { get; init; }

    /// <summary>Somebody else than the asked took it.</summary>
    public bool IsRescued { get; init; }
    public DateTime? ReleasedAt { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<HelpEffect>))]
    public HelpEffect? Effect { get; init; }
    public string? EffectSaid { get; init; }

    /// <summary>Minutes it took.</summary>
    public int? Spent { get; init; }

    /// <summary>In whole units.</summary>
    public decimal? Cost => CostMinor is { } minor ? (decimal)Minor.ToMajor(minor, Currency) : null;
    public required string Currency { get; init; }

    [JsonIgnore]
    public long? CostMinor { get; init; }

    [JsonIgnore]
    public Guid? RefusedById { get; init; }

    /// <summary>A team of the viewer's was asked.</summary>
    [JsonIgnore]
    public bool IsOfMyTeam { get; init; }

    /// <summary>From asking until somebody took it.</summary>
    internal TimeSpan? Took => AllocatedAt - AskedAt;

    internal string Url => $"/requests/{Id}";

    /// <summary>As the viewer may read it: whoever sees it only because anybody may step in does not read whom it was asked of, nor who refused.</summary>
    internal HelpView For(AppDb db)
    {
        var (me, reach) = (db.Viewer.PersonId, db.Reaches.For(Kinds.HelpRequest, AccessLevel.Read));
        var isNear = IsOfMyTeam || new[] { AskedById, ToPersonId, HelperId, RefusedById }.OfType<Guid>().Any(p => p == me || reach.IncludesAllOf(p));
        return isNear ? this : this with { ToPersonId = null, ToPerson = null, ToTeamId = null, ToTeam = null, RefusedById = null, RefusedBy = null, Because = null };
    }

    /// <summary>Whether the viewer was asked, where anybody was.</summary>
    internal bool IsAskedOf(Guid me) => ToPersonId == me || IsOfMyTeam;

    internal static async Task<IReadOnlyList<HelpView>> ReadAsync(AppDb db, IQueryable<HelpRequest> rows, CancellationToken ct) => [.. (await rows.AsNoTracking().Select(Reading(db)).ToListAsync(ct)).Select(v => v.For(db))];

    internal static async Task<HelpView?> OneAsync(AppDb db, Guid id, CancellationToken ct) => await ReadAsync(db, db.HelpRequests.Where(r => r.Id == id), ct) is [var one] ? one : null;

    internal static Expression<Func<HelpRequest, HelpView>> Reading(AppDb db)
    {
        var (people, teams, accounts, deals, mine) = (db.PersonRows(), db.TeamRows(), db.AccountRows(), db.Opportunities, HelpSight.TeamsOf(db));
        return r => new HelpView
        {
            Id = r.Id, Version = r.Version, Kind = r.Kind, What = r.What, DealId = r.OpportunityId, DealName = deals.Where(o => o.Id == r.OpportunityId).Select(o => o.Name).FirstOrDefault(),
            AccountId = r.AccountId, AccountName = accounts.Where(a => a.Id == r.AccountId).Select(a => a.Name).FirstOrDefault(), AccountTier = accounts.Where(a => a.Id == r.AccountId).Select(a => a.Tier).FirstOrDefault(), NeededOn = r.NeededOn, Minutes = r.Minutes, Away = r.Away, AwayInRush = r.AwayInRush,
            AskedById = r.OwnerId, AskedBy = people.Where(p => p.Id == r.OwnerId).Select(p => p.Name).FirstOrDefault(), ToPersonId = r.ToPersonId, ToPerson = people.Where(p => p.Id == r.ToPersonId).Select(p => p.Name).FirstOrDefault(),
            ToTeamId = r.ToTeamId, ToTeam = teams.Where(t => t.Id == r.ToTeamId).Select(t => t.Name).FirstOrDefault(), IsOfMyTeam = r.ToTeamId != null && mine.Contains(r.ToTeamId), Anybody = r.Anybody, State = r.State, AskedAt = r.AskedAt,
            RefusedById = r.RefusedById, RefusedBy = people.Where(p => p.Id == r.RefusedById).Select(p => p.Name).FirstOrDefault(), RefusedAt = r.RefusedAt, Refusal = r.Refusal, Because = r.Because,
            HelperId = r.HelperId, Helper = people.Where(p => p.Id == r.HelperId).Select(p => p.Name).FirstOrDefault(), AllocatedAt = r.AllocatedAt, IsRescued = r.IsRescued, ReleasedAt = r.ReleasedAt,
            Effect = r.Effect, EffectSaid = r.EffectSaid, Spent = r.Spent, CostMinor = r.Cost, Currency = r.Currency,
        };
    }
}
