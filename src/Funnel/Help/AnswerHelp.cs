using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Help;

/// <summary>Takes a request: whoever was asked, or somebody else who steps in.</summary>
internal static class AcceptHelp
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<HelpView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var me = db.Viewer.PersonId;
        var sees = await db.HelpRequests.AnyAsync(r => r.Id == input.Id, ct);
        // Who saw it while anybody could step in is told that somebody did.
        if (await db.Rows<HelpRequest>().SingleOrDefaultAsync(r => r.Id == input.Id && (sees || r.Anybody && r.HelperId != null), ct) is not { } request) return Outcome.Missing;
        if (request.HelperId is { } first) return Outcome.Refused(first == me ? T("You have it already.") : T("{0} took it first.", await db.PersonRows().Where(p => p.Id == first).Select(p => p.Name).SingleOrDefaultAsync(ct) ?? T("Someone")));
        if (request.OwnerId == me) return Outcome.Refused(T("You asked for it: somebody else takes it."));
        request.Take(me, await db.IsAskedAsync(request, ct) || request is { ToPersonId: null, ToTeamId: null }, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await HelpView.OneAsync(db, request.Id, ct))!).Saying(T("It is yours. Whoever asked sees that."));
    }
}

/// <summary>Refuses a request, with the reason that whoever asked reads.</summary>
internal static class RefuseHelp
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary><c>Closing</c>, <c>Overtime</c>, <c>NotOurs</c>, <c>CustomerComes</c> or <c>Other</c>.</summary>
        public HelpRefusal? Refusal { get; init; }

        /// <summary>In words; needed where it is something else.</summary>
        [StringLength(300)]
        public string? Because { get; init; }
    }

    public static async Task<Outcome<HelpView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.HelpRequests.SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } request) return Outcome.Missing;
        if (!await db.IsAskedAsync(request, ct)) return Outcome.Refused(T("Only whoever was asked can refuse it."));
        if (request.State is not HelpState.Waiting) return Outcome.Refused(request.HelperId is null ? T("It was refused already.") : T("Somebody has taken it already."));
        var problems = new Problems().AddIf(input.Refusal is null, "Refusal", T("Why not? Whoever asked reads it."))
            .AddIf(input.Refusal is HelpRefusal.Other && string.IsNullOrWhiteSpace(input.Because), "Because", T("Say it in a line: whoever asked reads it."));
        if (problems.Any) return Outcome.Invalid(problems);
        request.Refuse(db.Viewer.PersonId, input.Refusal!.Value, string.IsNullOrWhiteSpace(input.Because) ? null : input.Because.Trim(), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await HelpView.OneAsync(db, request.Id, ct))!).Saying(T("Refused, with your reason."));
    }
}

/// <summary>Says that the help is over, what it cost and what came of it; said again, what was sent is changed.</summary>
internal static class ReleaseHelp
{
    private const int MostMinutes = 100_000;

    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }

        /// <summary><c>Decided</c>, <c>Helped</c> or <c>Nothing</c>; unknown where nothing is said.</summary>
        public HelpEffect? Effect { get; init; }

        [StringLength(300)]
        public string? EffectSaid { get; init; }

        /// <summary>Minutes it took.</summary>
        [Range(0, MostMinutes)]
        public int? Spent { get; init; }

        /// <summary>What it cost beside that, in whole units of its currency.</summary>
        public decimal? Cost { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<HelpView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.HelpRequests.SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } request) return Outcome.Missing;
        if (db.Viewer.PersonId is var me && me != request.OwnerId && me != request.HelperId) return Outcome.Refused(T("Whoever asked and whoever helped say this."));
        if (request.HelperId is null) return Outcome.Refused(T("Nobody has helped yet."));
        var problems = new Problems().AddIf(input.Cost < 0, "Cost", T("A cost is not below zero.")).AddIf(input.Cost > FieldRules.MostMoney, "Cost", T("This amount is larger than any deal."));
        if (problems.Any) return Outcome.Invalid(problems);
        if (input.Has("Effect")) request.Effect = input.Effect;
        if (input.Has("EffectSaid")) request.EffectSaid = string.IsNullOrWhiteSpace(input.EffectSaid) ? null : input.EffectSaid.Trim();
        if (input.Has("Spent")) request.Spent = input.Spent;
        if (input.Has("Cost")) request.Cost = input.Cost is { } cost ? Minor.FromMajor(cost, request.Currency) : null;
        (request.State, request.ReleasedAt) = (HelpState.Done, request.ReleasedAt ?? clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await HelpView.OneAsync(db, request.Id, ct))!).Saying(T("It is saved."));
    }
}

/// <summary>Takes a request of one's own back while nobody helps, and brings it back.</summary>
internal static class RemoveHelp
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<HelpGone>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.HelpRequests.SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } request) return Outcome.Missing;
        if (request.OwnerId != db.Viewer.PersonId) return Outcome.Refused(T("Only whoever asked takes it back."));
        if (request.HelperId is not null) return Outcome.Refused(T("Somebody has taken it already."));
        request.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new HelpGone(request.Id)).Saying(T("Taken back."), $"/requests/{request.Id}/restorations");
    }

    public static async Task<Outcome<HelpGone>> Restore(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<HelpRequest>().SingleOrDefaultAsync(r => r.Id == input.Id && r.OwnerId == db.Viewer.PersonId, ct) is not { } request) return Outcome.Missing;
        request.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return new HelpGone(request.Id);
    }
}

/// <summary>A request that was taken back, or brought back.</summary>
public sealed record HelpGone(Guid Id);

/// <summary>Who was asked.</summary>
internal static class HelpAsked
{
    /// <summary>The viewer was, themselves or as one of a team.</summary>
    public static async Task<bool> IsAskedAsync(this AppDb db, HelpRequest request, CancellationToken ct) =>
        request.ToPersonId == db.Viewer.PersonId || request.ToTeamId is { } team && await HelpSight.TeamsOf(db).AnyAsync(t => t == team, ct);
}
