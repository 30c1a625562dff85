using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
namespace Coxswain.Platform.Looks;

/// <summary>
/// Takes down who looked at figures about whom. Noting costs the request a line in memory; the rows are written some seconds later, folded.
/// What cannot be written stays and is tried again.
/// </summary>
public sealed partial class LookLog(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LookLog> log) : IDisposable
{
    // No time zone is off by less, so looks of one quarter of an hour are of one day everywhere.
    private static readonly long Slot = TimeSpan.FromMinutes(15).Ticks;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private Dictionary<Sight, Times> _seen = [];

    /// <summary>The viewer saw figures about these people. Looking at oneself is nobody's business.</summary>
    public void Note(Viewer viewer, string what, IEnumerable<Guid> people)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        lock (_lock)
            foreach (var person in people)
                if (person != viewer.PersonId) Add(new Sight(viewer.TenantId, viewer.PersonId, person, what, now.Ticks / Slot), new Times(1, now, now));
    }

    /// <summary>Writes what was noted so far.</summary>
    /// <returns>Whether nothing is left over.</returns>
    public async Task<bool> FlushAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            var written = true;
            foreach (var tenant in Take().GroupBy(s => s.Key.TenantId))
                foreach (var some in tenant.Chunk(LookWriter.AtOnce)) written &= await WriteAsync(tenant.Key, some, ct);
            return written;
        }
        finally { _writing.Release(); }
    }

    public void Dispose() => _writing.Dispose();

    private async Task<bool> WriteAsync(int tenantId, KeyValuePair<Sight, Times>[] some, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(tenantId));
            await LookWriter.WriteAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), some, ct);
            return true;
        }
        catch (Exception e)
        {
            lock (_lock)
                foreach (var (sight, times) in some) Add(sight, times);
            if (e is not OperationCanceledException) NotWritten(some.Length, SafeFault.Of(e));
            return false;
        }
    }

    private Dictionary<Sight, Times> Take()
    {
        lock (_lock)
        {
            var taken = _seen;
            _seen = [];
            return taken;
        }
    }

    private void Add(Sight sight, Times times) => _seen[sight] = _seen.TryGetValue(sight, out var before) ? before.And(times) : times;

    [LoggerMessage(LogLevel.Warning, "{Count} lines of the access log could not be written; they are kept and tried again: {Fault}")]
    private partial void NotWritten(int count, string fault);
}

internal readonly record struct Sight(int TenantId, Guid ViewerId, Guid SubjectId, string What, long Slot);

internal readonly record struct Times(int Count, DateTime First, DateTime Last)
{
    public Times And(Times other) => new(Count + other.Count, First < other.First ? First : other.First, Last > other.Last ? Last : other.Last);
}

/// <summary>Says in an act that figures about people were shown.</summary>
public static class Looking
{
    /// <param name="db">Its viewer is who looked.</param>
    /// <param name="what">Stable name of the figure; see <see cref="LookName"/>.</param>
    /// <param name="people">Whom it is about.</param>
    public static void NoteLook(this AppDb db, string what, IEnumerable<Guid> people) => db.Looks.Note(db.Viewer, what, people);
}
