using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
namespace Coxswain.Platform.Jobs;

/// <summary>
/// Every change of a job after it was asked for. Each is one statement that names what it expects, so of two processes that want the same
/// job exactly one gets it, and one whose lease has passed can no longer write.
/// </summary>
internal sealed class JobTable(AppDb db, TimeProvider clock, JobSettings settings)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Takes the job that has waited longest, whoever's it is; null where nothing is due.</summary>
    /// <param name="owner">The process that takes it.</param>
    /// <param name="inHand">What it works on already. A clock that is set ahead ends every lease, and no job is to be done beside itself.</param>
    /// <param name="tenantId">Only of this organisation.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Job?> ClaimAsync(string owner, IReadOnlyCollection<Guid> inHand, int? tenantId, CancellationToken ct)
    {
        while (await NextAsync(inHand, tenantId, ct) is { } due)
        {
            var now = Now;
            var until = now + settings.Lease;
            var got = await SetAsync(Due(now, inHand).Where(j => j.TenantId == due.TenantId && j.Id == due.Id), s => s
                .SetProperty(j => j.State, JobState.Running).SetProperty(j => j.LeaseOwner, owner).SetProperty(j => j.LeaseUntil, until).SetProperty(j => j.Attempts, j => j.Attempts + 1), ct);
            // Taken is taken: it is handed over even where the process is told to end right now, so that it is put back rather than left to its lease.
            if (got) return await db.OfAllTenants<Job>().AsNoTracking().SingleAsync(j => j.TenantId == due.TenantId && j.Id == due.Id, CancellationToken.None);
        }
        return null;
    }

    /// <summary>Gives a sign of life and says how far it is.</summary>
    /// <returns>Whether it is still this process's job, and whether somebody wants it stopped.</returns>
    public async Task<(bool Ours, bool CancelAsked)> BeatAsync(Job job, string owner, JobAtWork.Reached reached, CancellationToken ct)
    {
        var until = Now + settings.Lease;
        var ours = await SetAsync(Held(job, owner), s => s.SetProperty(j => j.LeaseUntil, until).SetProperty(j => j.Done, reached.Done).SetProperty(j => j.Total, reached.Total).SetProperty(j => j.Word, reached.Word), ct);
        return (ours, ours && await db.OfAllTenants<Job>().AnyAsync(j => j.TenantId == job.TenantId && j.Id == job.Id && j.CancelAsked, ct));
    }

    public Task EndAsync(Job job, string owner, JobState end, JobAtWork.Reached reached, string? cause, CancellationToken ct)
    {
        var now = Now;
        return SetAsync(Held(job, owner), s => s.SetProperty(j => j.State, end).SetProperty(j => j.EndedAt, now).SetProperty(j => j.Cause, cause).SetProperty(j => j.Done, reached.Done).SetProperty(j => j.Total, reached.Total)
            .SetProperty(j => j.Word, (string?)null).SetProperty(j => j.LeaseOwner, (string?)null).SetProperty(j => j.LeaseUntil, (DateTime?)null), ct);
    }

    /// <summary>Lets it wait for another try.</summary>
    public Task PauseAsync(Job job, string owner, DateTime until, string cause, CancellationToken ct) =>
        SetAsync(Held(job, owner), s => s.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.NextTryAt, until).SetProperty(j => j.Cause, cause)
            .SetProperty(j => j.LeaseOwner, (string?)null).SetProperty(j => j.LeaseUntil, (DateTime?)null), ct);

    /// <summary>Puts it back as if it had not been begun: the process ends in good order.</summary>
    public Task ReleaseAsync(Job job, string owner, CancellationToken ct) =>
        SetAsync(Held(job, owner), s => s.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.Attempts, j => j.Attempts - 1)
            .SetProperty(j => j.LeaseOwner, (string?)null).SetProperty(j => j.LeaseUntil, (DateTime?)null), ct);

    /// <summary>Frees what a process that is gone had in hand. Only where no other process can be serving: on SQLite, at the start.</summary>
    public Task FreeAllAsync(CancellationToken ct)
    {
        var now = Now;
        return SetAsync(db.OfAllTenants<Job>().Where(j => j.State == JobState.Running), s => s.SetProperty(j => j.LeaseUntil, now), ct);
    }

    /// <summary>Asks for a job to be stopped. One that waits is stopped when it is taken up next, which is now.</summary>
    public Task<bool> CancelAsync(Guid id, CancellationToken ct)
    {
        var now = Now;
        return SetAsync(db.Rows<Job>().Where(j => j.Id == id && (j.State == JobState.Waiting || j.State == JobState.Running)), s => s.SetProperty(j => j.CancelAsked, true).SetProperty(j => j.NextTryAt, now), ct);
    }

    /// <summary>Tries a failed job again, with as many tries as a new one has.</summary>
    public Task<bool> RetryAsync(Guid id, CancellationToken ct)
    {
        var now = Now;
        return SetAsync(db.Rows<Job>().Where(j => j.Id == id && (j.State == JobState.Failed || (j.State == JobState.Waiting && j.Attempts > 0))), s => s.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.Attempts, 0)
            .SetProperty(j => j.CancelAsked, false).SetProperty(j => j.EndedAt, (DateTime?)null).SetProperty(j => j.NextTryAt, now), ct);
    }

    // Joined from the few organisations, so that each look walks an index that begins with the tenant.
    private Task<DueJob?> NextAsync(IReadOnlyCollection<Guid> inHand, int? tenantId, CancellationToken ct)
    {
        var now = Now;
        return (from tenant in db.Rows<Tenant>().Where(t => tenantId == null || t.Id == tenantId)
                from job in Due(now, inHand).Where(j => j.TenantId == tenant.Id)
                orderby job.NextTryAt, job.Id
                select new DueJob(job.TenantId, job.Id)).FirstOrDefaultAsync(ct);
    }

    // What was never tried waits for nothing, and nothing waits longer than the longest pause: a later time is of a clock that was ahead.
    private IQueryable<Job> Due(DateTime now, IReadOnlyCollection<Guid> inHand)
    {
        var tooLate = now + JobSettings.LongestPause;
        return db.OfAllTenants<Job>().Where(j => (j.State == JobState.Waiting && (j.Attempts == 0 || j.NextTryAt <= now || j.NextTryAt > tooLate)) || (j.State == JobState.Running && j.LeaseUntil <= now && !inHand.Contains(j.Id)));
    }

    private IQueryable<Job> Held(Job job, string owner) =>
        db.OfAllTenants<Job>().Where(j => j.TenantId == job.TenantId && j.Id == job.Id && j.State == JobState.Running && j.LeaseOwner == owner);

    private Task<bool> SetAsync(IQueryable<Job> rows, Action<UpdateSettersBuilder<Job>> set, CancellationToken ct) =>
        db.InOneTransactionAsync(async () => await rows.ExecuteUpdateAsync(set, ct) > 0, ct);

    private sealed record DueJob(int TenantId, Guid Id);
}
