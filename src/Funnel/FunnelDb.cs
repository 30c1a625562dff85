using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Stages;
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
    }
}
