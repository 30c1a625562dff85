using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Me;

/// <summary>Signs another browser of mine out, or all others.</summary>
internal static class EndSession
{
    public sealed record Input
    {
        /// <summary>One session; null ends all but this one.</summary>
        public Guid? Id { get; init; }
    }

    public static async Task<Outcome<Ended>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var mine = db.Sessions.Where(s => s.PersonId == db.Viewer.PersonId && s.EndedAt == null);
        var ending = await (input.Id is { } id ? mine.Where(s => s.Id == id) : mine.Where(s => s.Id != db.Viewer.SessionId)).ToListAsync(ct);
        if (input.Id is not null && ending.Count == 0) return Outcome.Missing;
        foreach (var session in ending) session.EndedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Ended(ending.Count)).Saying(N(ending.Count, "One browser is signed out.", "{0} browsers are signed out."));
    }
}

public sealed record Ended(int Count);
