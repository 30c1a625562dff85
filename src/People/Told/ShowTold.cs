using Coxswain.People.Persons;
using Coxswain.People.SignIn;
using Coxswain.People.Teams;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Told;

/// <summary>What is computed about me and who sees it; the first page after signing in until it was read, and there to read again at any time.</summary>
internal static class ShowTold
{
    public sealed record Input
    {
        /// <summary>Where to go afterwards.</summary>
        public string? Next { get; init; }
    }

    public static async Task<Outcome<ToldView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var me = await db.People.AsNoTracking().SingleAsync(p => p.Id == db.Viewer.PersonId, ct);
        var teams = await ToldTeams.ReadAsync(db, ct);
        var told = teams.At(me.TeamId);
        return new ToldView(LocalPath.Or(input.Next, "/today"), told, me.ToldAt, IsDue(me, told));
    }

    /// <summary>Someone who was never shown it, or before it was last said to their team.</summary>
    internal static bool IsDue(Person person, DateTime? told) => person.ToldAt is not { } shown || told > shown;
}

/// <param name="Next">Where to go afterwards.</param>
/// <param name="ToldAt">When the person's team, or everyone, was told.</param>
/// <param name="ReadAt">When the person said they had read it.</param>
/// <param name="IsDue">It is still to be read.</param>
public sealed record ToldView(string Next, DateTime? ToldAt, DateTime? ReadAt, bool IsDue);

/// <summary>Says that I have read it.</summary>
internal static class AcknowledgeTold
{
    public sealed record Input
    {
        public string? Next { get; init; }
    }

    public static async Task<Outcome<SignedIn>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var me = await db.People.SingleAsync(p => p.Id == db.Viewer.PersonId, ct);
        me.Acknowledge(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new SignedIn(LocalPath.Or(input.Next, "/today"))).Saying(T("Thank you. You find it again under My settings."));
    }
}

/// <summary>Someone read what is computed about them and who sees it.</summary>
internal sealed record ToldRead() : News("person.read-told");
