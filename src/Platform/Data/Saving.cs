using Coxswain.Platform.Access;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
namespace Coxswain.Platform.Data;

/// <summary>What goes with a save: tenant, version, history and followers. One place for saves and bulk writes.</summary>
internal sealed class Saving(AppDb db, IReadOnlyList<IFollower> followers, bool asItHappened = false)
{
    private readonly DateTime _now = db.Clock.GetUtcNow().UtcDateTime;
    private readonly History _history = new(db, asItHappened);

    public void Prepare()
    {
        foreach (var entry in db.ChangeTracker.Entries<Entity>().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)).ToList())
        {
            if (entry.State is EntityState.Added) Stamp(entry.Entity);
            if (entry.Entity.TenantId != db.Viewer.TenantId) throw new InvalidOperationException("A write crossed tenants.");
            if (entry.State is EntityState.Added) Add(entry.Entity);
            else Change(entry);
        }
        foreach (var entry in db.ChangeTracker.Entries<Entity>().Where(e => e.State is EntityState.Added)) Stamp(entry.Entity);
    }

    /// <summary>The rows and everything that stands beside them.</summary>
    public IReadOnlyList<Entity> Companions(IReadOnlyList<Entity> rows) => [.. Followed(rows), .. Told(rows)];

    /// <summary>The rows and what followers keep beside them, who may still complete a row.</summary>
    public IReadOnlyList<Entity> Followed(IReadOnlyList<Entity> rows)
    {
        foreach (var row in rows) Stamp(row);
        return [.. rows, .. rows.SelectMany(Kept)];
    }

    /// <summary>What is told of rows that are complete: only reads them, so that they may be written meanwhile.</summary>
    public IReadOnlyList<Entity> Told(IReadOnlyList<Entity> rows) => [.. rows.SelectMany(Told)];

    private void Stamp(Entity row)
    {
        if (row.TenantId == 0) row.TenantId = db.Viewer.TenantId;
        if (row is Job or Delivery) db.BringsWork();
        See(row);
    }

    // Only what somebody did has a history; sessions and logs are written on every request. Who may see what decides over sums.
    private void See(Entity row)
    {
        if (row.GetType().IsTracked() || row is AccessRow or Share) db.IsSeen();
    }

    private void Add(Entity row)
    {
        foreach (var beside in Told(row).Concat(Kept(row))) db.Add(beside);
    }

    private IEnumerable<Entity> Told(Entity row) => Stamped(db.Outbox.With(_history.OfNew(row, _now), db.Wants));

    private IEnumerable<Entity> Kept(Entity row) => Stamped(followers.SelectMany(f => f.Beside(row, _now)));

    private IEnumerable<Entity> Stamped(IEnumerable<Entity> rows)
    {
        foreach (var row in rows)
        {
            Stamp(row);
            yield return row;
        }
    }

    // What was saved between reading and this is found by the version itself, as the concurrency token.
    private void Expect(Entity row)
    {
        if (db.Expected is not { IsMet: false } expected || expected.Id != row.Id) return;
        if (row.Version != expected.Version) throw new Api.ExpectationFailedException();
        expected.IsMet = true;
    }

    private void Change(EntityEntry<Entity> entry)
    {
        Expect(entry.Entity);
        if (entry.State is EntityState.Modified) entry.Entity.Version++;
        See(entry.Entity);
        foreach (var happened in db.Outbox.With(_history.OfChange(entry, _now), db.Wants).ToList())
        {
            Stamp(happened);
            db.Add(happened);
        }
        foreach (var follower in followers) follower.Follow(db, entry, _now);
    }
}
