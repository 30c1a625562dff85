using System.Collections.Concurrent;
namespace Coxswain.Platform.Data;

/// <summary>
/// Keeps in memory what was worked out from many rows, until anyone of the organisation saves something that people look at: a page of a
/// million deals then costs what one of a thousand does. Saves of other processes are not heard of here, so nothing is kept for long.
/// </summary>
public sealed class Kept(Eras eras, TimeProvider clock, Database database)
{
    private const int Most = 5_000;
    private static readonly KeptFor Usual = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2));
    private readonly ConcurrentDictionary<(int Tenant, Guid Viewer, string What), (object? Content, long Era, DateTimeOffset At)> _kept = new();

    /// <param name="db">Its viewer is who sees it: nothing is kept of one person for another.</param>
    /// <param name="what">What it is, with all it depends on beside the viewer and the rows.</param>
    /// <param name="read">Works it out.</param>
    /// <param name="most">How long at most; ten seconds, or two where other processes may save too, unless said.</param>
    public async Task<T> ReadAsync<T>(AppDb db, string what, Func<Task<T>> read, KeptFor? most = null)
    {
        var key = (db.Viewer.TenantId, db.Viewer.PersonId, what);
        // Asked before reading: what a commit changes between reading and keeping is out of date at once.
        var era = eras.Of(db.Viewer.TenantId);
        // Kept in time to come is of a clock that was ahead: it would be shown until that has come.
        if (_kept.TryGetValue(key, out var kept) && kept.Era == era && (clock.GetUtcNow() - kept.At).Duration() < (most ?? Usual).On(database.Engine)) return (T)kept.Content!;
        var content = await read();
        if (_kept.Count >= Most) _kept.Clear();
        _kept[key] = (content, era, clock.GetUtcNow());
        return content;
    }
}

/// <summary>How long something is kept at most.</summary>
/// <param name="Alone">Where this process is the only one, or nearly: the embedded database.</param>
/// <param name="Beside">Where other processes may save too.</param>
public sealed record KeptFor(TimeSpan Alone, TimeSpan Beside)
{
    internal TimeSpan On(Engine engine) => engine is Engine.Sqlite ? Alone : Beside;
}
