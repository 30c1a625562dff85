using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Calls;

/// <summary>Whose number of which period is looked at, and who belongs to it.</summary>
/// <param name="Tenant">The organisation.</param>
/// <param name="Standing">The day pages stand on.</param>
/// <param name="Period">The period.</param>
/// <param name="People">Who leads whom, in the teams of that period.</param>
/// <param name="PersonId">Whose number.</param>
internal sealed record ForecastDesk(Tenant Tenant, Standing Standing, Period Period, Hierarchy People, Guid PersonId)
{
    public Periods Calendar => Periods.Of(Tenant);

    public string PeriodName => Calendar.Name(Period);

    public bool IsClosed => Period.To < Standing.Day;

    public string Name => People.Names[PersonId];

    /// <summary>Nothing where there is no such person, or the viewer does not see figures about them: the two answer alike.</summary>
    /// <param name="id">Whose; null is the viewer's.</param>
    /// <param name="key">Which period; null is the quarter that pages stand in.</param>
    /// <param name="db">The database.</param>
    /// <param name="clock">Says the day.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<(ForecastDesk?, Refusal?)> OpenAsync(Guid? id, string? key, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var standing = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime);
        var person = id ?? db.Viewer.PersonId;
        if (!Reach(db, AccessLevel.Read).IncludesAllOf(person)) return (null, Outcome.Missing);
        if (CallPeriod.Read(Periods.Of(tenant), key, standing.Day) is not { } period) return (null, Outcome.Invalid("Period", T("Choose a period, written like {0}.", "2026-Q3")));
        var people = await Hierarchy.ReadAsync(db, period.To < standing.Day ? period.To : null, ct);
        if (people.Find(person) is null) return (null, Outcome.Missing);
        if (!people.Names.IsNamed(person)) return (null, Outcome.Refused(T("Names are shown once the team was told what is computed about them and who sees it.")));
        return (new ForecastDesk(tenant, standing, period, people, person), null);
    }

    /// <summary>May the viewer give a figure of their own on this person?</summary>
    public bool MayCall(AppDb db) => Reach(db, AccessLevel.Edit).IncludesAllOf(PersonId);

    /// <summary>Nobody sets their own target but who arranges how selling is done.</summary>
    public bool MayAim(AppDb db) => db.Viewer.May(Permission.ManageProcess) || PersonId != db.Viewer.PersonId && MayCall(db);

    /// <summary>A team nobody leads is nobody's own: whoever it answers to sets its target, too.</summary>
    public bool MayAimAt(AppDb db, Guid team) => MayAim(db) || MayCall(db) && People.UnledOf(PersonId).Any(t => t.Id == team);

    /// <summary>The teams the viewer may set a target of here.</summary>
    public IReadOnlyList<TeamRow> Aimed(AppDb db) => [.. (MayAim(db) ? People.TeamsOf(PersonId) : []), .. (MayAim(db) || MayCall(db) ? People.UnledOf(PersonId) : [])];

    /// <summary>Those of a line whose figures the viewer sees.</summary>
    public IReadOnlySet<Guid> Seen(AppDb db, Guid personId)
    {
        var (line, reach) = (People.LineOf(personId), Reach(db, AccessLevel.Read));
        return reach.Everyone ? line : line.Where(reach.IncludesAllOf).ToHashSet();
    }

    public static Reach Reach(AppDb db, AccessLevel level) => db.Reaches.For(Kinds.ForecastCall, level);

    public string Url(string path = "") => $"/forecast/{PersonId}{path}?period={Calendar.Key(Period)}";
}
