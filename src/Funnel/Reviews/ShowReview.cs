using System.Linq.Expressions;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Reviews;

/// <summary>Shows the look back on a deal, or the form for it.</summary>
internal static class ShowReview
{
    private const int MostPeople = 200, MostEarlier = 10;

    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<ReviewPageView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var (today, rule) = ((await Standing.ReadAsync(db, clock, ct)).Day, await StallRule.ReadAsync(db, ct));
        var why = rule.Why(deal, today);
        var outcome = ReviewWords.Outcome(deal.End) ?? (why is null ? null : ReviewOutcome.Stalled);
        var all = await OfAsync(db, deal.Id, ct);
        var people = await db.PersonRows().Where(p => p.IsHere && p.CanSignIn).OrderBy(p => p.FoldedName).Take(MostPeople).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var now = all.FirstOrDefault(r => r.Outcome == outcome);
        return new ReviewPageView
        {
            Deal = deal, Codes = await ReviewCodes.ReadAsync(db, ct), Outcome = outcome, Why = why, Rule = rule, Review = now, Earlier = [.. all.Where(r => r != now)], People = [.. people.Select(p => new Choice(p.Id.ToString(), p.Name))],
            MayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId), Today = today,
        };
    }

    /// <summary>The same of the deal that a look back is of.</summary>
    public static async Task<Outcome<ReviewPageView>> OfReview(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.DealReviews.Where(r => r.Id == input.Id).Select(r => (Guid?)r.OpportunityId).SingleOrDefaultAsync(ct) is { } deal ? await Do(new() { Id = deal }, db, clock, ct) : Outcome.Missing;

    public static async Task<Outcome<IReadOnlyList<ReviewView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Opportunities.AnyAsync(o => o.Id == input.Id, ct) ? Outcome.Done(await OfAsync(db, input.Id, ct)) : Outcome.Missing;

    /// <summary>The latest first.</summary>
    public static async Task<IReadOnlyList<ReviewView>> OfAsync(AppDb db, Guid deal, CancellationToken ct) =>
        await db.DealReviews.AsNoTracking().Where(r => r.OpportunityId == deal).OrderByDescending(r => r.ReviewedOn).ThenByDescending(r => r.Id).Take(MostEarlier).Select(Reading(db)).ToListAsync(ct);

    public static Expression<Func<DealReview, ReviewView>> Reading(AppDb db)
    {
        var (people, criteria) = (db.PersonRows(), db.ReviewCriteria);
        return r => new ReviewView
        {
            Id = r.Id, DealId = r.OpportunityId, Outcome = r.Outcome, ReviewedOn = r.ReviewedOn, Kept = r.Codes, First = r.First, TheirWord = r.TheirWord, OurWord = r.OurWord, Lesson = r.Lesson, LessonForId = r.LessonForId, LessonState = r.LessonState, LessonOn = r.LessonOn,
            ReviewedBy = people.Where(p => p.Id == r.ReviewedById).Select(p => p.Name).FirstOrDefault(), LessonFor = people.Where(p => p.Id == r.LessonForId).Select(p => p.Name).FirstOrDefault(),
            Weighed = criteria.Where(c => c.ReviewId == r.Id).OrderBy(c => c.Id).Select(c => new WeighedCriterion(c.Criterion, c.Strength, c.Evidence, c.Contributors)).ToList(),
        };
    }
}
