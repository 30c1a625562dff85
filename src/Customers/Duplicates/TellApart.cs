using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Duplicates;

/// <summary>Says that two records that look like one are two: they are not offered again.</summary>
internal static class TellApart
{
    public sealed record Input { public Guid Id { get; init; } }

    public sealed record Told(Guid Id, bool IsApart, string Url);

    public static Task<Outcome<Told>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(input, db, clock.GetUtcNow().UtcDateTime, ct);

    /// <summary>Takes it back.</summary>
    public static Task<Outcome<Told>> TakeBack(Input input, AppDb db, CancellationToken ct) => SetAsync(input, db, null, ct);

    private static async Task<Outcome<Told>> SetAsync(Input input, AppDb db, DateTime? at, CancellationToken ct)
    {
        if (await db.Rows<DuplicatePair>().SingleOrDefaultAsync(p => p.Id == input.Id, ct) is not { } pair || !await ListDuplicates.Seen(db, pair.Kind).AnyAsync(p => p.Id == pair.Id, ct)) return Outcome.Missing;
        var list = $"/duplicates?kind={pair.Kind}";
        if (pair.ApartAt is null == at is null) return new Told(pair.Id, at is not null, list);
        (pair.ApartAt, pair.ApartById) = (at, at is null ? null : db.Viewer.PersonId);
        if (at is not null) db.Happened(pair.Kind, pair.FirstId, new ToldApart(pair.Kind, pair.SecondId));
        await db.SaveChangesAsync(ct);
        var told = Outcome.Done(new Told(pair.Id, at is not null, list));
        return at is null ? told.Saying(T("They are offered again.")) : told.Saying(T("They are two, and are not offered again."), $"/duplicates/{pair.Id}/doubts");
    }
}

/// <summary>Looks for duplicates now, rather than in the night.</summary>
internal static class LookForDuplicates
{
    public sealed record Asked(string Url);

    public static async Task<Outcome<Asked>> Do(AppDb db, CancellationToken ct)
    {
        if (!await db.Rows<Job>().AnyAsync(j => j.Kind == FindDuplicates.JobKind && (j.State == JobState.Waiting || j.State == JobState.Running), ct))
        {
            db.Ask(FindDuplicates.JobKind);
            await db.SaveChangesAsync(ct);
        }
        return Outcome.Done(new Asked("/duplicates")).Saying(T("They are looked for. What is found stands here."));
    }
}
