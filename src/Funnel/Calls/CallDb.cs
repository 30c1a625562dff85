using Coxswain.Funnel.Targets;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Calls;

/// <summary>The doors to calls and targets.</summary>
internal static class CallDb
{
    extension(AppDb db)
    {
        /// <summary>
        /// The calls the viewer may read: their own; of a period that is over all of their line's; of one that is not, only on those on whom they have given a figure of their own,
        /// so that nobody's figure is drawn toward another's. Every page, answer and file reads through here.
        /// </summary>
        /// <param name="today">A period that ended before it is over.</param>
        internal IQueryable<ForecastCall> SeenCalls(DateOnly today) => db.CallsOpenTo(db.Rows<ForecastCall>().Reached(db, Kinds.ForecastCall), db.Viewer.PersonId, today);

        /// <summary>Of some calls those that are open to somebody.</summary>
        internal IQueryable<ForecastCall> CallsOpenTo(IQueryable<ForecastCall> calls, Guid reader, DateOnly today)
        {
            var all = db.Rows<ForecastCall>();
            return calls.Where(c => c.ById == reader || c.To < today || all.Any(own => own.ById == reader && own.OwnerId == c.OwnerId && own.From == c.From && own.To == c.To));
        }

        /// <summary>Targets of the people the viewer sees figures of, and of the teams those lead, with the teams without a leader right below.</summary>
        internal IQueryable<SalesTarget> SalesTargets
        {
            get
            {
                var reach = db.Reaches.For(Kinds.ForecastCall, AccessLevel.Read);
                if (reach.Everyone) return db.Rows<SalesTarget>();
                var (owners, teams) = (reach.Owners, db.TeamRows());
                return db.Rows<SalesTarget>().Where(t => t.PersonId != null && owners.Contains(t.PersonId.Value) || t.TeamId != null && teams.Any(x => x.Id == t.TeamId && (x.ManagerId != null && owners.Contains(x.ManagerId.Value) || x.ManagerId == null && teams.Any(p => p.Id == x.ParentId && p.ManagerId != null && owners.Contains(p.ManagerId.Value)))));
            }
        }
    }
}
