using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Money;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Calls;

/// <summary>A number with what stands behind it: one's own, or that of somebody in one's line.</summary>
internal static class ShowForecast
{
    public const string Look = "forecast";
    private const int MostRows = 40, MostCalls = 300, MostDeals = 30;

    public sealed record Input
    {
        /// <summary>Whose; the viewer's where nobody is said.</summary>
        public Guid? Id { get; init; }

        /// <summary>Which, such as 2026-Q3, 2026-07 or 2026; the quarter that pages stand in where nothing is said.</summary>
        public string? Period { get; init; }

        /// <summary>As it stood at the end of this day.</summary>
        public DateOnly? AsOf { get; init; }

        /// <summary>How many rows come before the first shown.</summary>
        public int Skip { get; init; }
    }

    public static async Task<Outcome<ForecastView>> Do(Input input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        var (desk, no) = await ForecastDesk.OpenAsync(input.Id, input.Period, db, clock, ct);
        if (no is not null) return no;
        if (input.AsOf > desk!.Standing.Day) return Outcome.Refused(T("Choose a past day, written like 2026-03-31."));
        var asOf = input.AsOf == desk.Standing.Day ? null : input.AsOf;
        frame.AsOf = asOf is { } day ? DayNotice.Past(day, desk.Url()) : DayNotice.Of(desk.Standing);
        return await ViewAsync(desk, asOf, Math.Max(0, input.Skip), db, ct);
    }

    /// <summary>The same as data.</summary>
    public static async Task<Outcome<ForecastView>> Read(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (desk, no) = await ForecastDesk.OpenAsync(input.Id, input.Period, db, clock, ct);
        if (no is not null) return no;
        if (input.AsOf > desk!.Standing.Day) return Outcome.Invalid("AsOf", T("Choose a past day, written like 2026-03-31."));
        return await ViewAsync(desk, input.AsOf == desk.Standing.Day ? null : input.AsOf, Math.Max(0, input.Skip), db, ct);
    }

    private static async Task<ForecastView> ViewAsync(ForecastDesk desk, DateOnly? asOf, int skip, AppDb db, CancellationToken ct)
    {
        var (me, person, day) = (db.Viewer.PersonId, desk.PersonId, asOf ?? desk.Standing.Day);
        var line = desk.Seen(db, person);
        var sums = await SumsByOwner.ReadAsync(desk, line, asOf, db, ct);
        var below = Below(desk, line, sums);
        var shown = below.Skip(skip).Take(MostRows).ToList();
        List<Guid> people = [person, .. shown.Where(r => !r.IsOwn).Select(r => r.Id)];
        db.NoteLook(Look, people);
        var targets = await TargetsOf.ReadAsync(desk, people, day, db, ct);
        var calls = await CallsAsync(desk, people, asOf, db, ct);
        var mine = calls.Where(c => c.IsMine).Select(c => c.PersonId).ToHashSet();
        return new ForecastView
        {
            PersonId = person, Name = desk.Name, IsMe = person == me, IsLine = desk.People.Leads(person), AsOf = day, IsPast = asOf is not null, Currency = desk.Tenant.Currency, Sums = sums.Of(line),
            Period = new CalledPeriod(desk.Calendar.Key(desk.Period), desk.PeriodName, desk.Period.From, desk.Period.To, desk.IsClosed) { Before = desk.Calendar.Key(desk.Calendar.Before(desk.Period)), After = desk.Calendar.Key(desk.Calendar.After(desk.Period)) },
            Target = targets.Of(person, own: false), Targets = [.. targets.ChangesOf(person).Select(t => new TargetView(t.Team, t.Row.Amount, t.Row.Currency, t.Row.Since, t.Row.Because, desk.People.Names[t.Row.ById], t.Counts))],
            Calls = [.. calls.Where(c => c.PersonId == person)], IsHidden = IsHidden(person),
            Rows = [.. shown.Select(Row)], AllRows = below.Count, Skipped = skip, IsWhole = desk.People.IsWhole(person), HasUnnamed = desk.People.Names.AnyUnnamed,
            Deals = desk.People.Leads(person) ? [] : await DealsAsync(desk, asOf, db, ct), NotAdded = sums.Missing?.Sentence,
            MayCall = asOf is null && !desk.IsClosed && desk.MayCall(db), MayAim = asOf is null && !desk.IsClosed && (desk.MayAim(db) || desk.Aimed(db).Count > 0), AimsAtTeamsOnly = !desk.MayAim(db), Teams = [.. desk.Aimed(db).Select(t => new Choice(t.Id.ToString(), t.Name))],
            Unled = [.. desk.People.UnledOf(person).Select(t => (Team: t, People: (IReadOnlySet<Guid>)desk.People.PeopleUnder(t.Id).Where(line.Contains).ToHashSet())).Select(t => new UnledTeam(t.Team.Id, t.Team.Name, t.People.Count, sums.Of(t.People), targets.OfTeam(t.Team.Id))).Where(t => t.Target is not null)],
        };

        bool IsHidden(Guid whose) => !desk.IsClosed && !mine.Contains(whose);

        ForecastRow Row((Guid Id, bool IsOwn, IReadOnlySet<Guid> Line) row)
        {
            var about = calls.Where(c => c.PersonId == row.Id && !row.IsOwn).ToList();
            return new ForecastRow(desk.People.Names.IsNamed(row.Id) ? row.Id : null, desk.People.Names[row.Id], row.Line.Count, sums.Of(row.Line), targets.Of(row.Id, row.IsOwn))
            {
                Theirs = about.FirstOrDefault(c => c.IsTheirs), Managers = about.FirstOrDefault(c => c.ById == person), IsHidden = !row.IsOwn && IsHidden(row.Id), IsOwn = row.IsOwn,
            };
        }
    }

