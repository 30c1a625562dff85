using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Targets;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Calls;

/// <summary>Sets what somebody, or a team they lead or that answers to them, is to win in a period; set again, it counts from its day on and what counted before stays.</summary>
internal static class SetSalesTarget
{
    public sealed record Input
    {
        /// <summary>Whose, or who leads the team.</summary>
        public Guid Id { get; init; }

        /// <summary>Which, such as 2026-Q3; the quarter that pages stand in where nothing is said.</summary>
        public string? Period { get; init; }

        /// <summary>A team they lead, or one without a leader that answers to them; their own selling where nothing is said.</summary>
        public Guid? Team { get; init; }

        /// <summary>In whole units, for the whole period.</summary>
        [Required]
        public decimal? Target { get; init; }

        /// <summary>The organisation's where nothing is said; no other is taken.</summary>
        public string? Currency { get; init; }

        /// <summary>The first day a changed target counts; today where nothing is said.</summary>
        public DateOnly? Since { get; init; }

        /// <summary>Why; wanted where a target is changed.</summary>
        [StringLength(500)]
        public string? Why { get; init; }
    }

    /// <param name="Id">Its key.</param>
    /// <param name="PersonId">Whose number it belongs to.</param>
    /// <param name="Period">Which.</param>
    public sealed record Aimed(Guid Id, Guid PersonId, string Period)
    {
        internal string Url => $"/forecast/{PersonId}?period={Period}#target";
    }

    public static async Task<Outcome<Aimed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (desk, no) = await ForecastDesk.OpenAsync(input.Id, input.Period, db, clock, ct);
        if (no is not null) return no;
        if (input.Team is { } aimed ? !desk!.MayAimAt(db, aimed) : !desk!.MayAim(db)) return Outcome.Refused(T("Targets are set by whoever you answer to."));
        if (desk.IsClosed) return Outcome.Refused(T("{0} is closed since {1}: its target stays as it is.", desk.PeriodName, DayText.Whole(desk.Period.To.AddDays(1))));
        if (input.Team is null && desk.People.IsWhole(desk.PersonId)) return Outcome.Refused(T("What the whole organisation means to win is said on the page Team."));
        if (input.Team is null && await db.PersonRows().AnyAsync(p => p.Id == desk.PersonId && p.Role == Role.Support, ct)) return Outcome.Refused(T("Nobody in support has a number to sell: targets are for whoever sells."));
        if (input.Team is { } team && desk.Aimed(db).All(t => t.Id != team)) return Outcome.Invalid(nameof(input.Team), T("There is no such team."));
        var (person, of) = (input.Team is null ? desk.PersonId : (Guid?)null, input.Team);
        var (from, to) = (desk.Period.From, desk.Period.To);
        var there = await db.Rows<SalesTarget>().AsNoTracking().Where(t => t.PersonId == person && t.TeamId == of && t.From <= to && t.To >= from).ToListAsync(ct);
        var problems = Problems(input, desk, there);
        if (problems.Any) return Outcome.Invalid(problems);
        var target = new SalesTarget
        {
            PersonId = person, TeamId = of, From = from, To = to, Amount = Minor.FromMajor(input.Target!.Value, desk.Tenant.Currency), Currency = desk.Tenant.Currency,
            Since = there.Count == 0 ? from : input.Since ?? Earliest(desk), Because = there.Count == 0 ? null : input.Why!.Trim(), ById = db.Viewer.PersonId, At = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(target);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Aimed(target.Id, desk.PersonId, desk.Calendar.Key(desk.Period))).Saying(T("The target is set."));
    }

    private static Problems Problems(Input input, ForecastDesk desk, List<SalesTarget> there)
    {
        var problems = Amounts.Check(nameof(input.Target), input.Target!.Value).AddIf(input.Target == 0, nameof(input.Target), T("More than nothing, please."))
            .AddIf(!Amounts.IsOwn(input.Currency, desk.Tenant.Currency), nameof(input.Currency), T("Calls and targets are in {0}, the organisation's currency.", desk.Tenant.Currency));
        if (there.FirstOrDefault(t => t.From != desk.Period.From || t.To != desk.Period.To) is { } other)
            return problems.Add(nameof(input.Target), T("A target is set for {0} to {1} already, and {2} lies within it or around it. Change that one.", DayText.Whole(other.From), DayText.Whole(other.To), desk.PeriodName));
        if (there.Count == 0) return problems;
        var (since, last) = (input.Since ?? Earliest(desk), there.Max(t => t.Since));
        return problems.AddIf(string.IsNullOrWhiteSpace(input.Why), nameof(input.Why), T("Say why it changes."))
            .AddIf(since < Earliest(desk), nameof(input.Since), T("A change counts from today on: what counted before stays as it was."))
            .AddIf(since < last, nameof(input.Since), T("It was changed for a later day already: {0}.", DayText.Whole(last)))
            .AddIf(since > desk.Period.To, nameof(input.Since), T("{0} is over by then.", desk.PeriodName));
    }

    // Of a period that is still to come, its first day.
    private static DateOnly Earliest(ForecastDesk desk) => desk.Standing.Day < desk.Period.From ? desk.Period.From : desk.Standing.Day;
}
