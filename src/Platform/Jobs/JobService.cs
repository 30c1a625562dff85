using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
namespace Coxswain.Platform.Jobs;

/// <summary>Does due work for as long as the process serves: jobs, some at once; events, one after the other; and, by the minute, what recurs.</summary>
internal sealed class JobService(JobRunner runner, Courier courier, MinuteClock minutes, Bell bell, Database database, TimeProvider clock, JobSettings settings, ILogger<JobService> log) : BackgroundService
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.ByItself) return;
        if (database.Engine is Engine.Sqlite) await UntilItWorks(() => BeginAsync(stoppingToken), stoppingToken);
        var loops = Enumerable.Range(0, settings.AtOnce).Select(_ => LoopAsync(ct => runner.DoNextAsync(null, ct), stoppingToken)).Append(LoopAsync(ct => courier.DeliverNextAsync(null, ct), stoppingToken));
        if (settings.KeepsTime) loops = loops.Append(KeepTimeAsync(minutes.AskAsync, MinuteClock.Tick, stoppingToken));
        await Task.WhenAll(loops);
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        await runner.BeginAsync(ct);
        await courier.BeginAsync(ct);
    }

    private async Task LoopAsync(Func<CancellationToken, Task<bool>> next, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var ring = bell.Next;
            var found = false;
            await UntilItWorks(async () => found = await next(stopping), stopping);
            if (!found) await Pause.UntilAsync(ring, settings.Look, clock, stopping);
        }
    }

    private async Task KeepTimeAsync(Func<CancellationToken, Task> ask, TimeSpan tick, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await UntilItWorks(() => ask(stopping), stopping);
            await Pause.UntilAsync(Never, tick, clock, stopping);
        }
    }

    // A database that goes away and comes back ends nothing here.
    private async Task UntilItWorks(Func<Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try { await work(); return; }
            catch (Exception) when (stopping.IsCancellationRequested) { return; }
            catch (Exception failure)
            {
                log.LogError("Work could not be looked for: {Fault}", SafeFault.Of(failure));
                await Pause.UntilAsync(Never, settings.Look, clock, stopping);
            }
        }
    }
}
