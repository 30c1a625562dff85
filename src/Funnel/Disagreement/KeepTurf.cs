using System.ComponentModel.DataAnnotations;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>Notes what stands between two departments, and what is done about it.</summary>
internal static class KeepTurf
{
    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The matter where one is changed.</summary>
        public Guid Id { get; init; }

        /// <summary>The two departments.</summary>
        public Guid? FirstTeamId { get; init; }
        public Guid? SecondTeamId { get; init; }

        /// <summary>What it is about.</summary>
        [StringLength(500)]
        public string? Issue { get; init; }

        /// <summary>Since when; unknown where nothing is said.</summary>
        public DateOnly? Since { get; init; }

        /// <summary>What is done about it.</summary>
        [StringLength(500)]
        public string? Action { get; init; }

        /// <summary>The leader who sees to it; whoever notes it where nothing is said.</summary>
        public Guid? OwnerId { get; init; }

        /// <summary><c>Open</c>, <c>Acting</c> or <c>Settled</c>; said by the action where nothing is said.</summary>
        public TurfState? State { get; init; }

        /// <summary>How it was settled; needed where it is.</summary>
        [StringLength(500)]
        public string? Resolution { get; init; }

        /// <summary>When it was settled; the day it is said where nothing else is.</summary>
        public DateOnly? SettledOn { get; init; }

