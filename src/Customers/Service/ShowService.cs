using Coxswain.Customers.Activities;
using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Service.Guard;
using Coxswain.Customers.Service.Rewards;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service;

/// <summary>The one screen of who works in support: solve first; did I hear something, and what became of it?</summary>
internal static class ShowService
{
    private const int Recent = 4, Latest = 8;

    public static async Task<Outcome<ServiceView>> Do(AppDb db, IEnumerable<IDealOutcomes> outcomes, TimeProvider clock, CancellationToken ct)
    {
        var (me, today) = (db.Viewer.PersonId, await ListTasks.TodayAsync(db, clock, ct));
        var (month, reading) = (ShowRewards.First(today), new RewardReading(db, outcomes));
        var (lines, rules) = await reading.ReadAsync(month, month.AddMonths(1), me, ct);
        var terms = reading.Terms is { } agreed && agreed.From <= today ? agreed : await ServiceTerms.OnAsync(db, today, ct);
        var rows = await db.Rows<Tip>().AsNoTracking().Where(t => t.OwnerId == me).OrderByDescending(t => t.HeardOn).ThenByDescending(t => t.Id).Take(Latest).Select(TipView.Reading(db)).ToListAsync(ct);
        var tips = await ListTips.KnownAsync(rows, db, outcomes, ct, reading.Ends);
        var guard = await GuardReading.ReadAsync(db, await GuardReading.RatedAsync(db, today, ct), today, terms.MostDrop / 100.0, ct);
        return new ServiceView
        {
            Form = new TipFormView(null) { Recent = await RecentAsync(db, ct) }, Mine = tips, ToDecide = guard.ToDecide, Rewards = rules.Count == 0 ? null : RewardRow.Of("", db.Viewer.Name, lines, (reading.Terms ?? terms).PointWorth),
            Currency = (await db.TenantAsync(ct)).Currency, Guard = guard, Terms = TermsRow.Of(terms), Today = today, MayHear = db.Viewer.May(Permission.EditCustomers), Leads = db.Viewer.May(Permission.SeeTeamFigures),
        };
    }

    /// <summary>Where one helped last: the customer is most often one of these, and then it is one touch.</summary>
    internal static async Task<IReadOnlyList<Choice>> RecentAsync(AppDb db, CancellationToken ct)
    {
        var me = db.Viewer.PersonId;
        var last = db.Rows<ServiceCase>().Where(c => c.OwnerId == me).OrderByDescending(c => c.OpenedOn).ThenByDescending(c => c.Id).Select(c => c.AccountId).Take(20);
        var rows = await last.Join(db.Accounts, id => id, a => a.Id, (_, a) => new { a.Id, a.Name }).ToListAsync(ct);
        return [.. rows.DistinctBy(a => a.Id).Take(Recent).Select(a => new Choice(a.Id.ToString(), a.Name))];
    }
}

/// <summary>The screen of who works in support.</summary>
public sealed record ServiceView
{
    public required TipFormView Form { get; init; }
    public required IReadOnlyList<TipView> Mine { get; init; }

    /// <summary>Tips that wait for the viewer's word.</summary>
    public required int ToDecide { get; init; }

    /// <summary>One's own points of this month; null while there are no rules.</summary>
    public RewardRow? Rewards { get; init; }
    public required string Currency { get; init; }
    public required GuardView Guard { get; init; }
    public required TermsRow Terms { get; init; }
    public required DateOnly Today { get; init; }
    public required bool MayHear { get; init; }
    public required bool Leads { get; init; }
}
