using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Rewards;

/// <summary>Writes down that the points of a month were paid, with what came to light late of months before. Nobody pays themselves.</summary>
internal static class PayRewards
{
    public sealed record Input
    {
        /// <summary>Any day of the month, which has to be over.</summary>
        public DateOnly? Month { get; init; }
    }

    public static async Task<Outcome<RewardsPaid>> Do(Input input, AppDb db, IEnumerable<IDealOutcomes> outcomes, TimeProvider clock, CancellationToken ct)
    {
        if (input.Month is not { } day) return Outcome.Invalid("Month", T("Please fill this in."));
        // Nobody was paid for hearing something before there were computers, and the months around it have to be days as well.
        if (day.Year is < 1990 or > 2200) return Outcome.Invalid("Month", T("This is out of range."));
        var (today, month) = (await ListTasks.TodayAsync(db, clock, ct), ShowRewards.First(day));
        if (month.AddMonths(1) > today) return Outcome.Refused(T("This month is not over yet."));
        var (terms, currency, me) = (await ServiceTerms.OnAsync(db, month.AddMonths(1).AddDays(-1), ct), (await db.TenantAsync(ct)).Currency, db.Viewer.PersonId);
        var (lines, _) = await new RewardReading(db, outcomes).ReadAsync(month.AddMonths(1 - RewardReading.MonthsBack), month.AddMonths(1), null, ct);
        var already = await db.Rows<RewardPayout>().Where(p => p.Month >= month).Select(p => p.PersonId).Distinct().ToListAsync(ct);
        var due = lines.Where(l => l.PaidWith is null && l.PersonId != me && !already.Contains(l.PersonId)).GroupBy(l => l.PersonId).ToList();
        if (due.Count == 0) return Outcome.Refused(T("There is nothing to pay for this month."));
        var payouts = due.ConvertAll(g => (Payout: new RewardPayout { PersonId = g.Key, Month = month, Points = g.Sum(l => l.Points), Amount = terms.PointWorth * g.Sum(l => l.Points), Currency = currency, PaidOn = today, SaidById = me }, Lines: g));
        db.AddRange(payouts.Select(p => p.Payout));
        db.AddRange(payouts.SelectMany(p => p.Lines.Select(l => new RewardLine { PayoutId = p.Payout.Id, PersonId = l.PersonId, Fact = l.Fact, FactId = l.FactId, RuleId = l.RuleId, On = l.On, Points = l.Points })));
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new RewardsPaid(month, payouts.Count, payouts.Sum(p => p.Payout.Points))).Saying(T("Written down as paid."));
    }
}

/// <summary>What was written down as paid.</summary>
public sealed record RewardsPaid(DateOnly Month, int People, int Points);
