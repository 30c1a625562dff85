using Coxswain.Customers.Activities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service.Rewards;

/// <summary>The ledger of a month: points per aim and person, what they pay, and the lines of one of them.</summary>
internal static class ShowRewards
{
    /// <summary>As the access log calls it.</summary>
    public const string Look = "service.rewards";

    public sealed record Input
    {
        /// <summary>Any day of the month; this month, where nobody says.</summary>
        public DateOnly? Month { get; init; }

        /// <summary>Whose lines to show, as the rows say; one's own, where nobody says.</summary>
        public string? Person { get; init; }
    }

    public static async Task<Outcome<RewardsView>> Do(Input input, AppDb db, IEnumerable<IDealOutcomes> outcomes, TimeProvider clock, CancellationToken ct)
    {
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var month = First(input.Month is { } day && day <= today ? day : today);
        var reading = new RewardReading(db, outcomes);
        var (lines, rules) = await reading.ReadAsync(month, month.AddMonths(1), null, ct);
        var names = await FigureNames.ReadAsync(db, ct);
        var reach = db.Reaches.For(Kinds.ServiceFigures, AccessLevel.Read);
        var currency = (await db.TenantAsync(ct)).Currency;
        var rows = lines.GroupBy(l => l.PersonId).Select(g => RewardRow.Of(names.KeyOf(g.Key), names[g.Key], [.. g], reading.Terms?.PointWorth) with { PersonId = g.Key }).OrderBy(r => r.Name, StringComparer.CurrentCulture).ToList();
        db.NoteLook(Look, rows.Select(r => r.PersonId));
        var shown = input.Person ?? names.KeyOf(db.Viewer.PersonId);
        var leads = db.Viewer.May(Permission.SeeTeamFigures) && (reach.Everyone || reach.Owners.Count > 1);
        return new RewardsView(month, today, rows, rows.FirstOrDefault(r => r.Person == shown), [.. RuleView.Of(rules, today).Where(r => r.IsInForce)], currency, reading.Terms?.PointWorth) { MayPay = leads && month.AddMonths(1) <= today && rows.Any(r => r.Unpaid > 0 && r.PersonId != db.Viewer.PersonId), Leads = leads };
    }

    internal static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <summary>A person's points of a month.</summary>
/// <param name="Person">What the row is found by: a letter until the team was told.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Knowledge">Points for product knowledge.</param>
/// <param name="Care">Points for how customers are looked after.</param>
/// <param name="Deals">Points for opportunities handed on.</param>
/// <param name="Points">All of them.</param>
/// <param name="Unpaid">Of them, not paid yet.</param>
/// <param name="Amount">What they pay by the terms of that month, in minor units; null where points pay nothing.</param>
/// <param name="Lines">What earned them.</param>
public sealed record RewardRow(string Person, string Name, int Knowledge, int Care, int Deals, int Points, int Unpaid, long? Amount, IReadOnlyList<LedgerLine> Lines)
{
    internal Guid PersonId { get; init; }

    internal static RewardRow Of(string key, string name, IReadOnlyList<LedgerLine> lines, long? worth)
    {
        int Sum(RewardAim aim) => lines.Where(l => l.Aim == aim).Sum(l => l.Points);
        var all = lines.Sum(l => l.Points);
        return new(key, name, Sum(RewardAim.Knowledge), Sum(RewardAim.Care), Sum(RewardAim.Deals), all, lines.Where(l => l.PaidWith is null).Sum(l => l.Points), worth * all, lines);
    }
}

/// <summary>The ledger as its page shows it.</summary>
public sealed record RewardsView(DateOnly Month, DateOnly Today, IReadOnlyList<RewardRow> Rows, RewardRow? Shown, IReadOnlyList<RuleView> Rules, string Currency, long? PointWorth)
{
    /// <summary>There is something of others to pay for a month that is over.</summary>
    public bool MayPay { get; init; }

    /// <summary>The viewer leads people whose rows these may be.</summary>
    public bool Leads { get; init; }
}
