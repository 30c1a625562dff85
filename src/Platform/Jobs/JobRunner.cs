using System.Collections.Concurrent;
using Coxswain.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
namespace Coxswain.Platform.Jobs;

/// <summary>Takes due jobs up and does them, in this process.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, JobSettings settings, ILogger<JobRunner> log) : IDisposable
{
    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<Guid, JobTry> _tries = new();
    private readonly SemaphoreSlim _claims = new(1);

    public void Dispose() => _claims.Dispose();

    /// <summary>Takes the job that is due longest and does it to its end.</summary>
    /// <param name="tenantId">Only of this organisation; null for all.</param>
    /// <param name="ct">The process ends: what is at work stops at its next safe place and waits for the next start.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DoNextAsync(int? tenantId, CancellationToken ct)
    {
        if (await ClaimAsync(tenantId, ct) is not { } claimed) return false;
        using var work = claimed.Value;
        try { await work.RunAsync(ct); }
        finally { _tries.TryRemove(claimed); }
        return true;
    }

    // One at a time: the next has to know what this one took.
    private async Task<KeyValuePair<Guid, JobTry>?> ClaimAsync(int? tenantId, CancellationToken ct)
    {
        await _claims.WaitAsync(ct);
        try
        {
            if (await InTable(table => table.ClaimAsync(_owner, [.. _tries.Keys], tenantId, ct)) is not { } job) return null;
            var work = new JobTry(job, _owner, scopes, clock, settings, log);
            _tries[job.Id] = work;
            return KeyValuePair.Create(job.Id, work);
        }
        finally { _claims.Release(); }
    }

    /// <summary>Stops a job at once where it runs in this process; elsewhere its next sign of life reads that it is to stop.</summary>
    internal void Stop(Guid job)
    {
        if (_tries.TryGetValue(job, out var work)) work.Cancel();
    }

    /// <summary>After a start: on SQLite nobody else can be serving, so what was running was cut off and is free.</summary>
    internal Task BeginAsync(CancellationToken ct) => InTable(async table =>
    {
        await table.FreeAllAsync(ct);
        return true;
    });

    private async Task<T> InTable<T>(Func<JobTable, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(new JobTable(scope.ServiceProvider.GetRequiredService<AppDb>(), clock, settings));
    }
}
