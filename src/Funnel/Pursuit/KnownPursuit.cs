using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Pursuit;

/// <summary>What was said of whether to go for many deals, and answered of how their accounts fit, from which what is known of each is worked out for a day.</summary>
internal sealed record KnownPursuit(ILookup<Guid, SaidLine> Said, ILookup<Guid, FitAnswerLine> Answers, FitEdition? Edition, OwnTimes Times, int CloseOutChance)
{
    /// <summary>In as many statements for a thousand as for one.</summary>
    public static async Task<KnownPursuit> ReadAsync(AppDb db, IReadOnlyCollection<Guid> deals, IReadOnlyCollection<Guid> accounts, CancellationToken ct) => new(
        (await db.PursuitSayings.AsNoTracking().Where(s => deals.Contains(s.OpportunityId)).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Select(s => new SaidLine(s.OpportunityId, s.Id, new PursuitSaid(s.Field, s.Value, s.Evidence, s.On, null))).ToListAsync(ct)).ToLookup(s => s.DealId),
        await FitReading.AnswersOfAsync(db, accounts, deals, ct), await FitReading.ProfileAsync(db, ct), await OwnTimes.ReadAsync(db, ct), (await PlanSettings.ReadAsync(db, ct)).CloseOutChance);

    /// <summary>Of one deal on a day. What went into it and what was decided is read elsewhere.</summary>
    /// <param name="deal">The deal as it stood.</param>
    /// <param name="plan">Who decides, as its plan had it.</param>
    /// <param name="past">A past day, on which only what was written by then was known; the profile is taken as it is now.</param>
    public PursuitFacts At(OpportunityView deal, DealPlan plan, DateOnly? past)
    {
        var says = Said[deal.Id].Where(s => past is not { } day || s.Said.On <= day && IsKnown(s.Id, day)).Select(s => s.Said);
        var answers = (deal.AccountId is { } account ? Answers[account] : []).Concat(Answers[deal.Id]).Where(a => past is not { } day || a.On <= day && IsKnown(a.Id, day)).OrderByDescending(a => a.On).ThenByDescending(a => a.Id);
        var questions = Edition is null ? [] : FitReading.Questions(Edition, [.. answers], ofDeal: true);
        return new PursuitFacts
        {
            Deal = deal, Today = plan.Today, Says = [.. says.DistinctBy(s => s.Field)], Fit = FitReading.OfDeal(Edition, deal, questions), FitEdition = Edition?.Number, Unasked = [.. questions.Where(q => q.Said is FitSaid.Unknown).Select(q => q.Text)],
            CloseOutChance = CloseOutChance, Plan = plan, Spent = new(0, 0, 0, 0, null), Times = Times, Decisions = [],
        };
    }

    private static bool IsKnown(Guid id, DateOnly day) => DateOnly.FromDateTime(Keys.MomentOf(id)) <= day;
}

/// <summary>Something said of a deal, with its key.</summary>
internal sealed record SaidLine(Guid DealId, Guid Id, PursuitSaid Said);
