using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Jobs;

/// <summary>Which job or delivery is meant.</summary>
public sealed record JobInput { public Guid Id { get; init; } }

/// <summary>It was told; the list shows what became of it.</summary>
public sealed record JobTold(Guid Id);

/// <summary>Tries a failed job again, or one that pauses at once.</summary>
internal static class RetryJob
{
    public static async Task<Outcome<JobTold>> Do(JobInput input, AppDb db, TimeProvider clock, JobSettings settings, Bell bell, CancellationToken ct)
    {
        if (!await db.Rows<Job>().AnyAsync(j => j.Id == input.Id, ct)) return Outcome.Missing;
        if (!await new JobTable(db, clock, settings).RetryAsync(input.Id, ct)) return Outcome.Refused(T("Only what failed can be tried again."));
        bell.Ring();
        return Outcome.Done(new JobTold(input.Id)).Saying(T("It is tried again."));
    }
}

/// <summary>Stops a job at its next safe place; what it has saved stays.</summary>
internal static class CancelJob
{
    public static async Task<Outcome<JobTold>> Do(JobInput input, AppDb db, JobStops stops, CancellationToken ct)
    {
        if (!await db.Rows<Job>().AnyAsync(j => j.Id == input.Id, ct)) return Outcome.Missing;
        if (!await stops.StopAsync(db, input.Id, ct)) return Outcome.Refused(T("It has ended already."));
        return Outcome.Done(new JobTold(input.Id)).Saying(T("It stops at the next safe place."));
    }
}

/// <summary>Delivers parked news again.</summary>
internal static class RetryDelivery
{
    public static async Task<Outcome<JobTold>> Do(JobInput input, AppDb db, TimeProvider clock, JobSettings settings, Bell bell, CancellationToken ct)
    {
        if (!await new DeliveryTable(db, clock, settings).RetryAsync(input.Id, ct)) return Outcome.Missing;
        bell.Ring();
        return Outcome.Done(new JobTold(input.Id)).Saying(T("It is tried again."));
    }
}

/// <summary>Gives parked news up, so that later news of the same record comes through.</summary>
internal static class LeaveOutDelivery
{
    public static async Task<Outcome<JobTold>> Do(JobInput input, AppDb db, TimeProvider clock, JobSettings settings, Bell bell, CancellationToken ct)
    {
        if (!await new DeliveryTable(db, clock, settings).LeaveOutAsync(input.Id, ct)) return Outcome.Missing;
        bell.Ring();
        return Outcome.Done(new JobTold(input.Id)).Saying(T("It is left out; what came after goes on."));
    }
}
