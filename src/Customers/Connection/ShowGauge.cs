using Coxswain.Customers.Activities;
using Coxswain.Customers.Favours;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Connection;

/// <summary>Shows how close an account and we are: how often, how long, who begins, how early, and whether they see a difference.</summary>
internal static class ShowGauge
{
    private const int Months = 12, Days = 30;
    private static readonly int WindowMonths = TouchTrend.Window.Days / Days;

    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<GaugeView>> Do(Input input, AppDb db, IEnumerable<IFirstStages> stages, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (since, recent) = (now.AddDays(-Months * Days), now - TouchTrend.Window);
        var touched = TouchTrend.Touched(db, input.Id).Where(i => i.OccurredAt <= now);
        var talks = touched.Where(i => i.OccurredAt > since && (i.Kind == InteractionKind.Call || i.Kind == InteractionKind.Meeting));
        var contacts = db.Contacts.Where(c => c.AccountId == input.Id);
        var met = Encounter.Of(db, touched.Where(i => i.OccurredAt > recent), contacts.Select(c => c.Id), input.Id).Select(e => e.ContactId);
        var sums = await db.Accounts.Where(a => a.Id == input.Id).Select(a => new
        {
            a.Name,
            First = touched.Min(i => (DateTime?)i.OccurredAt),
            Talks = talks.Count(),
            Timed = talks.Count(i => i.Minutes != null),
            Mean = talks.Average(i => (double?)i.Minutes),
            Known = contacts.Count(),
            Reached = contacts.Count(c => met.Contains(c.Id)),
        }).SingleOrDefaultAsync(ct);
        if (sums is null) return Outcome.Missing;
        var months = await ByMonthAsync(touched, now, ct);
        return new GaugeView
        {
            AccountId = input.Id, Account = sums.Name, Trend = new(months.TakeLast(WindowMonths).Sum(m => m.All), months.SkipLast(WindowMonths).TakeLast(WindowMonths).Sum(m => m.All)), MeanMinutes = sums.Mean, Timed = sums.Timed, CallsAndMeetings = sums.Talks,
            PeopleKnown = sums.Known, PeopleReached = sums.Reached, FirstTouch = sums.First is { } first ? DateOnly.FromDateTime(first) : null,
            Months = months,
            FirstStages = stages.FirstOrDefault() is { } deals ? await deals.OfAsync(db, input.Id, ct) : [],
            Differences = await db.DeskNotes.Where(n => n.AccountId == input.Id && n.Difference != null).OrderByDescending(n => n.AskedOn).ThenByDescending(n => n.Id).Take(Months).Select(n => new Difference(n.AskedOn, n.Difference!.Value)).ToListAsync(ct),
            Favours = await FavourView.OfAsync(db, input.Id, ct),
            MayAdd = db.Viewer.May(Permission.EditCustomers),
            Today = await ListTasks.TodayAsync(db, clock, ct),
        };
    }

    // Which thirty days a touch falls into is told by twelve limits in one statement: days themselves are counted differently by each engine.
    private static async Task<IReadOnlyList<GaugeMonth>> ByMonthAsync(IQueryable<Interaction> touched, DateTime now, CancellationToken ct)
    {
        IQueryable<Count>? all = null;
        for (var month = 0; month < Months; month++)
        {
            var (from, to, place) = (now.AddDays(-(month + 1) * Days), now.AddDays(-month * Days), month);
            var one = touched.Where(i => i.OccurredAt > from && i.OccurredAt <= to).GroupBy(i => i.Inbound == null ? 0 : i.Inbound == true ? 1 : 2).Select(g => new Count { Place = place, Side = g.Key, Touches = g.Count() });
            all = all is null ? one : all.Concat(one);
        }
        var counts = (await all!.ToListAsync(ct)).ToDictionary(c => (c.Place, c.Side), c => c.Touches);
        return [.. Enumerable.Range(0, Months).Reverse().Select(m => new GaugeMonth(DateOnly.FromDateTime(now.AddDays(-(m + 1) * Days)).AddDays(1), Of(m, 1), Of(m, 2), Of(m, 0)))];

        int Of(int place, int side) => counts.GetValueOrDefault((place, side));
    }

    private sealed class Count
    {
        public int Place { get; init; }
        public int Side { get; init; }
        public int Touches { get; init; }
    }
}
