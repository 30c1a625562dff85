using Coxswain.Customers.Duplicates.Matching;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Duplicates;

/// <summary>Looks through all accounts, contacts and open leads for those that are there twice. Begun again it begins anew: it changes nothing but its own list.</summary>
internal sealed class FindDuplicates(AppDb db, IServiceScopeFactory scopes, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "duplicates.find";
    private const int ReadAtOnce = 5_000, ComparedAtOnce = 10_000, WrittenAtOnce = 500;

    public string Kind => JobKind;

    public string Label => T("Looking for duplicates");

    public string? HrefOf(Job job) => "/duplicates";

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        // Whoever asked sees what they may; what is there twice does not depend on who asks.
        await using var system = scopes.AsSystem(db.Viewer.TenantId);
        var all = system.ServiceProvider.GetRequiredService<AppDb>();
        await Straggling.FollowAsync(all, clock.GetUtcNow().UtcDateTime, ct);
        foreach (var kind in Compared.All) await KeepAsync(all, kind.Kind, await FindAsync(all, kind, job, ct), ct);
    }

    internal static async Task<Dictionary<(Guid, Guid), Verdict>> FindAsync(AppDb db, Compared kind, JobAtWork? job, CancellationToken ct)
    {
        var blocks = new Blocks();
        for (Guid last = default, from = default; ;)
        {
            var some = await kind.BlocksAsync(db, from, ReadAtOnce, ct);
            foreach (var (id, of) in some) blocks.Add(last = id, of);
            job?.Report(blocks.Count, null, DuplicateWords.Kinds(kind.Kind));
            if (some.Count < ReadAtOnce) break;
            from = last;
        }
        var found = new Dictionary<(Guid, Guid), Verdict>();
        foreach (var some in blocks.Pairs().Chunk(ComparedAtOnce))
            foreach (var (first, second, verdict) in await kind.CompareAsync(db, some, ct)) found[DuplicatePair.InOrder(first, second)] = verdict;
        return found;
    }

    private async Task KeepAsync(AppDb db, string kind, Dictionary<(Guid, Guid), Verdict> found, CancellationToken ct)
    {
        var merged = await db.Rows<RecordMerge>().Where(m => m.Kind == kind && m.UndoneAt == null).ToDictionaryAsync(m => m.GoneId, m => m.KeptId, ct);
        var known = await db.Rows<DuplicatePair>().AsNoTracking().Where(p => p.Kind == kind).ToListAsync(ct);
        // What was told apart stays so for what one of the two went into.
        foreach (var pair in known.Where(p => p.ApartAt is not null)) found.Remove(DuplicatePair.InOrder(Now(pair.FirstId), Now(pair.SecondId)));
        var now = clock.GetUtcNow().UtcDateTime;
        var there = known.ToDictionary(p => (p.FirstId, p.SecondId));
        foreach (var some in found.Where(f => !there.ContainsKey(f.Key)).Select(f => new DuplicatePair { Kind = kind, FirstId = f.Key.Item1, SecondId = f.Key.Item2, Score = f.Value.Score, Signs = f.Value.Written, FoundAt = now }).Chunk(WrittenAtOnce))
            await db.InsertManyAsync(some, ct);
        foreach (var some in known.Where(p => p.ApartAt is null && found.TryGetValue((p.FirstId, p.SecondId), out var verdict) && verdict.Written != p.Signs).Chunk(WrittenAtOnce))
        {
            foreach (var pair in some)
            {
                db.Attach(pair);
                (pair.Score, pair.Signs) = (found[(pair.FirstId, pair.SecondId)].Score, found[(pair.FirstId, pair.SecondId)].Written);
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        foreach (var some in known.Where(p => p.ApartAt is null && !found.ContainsKey((p.FirstId, p.SecondId))).Select(p => p.Id).Chunk(WrittenAtOnce))
            await db.ClearAsync(db.Rows<DuplicatePair>().Where(p => p.ApartAt == null && some.Contains(p.Id)), ct);

        Guid Now(Guid id)
        {
            for (var steps = 0; steps < 50 && merged.TryGetValue(id, out var into); steps++) id = into;
            return id;
        }
    }
}

/// <summary>Asks for it once a day.</summary>
internal sealed class DuplicateClock : IClockwork
{
    public async Task AskAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var key = JobKey.Of($"{FindDuplicates.JobKind} {DateOnly.FromDateTime(now):O}");
        if (await db.Rows<Job>().AnyAsync(j => j.Id == key, ct)) return;
        db.Add(new Job { Id = key, Kind = FindDuplicates.JobKind, AskedById = Guid.Empty, AskedAt = now, NextTryAt = now });
        await db.SaveChangesAsync(ct);
    }
}
