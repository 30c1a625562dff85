using System.Collections.Concurrent;
using System.Diagnostics;
using Coxswain.Insight.Diagnosis;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
namespace Coxswain.Insight.Briefing;

/// <summary>What everyone's deals tell, and how old that is.</summary>
/// <param name="Verdict">Of all people; what a viewer may see of it is cut out later.</param>
/// <param name="Missing">The first exchange rate that is needed and missing.</param>
/// <param name="Reading">Counts the readings of this process: another where anything of it may be other.</param>
/// <param name="MinutesBehind">Since the deals were read, where something was saved since and it is not worked out anew yet; else 0.</param>
internal sealed record WholeBrief(Verdict Verdict, MissingRate? Missing, long Reading, int MinutesBehind);

/// <summary>
/// Works the verdict out once for everyone who may see all deals, however many ask. What is quickly worked out is always of the last save.
/// What takes long is shown as it was while it is worked out anew beside, and no more often than a twentieth of the time is spent on it.
/// </summary>
public sealed class BriefMemory(IServiceScopeFactory scopes, Eras eras, TimeProvider clock, ILogger<BriefMemory> log)
{
    private const int Most = 200, Rest = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Question, Shelf> _shelves = new();
    private long _readings;

    /// <summary>What takes no longer than this is waited for.</summary>
    internal TimeSpan Quick { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The work under way on a question, if any.</summary>
    internal Task WorkingOn(Question question) => _shelves.TryGetValue(question, out var shelf) ? shelf.Working ?? Task.CompletedTask : Task.CompletedTask;

    /// <param name="question">Of whose deals, as of when.</param>
    /// <param name="ct">Gives up waiting; the work goes on for the others.</param>
    internal async Task<WholeBrief> ReadAsync(Question question, CancellationToken ct)
    {
        var era = eras.Of(question.TenantId);
        if (_shelves.Count >= Most) _shelves.Clear();
        var shelf = _shelves.GetOrAdd(question, _ => new Shelf());
        while (true)
        {
            var (kept, working) = Look(shelf, question);
            if (kept is not null && (working is null || kept.Cost > Quick)) return kept.With(kept.Era < era ? Math.Max(1, (int)(clock.GetUtcNow() - kept.At).TotalMinutes) : 0);
            // What was begun before the last save may not hold it.
            if (await working!.WaitAsync(ct) is var made && made.Era >= era) return made.With(0);
        }
    }

    /// <summary>The same for who does not wait long: null where it is not worked out by then.</summary>
    internal async Task<WholeBrief?> ReadAsync(Question question, TimeSpan patience, CancellationToken ct)
    {
        try { return await ReadAsync(question, ct).WaitAsync(patience, clock, ct); }
        catch (TimeoutException) { return null; }
    }

    /// <summary>What there is, and the work that replaces it where it is due.</summary>
    private (Kept? Kept, Task<Kept>? Working) Look(Shelf shelf, Question question)
    {
        lock (shelf)
        {
            if (shelf.Working is null && IsDue(shelf.Kept, question)) shelf.Working = Task.Run(() => ReplaceAsync(shelf, question));
            return (shelf.Kept, shelf.Working);
        }
    }

    private bool IsDue(Kept? kept, Question question)
    {
        if (kept is null) return true;
        var age = clock.GetUtcNow() - kept.At;
        var isOld = kept.Era != eras.Of(question.TenantId) || age > Longest;
        return isOld && (kept.Cost <= Quick || age > kept.Cost * Rest);
    }

    private async Task<Kept> ReplaceAsync(Shelf shelf, Question question)
    {
        try
        {
            var made = await WorkOutAsync(question);
            lock (shelf) (shelf.Kept, shelf.Working) = (made, null);
            return made;
        }
        catch (Exception fault)
        {
            // Nobody may be waiting for it.
            log.LogError(fault, "The brief could not be worked out.");
            lock (shelf) shelf.Working = null;
            throw;
        }
    }

    private async Task<Kept> WorkOutAsync(Question question)
    {
        var (era, at, watch) = (eras.Of(question.TenantId), clock.GetUtcNow(), Stopwatch.StartNew());
        await using var scope = scopes.AsSystem(question.TenantId);
        var (verdict, missing) = await BriefReader.ReadAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), question.Day, question.Currency, CancellationToken.None);
        // What a million deals took is given back at once: left to itself the runtime would hold it for hours, beside a database that could use it.
        if (watch.Elapsed > Quick) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new Kept(verdict, missing, Interlocked.Increment(ref _readings), era, at, watch.Elapsed);
    }

    /// <summary>Everyone's deals of an organisation, as they stood on a day, with amounts in a currency.</summary>
    internal readonly record struct Question(int TenantId, DateOnly Day, string Currency);

    private sealed record Kept(Verdict Verdict, MissingRate? Missing, long Reading, long Era, DateTimeOffset At, TimeSpan Cost)
    {
        public WholeBrief With(int minutesBehind) => new(Verdict, Missing, Reading, minutesBehind);
    }

    private sealed class Shelf
    {
        public Kept? Kept { get; set; }

        public Task<Kept>? Working { get; set; }
    }
}