    // Who answers to them, those with the most at stake first; and what stands in nobody's line below.
    private static List<(Guid Id, bool IsOwn, IReadOnlySet<Guid> Line)> Below(ForecastDesk desk, IReadOnlySet<Guid> line, SumsByOwner sums)
    {
        var person = desk.PersonId;
        if (!desk.People.Leads(person)) return [];
        var rows = desk.People.ReportsOf(person).Where(line.Contains).Select(id => (Id: id, IsOwn: false, Line: (IReadOnlySet<Guid>)desk.People.LineOf(id).Where(line.Contains).ToHashSet()))
            .Where(r => r.Line.Any(id => sums.By.ContainsKey(id) || desk.People.Find(id) is { IsHere: true, Role: Role.Seller })).ToList();
        var below = rows.SelectMany(r => r.Line).ToHashSet();
        rows.AddRange(line.Where(id => !below.Contains(id) && sums.By.ContainsKey(id)).Select(id => (id, true, (IReadOnlySet<Guid>)new HashSet<Guid> { id })));
        return [.. rows.OrderByDescending(r => sums.Of(r.Line).Sure).ThenBy(r => desk.People.Names[r.Id], StringComparer.CurrentCulture).ThenBy(r => r.Id)];
    }

    private static async Task<List<CallView>> CallsAsync(ForecastDesk desk, List<Guid> people, DateOnly? asOf, AppDb db, CancellationToken ct)
    {
        var (from, to, me) = (desk.Period.From, desk.Period.To, db.Viewer.PersonId);
        var until = asOf is { } day ? Standing.EndOf(day) : DateTime.MaxValue;
        var calls = await db.SeenCalls(desk.Standing.Day).AsNoTracking().Where(c => c.From == from && c.To == to && people.Contains(c.OwnerId) && c.At <= until).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(MostCalls).ToListAsync(ct);
        return [.. calls.Select(c => new CallView(c.Id, c.OwnerId, desk.People.Names[c.ById], c.ById == me, c.ById == c.OwnerId, c.Commit, c.BestCase, c.Currency, c.Because, desk.Calendar.LocalOf(c.At)) { ById = c.ById })];
    }

    private static async Task<IReadOnlyList<ForecastDeal>> DealsAsync(ForecastDesk desk, DateOnly? asOf, AppDb db, CancellationToken ct)
    {
        var (person, names) = (desk.PersonId, db.Opportunities);
        var deals = await Counted.Deals(db, asOf).In(desk.Period).Where(d => d.OwnerId == person && d.End == StageEnd.Open).OrderBy(d => d.CloseOn).ThenBy(d => d.Id).Take(MostDeals)
            .Select(d => new { Deal = d, Name = names.Where(o => o.Id == d.Id).Select(o => o.Name).FirstOrDefault() }).ToListAsync(ct);
        var categories = await Counted.CategoriesAsync(db, ct);
        return [.. deals.Select(d => new ForecastDeal(d.Deal.Id, d.Name ?? "…", Counted.PlaceOf(d.Deal.End, d.Deal.Category, d.Deal.StageId, categories), d.Deal.Amount, d.Deal.Currency, d.Deal.CloseOn))];
    }
}
