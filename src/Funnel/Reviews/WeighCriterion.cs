using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Reviews;

/// <summary>Says how strongly something that was ticked counted, what shows it and who brought it about; said again it replaces what was said, and with nothing it is taken off.</summary>
internal static class WeighCriterion
{
    public sealed record Input
    {
        /// <summary>The look back.</summary>
        public Guid Id { get; init; }

        /// <summary>The key of what was ticked.</summary>
        public string? Criterion { get; init; }

        /// <summary><c>Weak</c>, <c>Clear</c> or <c>Decisive</c>; unknown where nothing is said.</summary>
        public CriterionStrength? Strength { get; init; }

        /// <summary>What shows it.</summary>
        [StringLength(500)]
        public string? Evidence { get; init; }

        /// <summary>Who brought it about, of us and of them.</summary>
        [StringLength(200)]
        public string? Contributors { get; init; }
    }

    public static async Task<Outcome<ReviewView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.DealReviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } review) return Outcome.Missing;
        var (_, no) = await db.OpportunityForChangeAsync(review.OpportunityId, ct);
        if (no is not null) return no;
        var code = (await ReviewCodes.ReadAsync(db, ct)).FirstOrDefault(c => c.Key == input.Criterion && c.Kind is ReviewCodeKind.Won);
        if (code is null || !ReviewCodes.Keys(review.Codes).Contains(code.Key)) return Outcome.Refused(T("Tick it in the look back first: then it can be said how strongly it counted."));
        var (evidence, who) = (Said(input.Evidence), Said(input.Contributors));
        var row = await db.ReviewCriteria.SingleOrDefaultAsync(c => c.ReviewId == review.Id && c.Criterion == code.Key, ct);
        if (input.Strength is null && evidence is null && who is null) { if (row is not null) db.Remove(row); }
        else
        {
            if (row is null) db.Add(row = new ReviewCriterion { OpportunityId = review.OpportunityId, ReviewId = review.Id, Criterion = code.Key });
            (row.Strength, row.Evidence, row.Contributors) = (input.Strength, evidence, who);
        }
        await db.SaveChangesAsync(ct);
        return await db.DealReviews.AsNoTracking().Where(r => r.Id == review.Id).Select(ShowReview.Reading(db)).SingleAsync(ct);
    }

    public static async Task<Outcome<ReviewSaved>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var weighed = await Do(input, db, ct);
        return weighed.View is { } review ? Outcome.Done(new ReviewSaved(review.DealId)).Saying(T("It is saved.")) : weighed.No;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
