using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Maps;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Plans;

/// <summary>Reads an account's plan.</summary>
internal static class PlanReading
{
    /// <summary>Nobody reads a plan longer than this.</summary>
    public const int Most = 200;
    private const int MostReviews = 40;

    public static async Task<Outcome<PlanView>> ReadAsync(AppDb db, Guid accountId, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var people = db.PersonRows();
        var plans = db.Rows<AccountPlan>().AsNoTracking().Where(p => p.AccountId == accountId);
        if (await db.Accounts.Where(a => a.Id == accountId).GroupJoin(plans, a => a.Id, p => p.AccountId, (a, p) => new { a, p }).SelectMany(x => x.p.DefaultIfEmpty(), (x, p) => new { x.a.Id, x.a.Name, x.a.OwnerId, Plan = p }).SingleOrDefaultAsync(ct) is not { } account) return Outcome.Missing;
        var said = account.Plan is { } plan ? await db.Rows<Event>().AsNoTracking().Where(e => e.SubjectId == plan.Id).OrderByDescending(e => e.OccurredAt).ThenByDescending(e => e.Id).Select(e => new { e.OccurredAt, Who = people.Where(p => p.Id == e.ActorId).Select(p => p.Name).FirstOrDefault() }).FirstOrDefaultAsync(ct) : null;
        return new PlanView
        {
            AccountId = account.Id, Account = account.Name, Version = account.Plan?.Version ?? 0, Scope = account.Plan?.Scope, Until = account.Plan?.Until, Charter = account.Plan?.Charter, SaidOn = said is null ? null : DateOnly.FromDateTime(said.OccurredAt), SaidBy = said?.Who,
            Items = await ItemsAsync(db, accountId, ct),
            Players = await PlayersAsync(db, accountId, ct),
            Reviews = (await db.Rows<PlanReview>().AsNoTracking().Where(r => r.AccountId == accountId).OrderByDescending(r => r.HeldOn).ThenByDescending(r => r.Id).Take(MostReviews)
                .Select(r => new { Row = new PlanReviewView(r.Id, r.HeldOn, r.WithCustomer, r.Note, people.Where(p => p.Id == r.SaidById).Select(p => p.Name).FirstOrDefault(), null), Head = r.Snapshot.Substring(0, PlanSnapshot.HeadLength) }).ToListAsync(ct))
                .ConvertAll(r => r.Row with { KeptOn = PlanSnapshot.KeptOnOf(r.Head) }),
            Tasks = await TaskReading.OpenAsync(db, t => t.AccountId == accountId, ct),
            Deals = deals.FirstOrDefault() is { } known ? await known.OfAccountAsync(db, accountId, ct) : [],
            MayEdit = db.Viewer.May(Permission.EditCustomers) && db.MayEdit(Kinds.Account, account.Id, account.OwnerId),
            Today = await ListTasks.TodayAsync(db, clock, ct),
        };
    }

    public static async Task<IReadOnlyList<PlanItemView>> ItemsAsync(AppDb db, Guid accountId, CancellationToken ct)
    {
        var people = db.PersonRows();
        return await db.Rows<PlanItem>().AsNoTracking().Where(i => i.AccountId == accountId).OrderBy(i => i.Kind).ThenBy(i => i.Year).ThenBy(i => i.Id).Take(Most).Select(i => new PlanItemView
        {
            Id = i.Id, Version = i.Version, Kind = i.Kind, Text = i.Text, Evidence = i.Evidence, AsOf = i.AsOf, SaidBy = people.Where(p => p.Id == i.SaidById).Select(p => p.Name).FirstOrDefault(), FromId = i.FromId, StrengthId = i.StrengthId,
            PlayerId = i.PlayerId, On = i.On, Rung = i.Rung, Target = i.Target, Year = i.Year, Amount = i.Amount, Currency = i.Currency, OpportunityId = i.OpportunityId,
        }).ToListAsync(ct);
    }

    /// <summary>How everyone of the map stands of whom influence or stance is known, seen by the viewer or not: what is kept, never what is shown.</summary>
    public static async Task<IReadOnlyList<PlayerThen>> StandingAsync(AppDb db, Guid accountId, CancellationToken ct) =>
        await db.Rows<MapPerson>().AsNoTracking().Where(p => p.AccountId == accountId && (p.Influence != null || p.Stance != null)).OrderBy(p => p.Id).Select(p => new PlayerThen(p.Id, p.Influence, p.Stance)).ToListAsync(ct);

    /// <summary>Whose influence or stance is known, the weightiest first; of a contact the viewer does not see, nothing.</summary>
    public static async Task<IReadOnlyList<PlanPlayer>> PlayersAsync(AppDb db, Guid accountId, CancellationToken ct)
    {
        var contacts = db.Contacts;
        return await db.Rows<MapPerson>().Shown(db).AsNoTracking().Where(p => p.AccountId == accountId && (p.Influence != null || p.Stance != null))
            .OrderByDescending(p => p.Influence).ThenBy(p => p.Stance).ThenBy(p => p.Id).Take(MapReading.Most).Select(p => new PlanPlayer
            {
                Id = p.Id, Name = contacts.Where(c => c.Id == p.ContactId).Select(c => c.Name).FirstOrDefault() ?? p.Placeholder ?? "", Title = contacts.Where(c => c.Id == p.ContactId).Select(c => c.Title).FirstOrDefault(),
                Influence = p.Influence, Stance = p.Stance, AsOf = p.AsOf,
            }).Seen(db).ToListAsync(ct);
    }
}
