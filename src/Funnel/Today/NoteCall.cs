using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Sending;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Today;

/// <summary>The next step after a call, in one tap.</summary>
public enum NextCallDay { Tomorrow, InThreeDays, NextWeek, None }

/// <summary>A task that was a call is done: what came of it, and the next step.</summary>
internal static class NoteCall
{
    public sealed record Input
    {
        public Guid Task { get; init; }

        [Required]
        public InteractionOutcome? Outcome { get; init; }

        /// <summary>The next step; as the last was called where nothing is said.</summary>
        [StringLength(300)]
        public string? Title { get; init; }

        [Required]
        public NextCallDay? When { get; init; }
    }

    public sealed record Noted(string Title);

    public static async Task<Outcome<Noted>> Do(Input input, AppDb db, ActTime time, TimeProvider clock, CancellationToken ct)
    {
        var at = time.Or(clock.GetUtcNow().UtcDateTime);
        var periods = Periods.Of(await db.TenantAsync(ct));
        var next = DaysOf(input.When!.Value) is { } days ? new NextCall(input.Title, periods.DayOf(at).AddDays(days)) : null;
        if (await db.NoteCallAsync(input.Task, input.Outcome!.Value, at, next, ct) is not { } title) return Outcome.Missing;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Noted(title)).Saying(T("{0}: noted.", title));
    }

    // Counted from the day of the call, however late it is sent.
    private static int? DaysOf(NextCallDay when) => when switch { NextCallDay.Tomorrow => 1, NextCallDay.InThreeDays => 3, NextCallDay.NextWeek => 7, _ => null };
}