        /// <summary>The requests for help it showed in: all of them, each time.</summary>
        public IReadOnlyList<string>? Requests { get; init; }
    }

    public static async Task<Outcome<TurfSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var row = new TurfCase { OwnerId = db.Viewer.PersonId, FirstTeamId = Guid.Empty, SecondTeamId = Guid.Empty, Issue = "", State = TurfState.Open };
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        Take(row, input with { Sent = new HashSet<string>(["FirstTeamId", "SecondTeamId", "Issue", "Since", "Action", "OwnerId", "State", "Resolution", "SettledOn", "Requests"]) }, today);
        if (await ProblemsAsync(db, row, today, ct) is { Any: true } problems) return Outcome.Invalid(problems);
        db.Add(row);
        if (!await PointAsync(db, row, input, isSent: input.Requests is not null, ct)) return Outcome.Invalid("Requests", NotHere);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new TurfSaved(row.Id)).Saying(T("It is in the register."), $"/turf-cases/{row.Id}/removals");
    }

    public static async Task<Outcome<TurfSaved>> Change(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.TurfCases.SingleOrDefaultAsync(c => c.Id == input.Id, ct) is not { } row) return Outcome.Missing;
        if (!db.MayEdit(Kinds.TurfCase, row)) return Outcome.Refused(T("Only leaders keep this register."));
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        Take(row, input, today);
        if (await ProblemsAsync(db, row, today, ct) is { Any: true } problems) return Outcome.Invalid(problems);
        if (!await PointAsync(db, row, input, input.Sent.Contains("Requests"), ct)) return Outcome.Invalid("Requests", NotHere);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new TurfSaved(row.Id)).Saying(T("It is saved."));
    }

    private static void Take(TurfCase row, Input input, DateOnly today)
    {
        var sent = input.Sent;
        if (sent.Contains("FirstTeamId")) row.FirstTeamId = input.FirstTeamId ?? Guid.Empty;
        if (sent.Contains("SecondTeamId")) row.SecondTeamId = input.SecondTeamId ?? Guid.Empty;
        if (sent.Contains("Issue")) row.Issue = input.Issue?.Trim() ?? "";
        if (sent.Contains("Since")) row.Since = input.Since;
        if (sent.Contains("Action")) row.Action = Sheets.Trimmed(input.Action);
        if (sent.Contains("OwnerId") && input.OwnerId is { } owner) row.OwnerId = owner;
        if (sent.Contains("State")) row.State = input.State ?? (row.Action is null ? TurfState.Open : TurfState.Acting);
        if (sent.Contains("Resolution")) row.Resolution = Sheets.Trimmed(input.Resolution);
        row.SettledOn = row.State is TurfState.Settled ? (sent.Contains("SettledOn") ? input.SettledOn : null) ?? row.SettledOn ?? today : null;
    }

    private static string NotHere => T("One of these requests is not here any more.");

    /// <summary>Makes the requests it showed in name it, and no others; false where one is not here.</summary>
    private static async Task<bool> PointAsync(AppDb db, TurfCase row, Input input, bool isSent, CancellationToken ct)
    {
        if (!isSent) return true;
        var said = (input.Requests ?? []).Where(r => r.Length > 0).Distinct().ToList();
        var wanted = said.Select(r => Guid.TryParse(r, out var id) ? id : Guid.Empty).ToList();
        var requests = await db.HelpRequests.Where(r => r.TurfCaseId == row.Id || wanted.Contains(r.Id)).ToListAsync(ct);
        if (wanted.Any(w => requests.All(r => r.Id != w))) return false;
        foreach (var request in requests) request.TurfCaseId = wanted.Contains(request.Id) ? row.Id : null;
        return true;
    }

    private static async Task<Problems> ProblemsAsync(AppDb db, TurfCase row, DateOnly today, CancellationToken ct)
    {
        var asked = new[] { row.FirstTeamId, row.SecondTeamId };
        var teams = await db.TeamRows().Where(t => asked.Contains(t.Id)).Select(t => t.Id).ToListAsync(ct);
        var owner = await db.PersonRows().Where(p => p.Id == row.OwnerId && p.IsHere).Select(p => new { p.Role }).SingleOrDefaultAsync(ct);
        return new Problems().AddIf(row.Issue.Length == 0, "Issue", T("What is it about?"))
            .AddIf(!teams.Contains(row.FirstTeamId), "FirstTeamId", T("Which department?")).AddIf(!teams.Contains(row.SecondTeamId), "SecondTeamId", T("Which department?"))
            .AddIf(row.FirstTeamId == row.SecondTeamId && teams.Count > 0, "SecondTeamId", T("It takes two: choose another department."))
            .AddIf(row.Since > today, "Since", T("This day is still to come.")).AddIf(owner is null, "OwnerId", T("Choose someone who is here.")).AddIf(owner is not null && !owner.Role.Allows(Permission.SeeAllFigures), "OwnerId", T("A leader sees to it."))
            .AddIf(row.SettledOn > today, "SettledOn", T("This day is still to come.")).AddIf(row.SettledOn < row.Since, "SettledOn", T("That is before it began.")).AddIf(row is { State: TurfState.Settled, Resolution: null, Action: not null }, "Resolution", T("How was it settled?"))
            .AddIf(row is { State: not TurfState.Open, Action: null }, "Action", T("What is done about it?"));
    }
}

/// <summary>Takes a matter off the register, and brings it back.</summary>
internal static class RemoveTurf
{
    public sealed record Input { public Guid Id { get; init; } }

    public static Task<Outcome<TurfSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(db, db.TurfCases, input.Id, clock.GetUtcNow().UtcDateTime, ct);

    public static Task<Outcome<TurfSaved>> Restore(Input input, AppDb db, CancellationToken ct) => SetAsync(db, db.RowsWithRemoved<TurfCase>().Reached(db, Kinds.TurfCase), input.Id, null, ct);

    private static async Task<Outcome<TurfSaved>> SetAsync(AppDb db, IQueryable<TurfCase> rows, Guid id, DateTime? at, CancellationToken ct)
    {
        if (await rows.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } row) return Outcome.Missing;
        row.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new TurfSaved(id)).Saying(at is null ? T("It is back.") : T("It is taken off."), at is null ? null : $"/turf-cases/{id}/restorations");
    }
}

/// <summary>A matter between departments that was noted or changed.</summary>
public sealed record TurfSaved(Guid Id);
