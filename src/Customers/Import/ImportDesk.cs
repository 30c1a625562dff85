using System.Collections.Concurrent;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>Runs imports beside the requests that start them, as the person who started them. What a restart interrupts goes on from its last batch when it is told to.</summary>
internal sealed class ImportDesk(IServiceScopeFactory scopes, ILogger<ImportDesk> log)
{
    private readonly ConcurrentDictionary<Guid, Work> _works = new();

    /// <summary>Whether the run is being worked on in this process.</summary>
    public bool IsBusyWith(Guid run) => _works.ContainsKey(run);

    public void Begin(Guid run, Viewer viewer)
    {
        var work = new Work(new CancellationTokenSource());
        if (_works.TryAdd(run, work)) work.Task = Task.Run(() => DoAsync(run, viewer, work.Stop.Token));
    }

    public void Stop(Guid run)
    {
        if (_works.TryGetValue(run, out var work)) work.Stop.Cancel();
    }

    /// <summary>Waits until the run stands still: for tests, and for who needs its end.</summary>
    public Task Ended(Guid run) => _works.TryGetValue(run, out var work) ? work.Task : Task.CompletedTask;

    private async Task DoAsync(Guid run, Viewer viewer, CancellationToken ct)
    {
        try { await InScope(viewer, async (runner, db) => await KeepDryRunAsync(db, await runner.ResumeAsync(run, null, ct))); }
        catch (OperationCanceledException) { await InScope(viewer, (_, db) => StandAsync(db, run, ImportState.Cancelled, null)); }
        catch (Exception failure)
        {
            log.LogError(failure, "Import {Run} stopped", run);
            await InScope(viewer, (_, db) => StandAsync(db, run, ImportState.Failed, T("It stopped: {0}. Everything before is saved; go on when the cause is gone.", failure.Message)));
        }
        finally { _works.TryRemove(run, out _); }
    }

    private async Task InScope(Viewer viewer, Func<ImportRunner, AppDb, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(viewer);
        await work(scope.ServiceProvider.GetRequiredService<ImportRunner>(), scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    private static async Task KeepDryRunAsync(AppDb db, ImportResult result)
    {
        if (!result.DryRun) return;
        var run = await db.Rows<ImportRun>().SingleAsync(r => r.Id == result.RunId);
        run.Result = Json.Write(result with { Plan = new ImportPlan() });
        await db.SaveChangesAsync();
    }

    private static async Task StandAsync(AppDb db, Guid id, ImportState state, string? problem)
    {
        var run = await db.Rows<ImportRun>().SingleAsync(r => r.Id == id);
        (run.State, run.Problem) = (Json.Read<ImportOptions>(run.Options).DryRun ? ImportState.Planned : state, problem);
        await db.SaveChangesAsync();
    }

    private sealed record Work(CancellationTokenSource Stop)
    {
        public Task Task { get; set; } = Task.CompletedTask;
    }
}
