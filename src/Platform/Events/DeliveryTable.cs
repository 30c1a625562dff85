using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
namespace Coxswain.Platform.Events;

/// <summary>Every change of a delivery, each one statement that names what it expects, as in <see cref="JobTable"/>.</summary>
internal sealed class DeliveryTable(AppDb db, TimeProvider clock, JobSettings settings)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Takes the next one that is due and has nothing of the same record before it.</summary>
    public async Task<Delivery?> ClaimAsync(int? tenantId, CancellationToken ct)
    {
        while (await NextAsync(tenantId, ct) is { } due)
        {
            var (now, until) = (Now, Now + settings.Lease);
            if (await SetAsync(Due(now).Where(d => d.TenantId == due.TenantId && d.Id == due.Id), s => s.SetProperty(d => d.LeaseUntil, until).SetProperty(d => d.Attempts, d => d.Attempts + 1), ct))
                return await Only(due.TenantId, due.Id).AsNoTracking().SingleAsync(ct);
        }
        return null;
    }

    public Task DoneAsync(Delivery delivery, CancellationToken ct) => db.InOneTransactionAsync(() => Only(delivery.TenantId, delivery.Id).ExecuteDeleteAsync(ct), ct);

    public Task PauseAsync(Delivery delivery, DateTime until, string cause, CancellationToken ct) =>
        SetAsync(Only(delivery.TenantId, delivery.Id), s => s.SetProperty(d => d.NextTryAt, until).SetProperty(d => d.Cause, cause).SetProperty(d => d.LeaseUntil, (DateTime?)null), ct);

    public Task ParkAsync(Delivery delivery, string cause, CancellationToken ct)
    {
        var now = Now;
        return SetAsync(Only(delivery.TenantId, delivery.Id), s => s.SetProperty(d => d.ParkedAt, now).SetProperty(d => d.Cause, cause).SetProperty(d => d.LeaseUntil, (DateTime?)null), ct);
    }

    /// <summary>Tries a parked one again.</summary>
    public Task<bool> RetryAsync(Guid id, CancellationToken ct)
    {
        var now = Now;
        return SetAsync(db.Rows<Delivery>().Where(d => d.Id == id && d.ParkedAt != null), s => s.SetProperty(d => d.ParkedAt, (DateTime?)null).SetProperty(d => d.Attempts, 0).SetProperty(d => d.NextTryAt, now), ct);
    }

    /// <summary>Gives a parked one up, so that what follows on the same record comes through.</summary>
    public Task<bool> LeaveOutAsync(Guid id, CancellationToken ct) =>
        db.InOneTransactionAsync(async () => await db.Rows<Delivery>().Where(d => d.Id == id && d.ParkedAt != null).ExecuteDeleteAsync(ct) > 0, ct);

    public Task FreeAllAsync(CancellationToken ct) => SetAsync(db.OfAllTenants<Delivery>().Where(d => d.LeaseUntil != null), s => s.SetProperty(d => d.LeaseUntil, (DateTime?)null), ct);

    private Task<DueDelivery?> NextAsync(int? tenantId, CancellationToken ct)
    {
        var now = Now;
        return (from tenant in db.Rows<Tenant>().Where(t => tenantId == null || t.Id == tenantId)
                from due in Due(now).Where(d => d.TenantId == tenant.Id)
                where !db.OfAllTenants<Delivery>().Any(e => e.TenantId == due.TenantId && e.Reaction == due.Reaction && e.SubjectId == due.SubjectId
                    && (e.SubjectVersion < due.SubjectVersion || (e.SubjectVersion == due.SubjectVersion && e.Place < due.Place)))
                orderby due.NextTryAt, due.SubjectVersion, due.Place, due.Id
                select new DueDelivery(due.TenantId, due.Id)).FirstOrDefaultAsync(ct);
    }

    // As with jobs: a time further off than the longest pause is of a clock that was ahead.
    private IQueryable<Delivery> Due(DateTime now)
    {
        var tooLate = now + JobSettings.LongestPause;
        return db.OfAllTenants<Delivery>().Where(d => d.ParkedAt == null && (d.Attempts == 0 || d.NextTryAt <= now || d.NextTryAt > tooLate) && (d.LeaseUntil == null || d.LeaseUntil <= now));
    }

    private IQueryable<Delivery> Only(int tenantId, Guid id) => db.OfAllTenants<Delivery>().Where(d => d.TenantId == tenantId && d.Id == id);

    private Task<bool> SetAsync(IQueryable<Delivery> rows, Action<UpdateSettersBuilder<Delivery>> set, CancellationToken ct) =>
        db.InOneTransactionAsync(async () => await rows.ExecuteUpdateAsync(set, ct) > 0, ct);

    private sealed record DueDelivery(int TenantId, Guid Id);
}
