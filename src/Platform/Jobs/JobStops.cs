using Coxswain.Platform.Data;
namespace Coxswain.Platform.Jobs;

/// <summary>Stops jobs, wherever they run.</summary>
public sealed class JobStops(JobRunner runner, Bell bell, TimeProvider clock, JobSettings settings)
{
    /// <summary>Asks a job of the viewer's organisation to stop at its next safe place.</summary>
    /// <returns>Whether there was something to stop.</returns>
    public async Task<bool> StopAsync(AppDb db, Guid job, CancellationToken ct)
    {
        if (!await new JobTable(db, clock, settings).CancelAsync(job, ct)) return false;
        runner.Stop(job);
        bell.Ring();
        return true;
    }
}
