using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Funnel;

/// <summary>The object kinds that access rules, events and search speak of.</summary>
public static class Kinds
{
    public const string Opportunity = "opportunity", Stage = "stage", Product = "product";
}

/// <summary>The module's doors to the database: already limited to what the viewer may see.</summary>
internal static class FunnelDb
{
    extension(AppDb db)
    {
        internal IQueryable<Opportunity> Opportunities => db.Rows<Opportunity>().Reached(db, Kinds.Opportunity);
        internal IQueryable<Stage> Stages => db.Rows<Stage>();
        internal IQueryable<Product> Products => db.Rows<Product>();
        internal IQueryable<OpportunityLine> OpportunityLines => db.Rows<OpportunityLine>();
        internal IQueryable<OpportunityState> OpportunityStates => db.Rows<OpportunityState>();

        /// <summary>The intervals of the opportunities the viewer may see, as we believe them now.</summary>
        internal IQueryable<OpportunityState> BelievedStates
        {
            get
            {
                var believed = db.OpportunityStates.Where(s => s.SupersededAt == null);
                if (db.Reaches.For(Kinds.Opportunity, AccessLevel.Read).Everyone)
                {
                    // Nearly all are to be seen: looking each of them up took longer than finding them.
                    var removed = db.RowsWithRemoved<Opportunity>().Where(o => o.RemovedAt != null).Select(o => o.Id);
                    return believed.Where(s => !removed.Contains(s.OpportunityId));
                }
                var visible = db.Opportunities;
                return believed.Where(s => visible.Any(o => o.Id == s.OpportunityId));
            }
        }

        /// <summary>Those that were true at an instant.</summary>
        internal IQueryable<OpportunityState> StatesAt(DateTime at) => db.BelievedStates.Where(s => s.From <= at && (s.To == null || s.To > at));
    }
}
