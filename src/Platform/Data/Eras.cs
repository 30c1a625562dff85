using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.ChangeTracking;
namespace Coxswain.Platform.Data;

/// <summary>
/// Counts, for each organisation, the commits of this process that changed what people look at, so that what was worked out from the rows
/// can be kept until the next. Counted when a save is committed, not earlier: what is read before that is still the old.
/// </summary>
public sealed class Eras : IFollower
{
    private readonly ConcurrentDictionary<int, long> _eras = new();

    /// <summary>Ask before reading: what a commit changes between reading and keeping is out of date at once.</summary>
    public long Of(int tenantId) => _eras.GetValueOrDefault(tenantId);

    public IEnumerable<Entity> Beside(Entity added, DateTime now) => [];

    public void Follow(AppDb db, EntityEntry<Entity> changed, DateTime now) { }

    public void Committed(int tenantId) => _eras.AddOrUpdate(tenantId, 1, (_, era) => era + 1);
}
