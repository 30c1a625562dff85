using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Jobs;

/// <summary>One try of one job: as who asked, with a sign of life every few seconds, and with an end that is written down whatever happens.</summary>
internal sealed class JobTry(Job job, string owner, IServiceScopeFactory scopes, TimeProvider clock, JobSettings settings, ILogger log) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly JobAtWork _work = new(job);
    private volatile bool _cancelled;
    private volatile bool _lost;

    public void Cancel()
    {
        _cancelled = true;
        _stop.Cancel();
    }

    public void Dispose() => _stop.Dispose();

    public async Task RunAsync(CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, stopping);
        using var over = new CancellationTokenSource();
        var beating = BeatAsync(over.Token);
        var end = await TryAsync(either.Token, stopping);
        await over.CancelAsync();
        await beating;
        try { await WriteAsync(end); }
        // The database is away: the lease passes, and the job is taken up again when it is back.
        catch (Exception failure) { log.LogError("The end of job {Job} ({Kind}) could not be written: {Fault}", job.Id, job.Kind, SafeFault.Of(failure)); }
    }

    private async Task<End> TryAsync(CancellationToken ct, CancellationToken stopping)
    {
        try
        {
            if (job.CancelAsked) return new End(JobState.Cancelled, null);
            if (job.Attempts > settings.MostTries) return new End(JobState.Failed, T("The process ended {0} times while this was at work.", settings.MostTries));
            await using var scope = scopes.CreateAsyncScope();
            var viewer = await ViewerAsync();
            if (Localisation.Known(viewer.Culture) is { } culture) (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(viewer);
            var handler = HandlerIn(scope.ServiceProvider);
            if (!viewer.May(handler.Needs)) throw new JobRefusedException(T("{0} may no longer do this, so it was not begun.", viewer.Name));
            await handler.RunAsync(_work, ct);
            return new End(JobState.Done, null);
        }
        catch (JobRefusedException refused) { return new End(JobState.Failed, refused.Message); }
        catch (Exception) when (_lost || stopping.IsCancellationRequested) { return new End(JobState.Waiting, null); }
        catch (Exception) when (_cancelled) { return new End(JobState.Cancelled, null); }
        catch (Exception failure)
        {
            log.LogError("Job {Job} ({Kind}) failed, try {Try}: {Fault}", job.Id, job.Kind, job.Attempts, SafeFault.Of(failure));
            return new End(job.Attempts < settings.MostTries ? JobState.Waiting : JobState.Failed, Causes.Of(failure));
        }
    }

    private async Task<Viewer> ViewerAsync()
    {
        if (job.AskedById == Guid.Empty) return Viewer.System(job.TenantId);
        await using var scope = AsSystem();
        return await scope.ServiceProvider.GetRequiredService<IPeopleNow>().FindAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), job.AskedById, default)
            ?? throw new JobRefusedException(T("Whoever asked for this is no longer here, so it was not begun."));
    }

    private async Task WriteAsync(End end)
    {
        if (_lost) return;
        await using var scope = AsSystem();
        var table = new JobTable(scope.ServiceProvider.GetRequiredService<AppDb>(), clock, settings);
        if (end is { State: JobState.Waiting, Cause: null }) await table.ReleaseAsync(job, owner, default);
        else if (end.State is JobState.Waiting) await table.PauseAsync(job, owner, clock.GetUtcNow().UtcDateTime + JobSettings.Pause(job.Attempts), end.Cause!, default);
        else
        {
            if (end.State is not JobState.Done && Find(scope.ServiceProvider) is { } handler) await handler.EndedAsync(job, end.State, end.Cause, default);
            await table.EndAsync(job, owner, end.State, _work.Now, end.Cause, default);
        }
    }

    private async Task BeatAsync(CancellationToken over)
    {
        using var timer = new PeriodicTimer(settings.Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over)) await SignAsync(over);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested) { }
    }

    private async Task SignAsync(CancellationToken over)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (ours, cancel) = await new JobTable(scope.ServiceProvider.GetRequiredService<AppDb>(), clock, settings).BeatAsync(job, owner, _work.Now, over);
            if (!ours) _lost = true;
            if (cancel) _cancelled = true;
            if (!ours || cancel) await _stop.CancelAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException) { log.LogWarning("Job {Job} ({Kind}) could not give a sign of life: {Fault}", job.Id, job.Kind, SafeFault.Of(failure)); }
    }

    private AsyncServiceScope AsSystem()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(job.TenantId));
        return scope;
    }

    private IJobHandler HandlerIn(IServiceProvider services) => Find(services) ?? throw new JobRefusedException(T("This version does not know how to do “{0}”.", job.Kind));

    private IJobHandler? Find(IServiceProvider services) => services.GetServices<IJobHandler>().FirstOrDefault(h => h.Kind == job.Kind);

    /// <summary>How a try ended; waiting without a cause is put back as if it had not been begun.</summary>
    private sealed record End(JobState State, string? Cause);
}
