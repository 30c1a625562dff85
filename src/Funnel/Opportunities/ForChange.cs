using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>How acts open an opportunity: loaded for change, or why not.</summary>
internal static class ForChange
{
    public static async Task<(Opportunity? Row, Refusal? No)> OpportunityForChangeAsync(this AppDb db, Guid id, CancellationToken ct) =>
        Allowed(db, await db.Opportunities.SingleOrDefaultAsync(o => o.Id == id, ct));

    /// <summary>The same for one that may have been removed.</summary>
    public static async Task<(Opportunity? Row, Refusal? No)> RemovedOpportunityAsync(this AppDb db, Guid id, CancellationToken ct) =>
        Allowed(db, await db.RowsWithRemoved<Opportunity>().Reached(db, Kinds.Opportunity).SingleOrDefaultAsync(o => o.Id == id, ct));

    /// <summary>What was just changed; a new owner may be out of the viewer's reach, and it is told all the same.</summary>
    public static async Task<OpportunityView> OpportunityAsync(this AppDb db, Guid id, CancellationToken ct) => await db.Views(db.Rows<Opportunity>().AsNoTracking().Where(o => o.Id == id)).SingleAsync(ct);

    /// <summary>A form that says no version was drawn from what stands.</summary>
    public static int Drawn(this Opportunity opportunity, int version) => version == 0 ? opportunity.Version : version;

    private static (Opportunity?, Refusal?) Allowed(AppDb db, Opportunity? opportunity)
    {
        if (opportunity is null) return (null, Outcome.Missing);
        return db.MayEdit(Kinds.Opportunity, opportunity) ? (opportunity, null) : (opportunity, Outcome.Refused(T("{0} belongs to someone else. Ask its owner to change it.", opportunity.Name)));
    }
}
