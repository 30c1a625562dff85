using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Reads what is known of a deal when one asks whether to go for it.</summary>
internal static class PursuitReading
{
    private const int Most = 200, MostPeople = 200;

    public static async Task<PursuitFacts> OfAsync(AppDb db, OpportunityView deal, DateOnly day, CancellationToken ct, DealPlan? plan = null)
    {
        var (counted, says) = (await PlanSettings.ReadAsync(db, ct), await SaidAsync(db, deal.Id, ct));
        var edition = await FitReading.ProfileAsync(db, ct);
        var questions = edition is null ? [] : FitReading.Questions(edition, await FitReading.AnswersAsync(db, FitSubject.OfDeal(deal).Answers(db), ct), ofDeal: true);
        return new PursuitFacts
        {
            Deal = deal, Today = day, CloseOutChance = counted.CloseOutChance, Says = [.. says.DistinctBy(s => s.Field)], FirstStatus = says.LastOrDefault(s => s is { Field: PursuitField.Status, Value: not null }),
            Fit = FitReading.OfDeal(edition, deal, questions), AsksDeals = edition?.OfDeals > 0, FitEdition = edition?.Number, Unasked = [.. questions.Where(q => q.Said is FitSaid.Unknown).Select(q => q.Text)],
            Plan = plan ?? await PlanReading.OfAsync(db, deal, day, new([], [], [], 0) { StaleAfter = counted.JudgementDays }, ct),
            Spent = await SpentAsync(db, deal.Id, says.FirstOrDefault(s => s.Field is PursuitField.Hours)?.Value, ct),
            Times = await OwnTimes.ReadAsync(db, ct),
            Decisions = await DecisionsAsync(db, deal.Id, ct),
        };
    }

    /// <summary>Of many open deals what is advised needs, in as many statements as of one; what went into them and what was decided is not read.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PursuitFacts>> OfManyAsync(AppDb db, IReadOnlyList<OpportunityView> deals, DateOnly day, CancellationToken ct)
    {
        var (ids, staleAfter) = (deals.Select(d => d.Id).ToList(), (await PlanSettings.ReadAsync(db, ct)).JudgementDays);
        var people = (await db.PeopleOfDeals(ids).ToListAsync(ct)).ToLookup(p => p.DealId);
        var known = await KnownPursuit.ReadAsync(db, ids, [.. deals.Select(d => d.AccountId).OfType<Guid>().Distinct()], ct);
        return deals.ToDictionary(d => d.Id, deal => known.At(deal, PlanReading.Put(deal, day, [], people[deal.Id], new([], [], [], 0) { StaleAfter = staleAfter }), past: null));
    }

    // The latest first.
    private static async Task<IReadOnlyList<PursuitSaid>> SaidAsync(AppDb db, Guid deal, CancellationToken ct)
    {
        var people = db.PersonRows();
        return await db.PursuitSayings.AsNoTracking().Where(s => s.OpportunityId == deal).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(Most).Select(s => new PursuitSaid(s.Field, s.Value, s.Evidence, s.On, people.Where(p => p.Id == s.SaidById).Select(p => p.Name).FirstOrDefault())).ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<PursuitDecided>> DecisionsAsync(AppDb db, Guid deal, CancellationToken ct)
    {
        var people = db.PersonRows();
        return await db.PursuitDecisions.AsNoTracking().Where(d => d.OpportunityId == deal).OrderByDescending(d => d.Id).Take(Most).Select(d => new PursuitDecided
        {
            Id = d.Id, Choice = d.Choice, Reason = d.Reason, StopRule = d.StopRule, AgainOn = d.AgainOn, On = d.On, By = people.Where(p => p.Id == d.SaidById).Select(p => p.Name).FirstOrDefault(), Advised = d.Advised,
            FitScore = d.FitScore, FitUnknown = d.FitUnknown, Status = d.Status, Interest = d.Interest, Chance = d.Chance, RolesKnown = d.RolesKnown, Talks = d.Talks, Minutes = d.Minutes, Hours = d.Hours, DaysOpen = d.DaysOpen,
        }).ToListAsync(ct);
    }

    private static async Task<PursuitSpent> SpentAsync(AppDb db, Guid deal, int? hours, CancellationToken ct)
    {
        var by = await db.InteractionsAbout(Kinds.Opportunity).Where(i => i.AboutId == deal && i.Kind != InteractionKind.Note).GroupBy(i => i.OwnerId).Select(g => new { g.Key, Talks = g.Count(), Timed = g.Count(i => i.Minutes != null), Minutes = g.Sum(i => i.Minutes ?? 0) }).Take(MostPeople).ToListAsync(ct);
        return new(by.Sum(b => b.Talks), by.Sum(b => b.Timed), by.Sum(b => b.Minutes), by.Count, hours);
    }
}
