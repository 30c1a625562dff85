using Microsoft.EntityFrameworkCore.ChangeTracking;
namespace Coxswain.Platform.Data;

/// <summary>Keeps rows of its own in step with rows of others, inside the same save: intervals, search words, totals.</summary>
public interface IFollower
{
    /// <summary>
    /// The rows that stand beside a new one, which may be completed here: it is not written before. Called for saves and for bulk writes alike, so it may not query.
    /// </summary>
    IEnumerable<Entity> Beside(Entity added, DateTime now);

    /// <summary>A tracked row is about to be saved with changes, or to be deleted.</summary>
    void Follow(AppDb db, EntityEntry<Entity> changed, DateTime now);

    /// <summary>A save that changed what has a history is committed, with all of its transaction: from now on others read it.</summary>
    void Committed(int tenantId) { }
}
