using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Calls.Changes;

/// <summary>Holds any day of a number beside any other: what stood then, what stands now, and what changed it.</summary>
internal static class ShowChanges
{
    private const int MostDeals = 15;
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>Which period's number, such as 2026-Q3; the quarter that pages stand in where nothing is said.</summary>
        public string? Period { get; init; }

        /// <summary>The end of this day is where it starts; the latest own call, or the day before the period began, where nothing is said.</summary>
        public DateOnly? From { get; init; }

        /// <summary>The end of this day is where it ends; now where nothing is said.</summary>
        public DateOnly? To { get; init; }

        /// <summary>Measured from the moment of this call.</summary>
        public Guid? Call { get; init; }
    }

    public static async Task<Outcome<ChangesView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (desk, no) = await ForecastDesk.OpenAsync(input.Id, input.Period, db, clock, ct);
        if (no is not null) return no;
        var (day, now) = (desk!.Standing.Day, clock.GetUtcNow().UtcDateTime);
        if (input.From > day || input.To > day || input.From < Earliest || input.To < Earliest) return Outcome.Refused(T("Choose a past day, written like 2026-03-31."));
        var call = await CallAsync(input, desk, db, ct);
        if (input.Call is not null && call is null) return Outcome.Missing;
        var from = input.From ?? (call is null ? Before(desk, day) : desk.Calendar.DayOf(call.At));
        var to = input.To ?? day;
        if (from > to) (from, to) = (to, from);
        var (then, until) = (input.From is null && call is not null ? call.At : Standing.EndOf(from), input.To is null && desk.Standing.IsToday ? now : Standing.EndOf(to));
        db.NoteLook(ShowForecast.Look, [desk.PersonId]);
        var read = await TwoMoments.ReadAsync(desk, (then, from), (until, to), db, ct);
        return new ChangesView
        {
            PersonId = desk.PersonId, Name = desk.Name, IsMe = desk.PersonId == db.Viewer.PersonId, Currency = desk.Tenant.Currency, From = from, To = to, Today = day,
            Period = new CalledPeriod(desk.Calendar.Key(desk.Period), desk.PeriodName, desk.Period.From, desk.Period.To, desk.IsClosed),
            Call = input.From is not null || call is null ? null : new CallView(call.Id, call.OwnerId, desk.People.Names[call.ById], call.ById == db.Viewer.PersonId, call.ById == call.OwnerId, call.Commit, call.BestCase, call.Currency, call.Because, desk.Calendar.LocalOf(call.At)),
            Then = ByPlace.Of(read.Then), Now = ByPlace.Of(read.Now), NotAdded = read.Missing?.Sentence,
            Reasons = [.. read.Steps.GroupBy(s => s.Step.Reason).OrderBy(g => g.Key).Select(g => new ReasonRow(g.Key, g.Select(s => s.Deal).Distinct().Count(), ByPlace.Of(g.Select(s => (s.Step.Place, s.Step.Amount)))))],
            Deals = await MostAsync(read, db, ct),
        };
    }

    private static async Task<ForecastCall?> CallAsync(Input input, ForecastDesk desk, AppDb db, CancellationToken ct)
    {
        var (from, to, me) = (desk.Period.From, desk.Period.To, db.Viewer.PersonId);
        var calls = db.SeenCalls(desk.Standing.Day).AsNoTracking().Where(c => c.OwnerId == desk.PersonId && c.From == from && c.To == to);
        return await (input.Call is { } id ? calls.Where(c => c.Id == id) : calls.Where(c => c.ById == me)).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);
    }

    // A period that is still to come is measured from a month ago.
    private static DateOnly Before(ForecastDesk desk, DateOnly day) => desk.Period.From.AddDays(-1) is var eve && eve < day ? eve : day.AddMonths(-1);

    private static async Task<IReadOnlyList<ChangedDeal>> MostAsync(TwoMoments read, AppDb db, CancellationToken ct)
    {
        // What a deal did mostly is what moved the most of it; a win moves it from one place to another.
        var most = read.Steps.GroupBy(s => s.Deal).Select(g => (Deal: g.Key, Main: g.MaxBy(s => Math.Abs(s.Step.Amount)).Step.Reason, Change: g.Sum(s => s.Step.Amount), Moved: g.Max(s => Math.Abs(s.Step.Amount))))
            .OrderByDescending(d => d.Moved).ThenBy(d => d.Deal).Take(MostDeals).ToList();
        var ids = most.Select(d => d.Deal).ToList();
        var names = await db.Opportunities.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return [.. most.Select(d => new ChangedDeal(d.Deal, names.GetValueOrDefault(d.Deal) ?? "…", d.Main, d.Change, d.Moved))];
    }
}
