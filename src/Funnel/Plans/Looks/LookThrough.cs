using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans.Looks;

/// <summary>Keeps that somebody looked through the plan of a deal: how it felt before and after, what came of it, and when it is looked through again.</summary>
internal static class LookThrough
{
    private const int Alarmed = 1, Certain = 9, MostYears = 1;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>How it felt before anything of it was shown, from 1 alarmed to 9 certain.</summary>
        public int? Before { get; init; }

        /// <summary>Or the judgement of today that says so already, with <c>look</c> for its topic.</summary>
        public Guid? Said { get; init; }

        /// <summary>How it feels now.</summary>
        public int? After { get; init; }

        /// <summary>What came of it.</summary>
        [StringLength(500)]
        public string? Came { get; init; }

        /// <summary>When it is to be looked through again; without a day nobody is reminded.</summary>
        public DateOnly? NextOn { get; init; }
    }

    public static async Task<Outcome<PlanLooked>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, today, no) = await db.PlanForChangeAsync(input.Id, clock, ct);
        if (no is not null) return no;
        if (await db.Opportunities.AnyAsync(o => o.Id == deal!.Id && o.End != StageEnd.Open, ct)) return Outcome.Invalid("", T("This deal has ended, and its plan is closed."));
        var felt = await OwnAsync(db, deal!.Id, today, ct);
        if (!felt.IsBegun) return Outcome.Invalid("", T("No plan is begun: there is nothing to look through yet."));
        var said = felt.Feelings.FirstOrDefault(f => f.Id == input.Said);
        var problems = new Problems()
            .AddIf(said is null && input.Before is null, "Before", T("How did it feel before you looked?"))
            .AddIf(input.Before is < Alarmed or > Certain, "Before", T("Between {0} and {1}.", Alarmed, Certain))
            .AddIf(input.After is null, "After", T("Choose one of the words."))
            .AddIf(input.After is < Alarmed or > Certain, "After", T("Between {0} and {1}.", Alarmed, Certain))
            .AddIf(input.NextOn <= today, "NextOn", T("Choose a day after today."))
            .AddIf(input.NextOn > today.AddYears(MostYears), "NextOn", T("This day cannot be right."));
        if (problems.Any) return Outcome.Invalid(problems);
        var before = said is null ? Feels(db, deal.Id, input.Before!.Value, today, Guid.Empty, Judge.Blind) : null;
        var after = Feels(db, deal.Id, input.After!.Value, today, before?.Id ?? said!.Id);
        var look = new PlanLook { OpportunityId = deal.Id, On = today, SaidById = db.Viewer.PersonId, BeforeId = before?.Id ?? said!.Id, AfterId = after.Id, Came = string.IsNullOrWhiteSpace(input.Came) ? null : input.Came.Trim(), NextOn = input.NextOn };
        if (before is not null) db.Add(before);
        db.Add(after);
        db.Add(look);
        await db.SaveChangesAsync(ct);
        return new PlanLooked { Id = look.Id, On = look.On, By = null, Before = before?.Value ?? said!.Value, After = after.Value, Came = look.Came, NextOn = look.NextOn };
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var looked = await Do(input, db, clock, ct);
        if (looked.View is not { } look) return looked.No;
        var url = $"/opportunities/{input.Id}/plan";
        return Outcome.Done(new WentBack(url)).Saying(look.NextOn is { } next ? T("Looked through: {0}. Next on {1}.", LookWords.Felt(look), DayText.Short(next, look.On)) : T("Looked through: {0}.", LookWords.Felt(look)), $"{url}/looks/{look.Id}/removals");
    }

    /// <summary>What the viewer said today, before a look showed them anything, of how it feels and no look has taken yet, the latest first.</summary>
    internal static async Task<OwnFeelings> OwnAsync(AppDb db, Guid dealId, DateOnly today, CancellationToken ct)
    {
        var (looks, me) = (db.PlanLooks, db.Viewer.PersonId);
        var said = await db.PlanJudgements.AsNoTracking().Where(j => j.OpportunityId == dealId && j.MapPersonId == null && (j.Field == PlanField.Begun || j.Field == PlanField.Feeling && j.Topic == Judge.Blind && j.Value != null && j.On == today && j.SaidById == me && !looks.Any(l => l.BeforeId == j.Id || l.AfterId == j.Id)))
            .OrderByDescending(j => j.Id).Select(j => new { j.Id, j.Field, j.Value }).ToListAsync(ct);
        return new(said.Any(s => s.Field is PlanField.Begun), [.. said.Where(s => s.Field is PlanField.Feeling).Select(s => new OwnFeeling(s.Id, s.Value!.Value))]);
    }

    // Of one day the later key counts, and two of the same moment may come the wrong way round.
    private static PlanJudgement Feels(AppDb db, Guid dealId, int value, DateOnly on, Guid after, string? topic = null)
    {
        PlanJudgement said;
        do said = new PlanJudgement { OpportunityId = dealId, Topic = topic, Field = PlanField.Feeling, Value = value, On = on, SaidById = db.Viewer.PersonId };
        while (said.Id.CompareTo(after) <= 0);
        return said;
    }
}

/// <summary>What somebody said today of how a deal feels.</summary>
internal sealed record OwnFeeling(Guid Id, int Value);

/// <summary>Whether a plan is begun, and what the viewer said today of how it feels.</summary>
internal sealed record OwnFeelings(bool IsBegun, IReadOnlyList<OwnFeeling> Feelings);

/// <summary>Takes a look off with how it felt after it, or brings both back; how it felt before stays, so that one can look again.</summary>
internal static class TakeOffLook
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public Guid Look { get; init; }
    }

    public static Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(input, clock.GetUtcNow().UtcDateTime, db, ct);

    public static Task<Outcome<WentBack>> Restore(Input input, AppDb db, CancellationToken ct) => SetAsync(input, null, db, ct);

    private static async Task<Outcome<WentBack>> SetAsync(Input input, DateTime? at, AppDb db, CancellationToken ct)
    {
        var (_, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (await db.RowsWithRemoved<PlanLook>().SingleOrDefaultAsync(l => l.Id == input.Look && l.OpportunityId == input.Id, ct) is not { } look) return Outcome.Missing;
        look.RemovedAt = at;
        if (look.AfterId is { } id && await db.RowsWithRemoved<PlanJudgement>().SingleOrDefaultAsync(j => j.Id == id, ct) is { } after) after.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        var url = $"/opportunities/{input.Id}/plan";
        var done = Outcome.Done(new WentBack(url + "/review"));
        return at is null ? done.Saying(T("It is back.")) : done.Saying(T("It is taken off."), $"{url}/looks/{look.Id}/restorations");
    }
}
