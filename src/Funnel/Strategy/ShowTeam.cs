using System.Text.Json.Serialization;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Rules;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Strategy;

/// <summary>Who works on a deal and does what, who of them has read what is to be won, and the help that was asked for.</summary>
internal static class ShowTeam
{
    private const int Most = 100, MostRequests = 30;

    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary><c>formation</c> opens the form of how we go into it.</summary>
        public string? Edit { get; init; }
    }

    public static async Task<Outcome<DealTeamView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (people, me, now) = (db.PersonRows(), db.Viewer.PersonId, clock.GetUtcNow().UtcDateTime);
        var standing = Standing.Of(await db.TenantAsync(ct), now);
        var rules = await RuleSet.ReadAsync(db, ct);
        if (await KnownDeals.NowAsync(db, [input.Id], standing.Day, rules.NeedsOf(WorkRules.TeamShort), ct) is not [var of]) return Outcome.Missing;
        var deal = of.Deal;
        var members = await db.Rows<Share>().Where(s => s.Kind == Kinds.Opportunity && s.RowId == deal.Id).OrderBy(s => s.Id).Take(Most).Select(s => new { s.PersonId, s.Function, Name = people.Where(p => p.Id == s.PersonId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        var read = await db.StrategyReads.Where(r => r.OpportunityId == deal.Id).Take(Most).Select(r => new { r.Id, r.PersonId, r.ObjectiveId, r.ReadOn }).ToListAsync(ct);
        var aim = await db.DealObjectives.AsNoTracking().Where(o => o.OpportunityId == deal.Id).OrderByDescending(o => o.SaidOn).ThenByDescending(o => o.Id).Select(o => new StrategyView(o.Id, o.What, o.Statement, o.Place, o.On, o.SaidOn)).FirstOrDefaultAsync(ct);
        var asked = await HelpView.ReadAsync(db, db.HelpRequests.Where(r => r.OpportunityId == deal.Id).OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).Take(MostRequests), ct);
        var formation = await db.DealFormations.AsNoTracking().Where(f => f.OpportunityId == deal.Id).Select(f => new FormationView { Version = f.Version, Forward = f.Forward, OurStrength = f.OurStrength, OurWeakness = f.OurWeakness, Opponent = f.Opponent, TheirStrength = f.TheirStrength, TheirWeakness = f.TheirWeakness, Counter = f.Counter, Condition = f.Condition, Climate = f.Climate, WellBeing = f.WellBeing, TeamSpirit = f.TeamSpirit, Collaboration = f.Collaboration, SaidOn = f.SaidOn }).SingleOrDefaultAsync(ct);
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var known = read.ToDictionary(r => r.PersonId);
        return new DealTeamView
        {
            DealId = deal.Id, Deal = deal, Strategy = aim, Formation = formation, IsFormation = mayEdit && input.Edit == "formation", Requests = asked, Me = me, Now = now, Today = standing.Today, Mind = RuleSet.Of(WorkRules.TeamShort, rules.Find(of.At(standing.Day))), MayShare = mayEdit,
            Members = [Of(deal.OwnerId, deal.OwnerName, null, true), .. members.Where(m => m.PersonId != deal.OwnerId).OrderBy(m => m.Name, StringComparer.CurrentCulture).Select(m => Of(m.PersonId, m.Name, m.Function, false))],
        };

        TeamMember Of(Guid id, string? name, string? part, bool owns) => new(id, name, part, owns, known.GetValueOrDefault(id)?.ReadOn, aim is not null && known.GetValueOrDefault(id)?.ObjectiveId == aim.Id) { ReadId = known.GetValueOrDefault(id)?.Id };
    }

    public sealed record OfDeal { public Guid Id { get; init; } }

    /// <summary>The same with a posted form of it open.</summary>
    public static Task<Outcome<DealTeamView>> AgainFormation(OfDeal input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new() { Id = input.Id, Edit = "formation" }, db, clock, ct);
}

/// <summary>Who works on a deal.</summary>
public sealed record DealTeamView
{
    public required Guid DealId { get; init; }

    /// <summary>What is to be won; null while nobody said it.</summary>
    public required StrategyView? Strategy { get; init; }

    /// <summary>How the team goes into it; null while nobody said it.</summary>
    public FormationView? Formation { get; init; }

    /// <summary>Its owner first.</summary>
    public required IReadOnlyList<TeamMember> Members { get; init; }

    /// <summary>Help that was asked for, as far as the viewer sees it; the latest first.</summary>
    public required IReadOnlyList<HelpView> Requests { get; init; }

    /// <summary>What a rule would have the team mind before it goes forward; null where it finds nothing.</summary>
    public string? Mind { get; init; }

    [JsonIgnore]
    public OpportunityView Deal { get; init; } = null!;

    [JsonIgnore]
    public Guid Me { get; init; }

    [JsonIgnore]
    public DateTime Now { get; init; }

    [JsonIgnore]
    public DateOnly Today { get; init; }

    [JsonIgnore]
    public bool IsFormation { get; init; }

    [JsonIgnore]
    public bool MayShare { get; init; }

    internal string Url => $"/opportunities/{DealId}/team";

    internal TeamMember? Mine => Members.FirstOrDefault(m => m.PersonId == Me);
}

/// <summary>What is to be won, as the plan of the deal says it.</summary>
public sealed record StrategyView(Guid Id, string What, string? Statement, string? Place, DateOnly On, DateOnly SaidOn);

/// <summary>Somebody who works on a deal.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Part">What they do in it; null is not said.</param>
/// <param name="Owns">It is theirs.</param>
/// <param name="ReadOn">When they read what is to be won; null where they did not.</param>
/// <param name="IsCurrent">They read it as it stands.</param>
public sealed record TeamMember(Guid PersonId, string? Name, string? Part, bool Owns, DateOnly? ReadOn, bool IsCurrent)
{
    internal Guid? ReadId { get; init; }
}
