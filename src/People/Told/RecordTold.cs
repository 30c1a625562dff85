using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Told;

/// <summary>Records that people were told what is computed about them and who sees it; from then on figures carry their names.</summary>
internal static class RecordTold
{
    public sealed record Input
    {
        /// <summary>The team that was told, with the teams under it; null for everyone.</summary>
        public Guid? TeamId { get; init; }

        /// <summary>Where to go afterwards.</summary>
        public string? Next { get; init; }
    }

    public static async Task<Outcome<ToldRecorded>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (input.TeamId is { } team && !await db.Teams.AnyAsync(t => t.Id == team && t.ClosedOn == null, ct)) return Outcome.Missing;
        if (!await db.Tellings.AnyAsync(t => t.TeamId == input.TeamId, ct))
        {
            db.Add(new Telling { TeamId = input.TeamId, ById = db.Viewer.PersonId, At = clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(ct);
        }
        return Outcome.Done(new ToldRecorded(LocalPath.Or(input.Next, "/people"))).Saying(T("Recorded. Figures now carry names; each person is shown it when they next sign in."));
    }
}

/// <summary>It is recorded; where to go now.</summary>
public sealed record ToldRecorded(string Next);
