using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Help;

/// <summary>Who sees a request: who asks, who is asked, who refused and who helps, and the line of each; and everybody while anybody may step in.</summary>
internal static class HelpSight
{
    /// <summary>Those of these the viewer sees.</summary>
    public static IQueryable<HelpRequest> Of(AppDb db, IQueryable<HelpRequest> rows)
    {
        var reach = db.Reaches.For(Kinds.HelpRequest, AccessLevel.Read);
        if (reach.Everyone) return rows;
        var (me, owners, teams) = (db.Viewer.PersonId, reach.Owners, TeamsOf(db));
        return rows.Where(r => r.OwnerId == me || r.ToPersonId == me || r.HelperId == me || r.RefusedById == me || r.ToTeamId != null && teams.Contains(r.ToTeamId)
            || owners.Contains(r.OwnerId) || r.ToPersonId != null && owners.Contains(r.ToPersonId.Value) || r.HelperId != null && owners.Contains(r.HelperId.Value)
            || r.Anybody && (r.State == HelpState.Refused || r.State == HelpState.Waiting && (r.Kind == HelpKind.Rescue || r.ToPersonId == null && r.ToTeamId == null)));
    }

    /// <summary>What the viewer is asked for, themselves or as one of a team.</summary>
    public static IQueryable<HelpRequest> AskedOfMe(AppDb db)
    {
        var (me, teams) = (db.Viewer.PersonId, TeamsOf(db));
        return db.Rows<HelpRequest>().Where(r => r.State == HelpState.Waiting && r.OwnerId != me && (r.ToPersonId == me || r.ToTeamId != null && teams.Contains(r.ToTeamId)));
    }

    /// <summary>The teams the viewer is in or leads.</summary>
    public static IQueryable<Guid?> TeamsOf(AppDb db)
    {
        var (me, people) = (db.Viewer.PersonId, db.PersonRows());
        return db.TeamRows().Where(t => t.ManagerId == me || people.Any(p => p.Id == me && p.TeamId == t.Id)).Select(t => (Guid?)t.Id);
    }
}
