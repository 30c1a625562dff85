using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Keeps the intervals in step with every save of an opportunity, so that any funnel can be read as of any past day.</summary>
internal sealed class OpportunityStates : IFollower
{
    private static readonly string[] Watched =
    [
        nameof(Opportunity.StageId), nameof(Opportunity.End), nameof(Opportunity.OwnerId), nameof(Opportunity.Amount),
        nameof(Opportunity.Currency), nameof(Opportunity.CloseOn), nameof(Opportunity.Category),
    ];

    public IEnumerable<Entity> Beside(Entity added, DateTime now)
    {
        if (added is not Opportunity opportunity) return [];
        var states = opportunity.KnownHistory ?? [OpportunityHistory.StateOf(opportunity, opportunity.StartOfDay(now), now)];
        opportunity.IsNow(states[^1]);
        return states;
    }

    public void Follow(AppDb db, EntityEntry<Entity> changed, DateTime now)
    {
        if (changed.Entity is not Opportunity opportunity || changed.State is not EntityState.Modified || opportunity.IsHistoryWritten) return;
        if (!changed.Properties.Any(p => p.IsModified && Watched.Contains(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue))) return;
        // Where the clock was set back, the state before has not begun yet: it is given no time at all, rather than less than none.
        var since = (DateTime)changed.Property(nameof(Opportunity.StateSince)).OriginalValue!;
        var from = since > now ? since : now;
        var next = OpportunityHistory.StateOf(opportunity, from, now);
        End(db, changed, since, from);
        opportunity.IsNow(next);
        db.Add(next);
    }

    // The open row is known by its key alone, so it is ended without being read.
    private static void End(AppDb db, EntityEntry<Entity> changed, DateTime since, DateTime to)
    {
        var stateId = (Guid)changed.Property(nameof(Opportunity.StateId)).OriginalValue!;
        var open = db.ChangeTracker.Entries<OpportunityState>().FirstOrDefault(s => s.Entity.Id == stateId)?.Entity
            ?? Attach(db, OpportunityHistory.Stub(stateId, since, (Opportunity)changed.Entity));
        open.To = to;
    }

    private static OpportunityState Attach(AppDb db, OpportunityState stub)
    {
        db.Entry(stub).Property(s => s.TenantId).CurrentValue = db.Viewer.TenantId;
        db.Attach(stub);
        return stub;
    }
}
