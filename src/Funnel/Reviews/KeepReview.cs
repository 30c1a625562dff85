using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Reviews;

/// <summary>Keeps the look back on a deal that is decided or stalled: one for each way it stood, said anew as often as one likes.</summary>
internal static class KeepReview
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>Keys of what made the difference.</summary>
        public IReadOnlyList<string>? Won { get; init; }

        /// <summary>Keys of what stood in the way.</summary>
        public IReadOnlyList<string>? Inhibitors { get; init; }

        /// <summary>Which of them came first; where nothing is said it is unknown, unless there is one alone.</summary>
        public string? First { get; init; }

        /// <summary>Keys of where we as a team fell short.</summary>
        public IReadOnlyList<string>? Team { get; init; }

        [StringLength(500)]
        public string? TheirWord { get; init; }

        [StringLength(500)]
        public string? OurWord { get; init; }

        /// <summary>What to change.</summary>
        [StringLength(500)]
        public string? Lesson { get; init; }

        /// <summary>Who changes it.</summary>
        public Guid? LessonFor { get; init; }
    }

    public static async Task<Outcome<ReviewView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (_, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var deal = await db.OpportunityAsync(input.Id, ct);
        var standing = await Standing.ReadAsync(db, clock, ct);
        if ((ReviewWords.Outcome(deal.End) ?? (await StalledAsync(db, deal, standing.Day, ct) ? ReviewOutcome.Stalled : null)) is not { } outcome)
            return Outcome.Invalid("", T("This deal is open and not stalled: a next step is agreed, and it is not open longer than your won deals took. There is nothing to look back on yet."));
        var review = await db.RowsWithRemoved<DealReview>().Where(r => r.OpportunityId == deal.Id && r.Outcome == outcome).OrderByDescending(r => r.RemovedAt == null).ThenByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        var before = review is { RemovedAt: null } ? ReviewCodes.Keys(review.Codes) : [];
        var problems = Wrong(input, await ReviewCodes.ReadAsync(db, ct), before);
        problems.AddIf(input.LessonFor is { } who && !await db.PersonRows().AnyAsync(p => p.Id == who && p.IsHere, ct), "LessonFor", T("Choose somebody who works here."));
        if (problems.Any) return Outcome.Invalid(problems);
        if (review is null) db.Add(review = new DealReview { OpportunityId = deal.Id, Outcome = outcome, ReviewedOn = standing.Day, ReviewedById = db.Viewer.PersonId, Codes = "" });
        (review.ReviewedOn, review.ReviewedById, review.RemovedAt) = (standing.Day, db.Viewer.PersonId, null);
        review.Codes = string.Join(' ', Ordered(input).Distinct());
        review.First = !string.IsNullOrEmpty(input.First) ? input.First : (input.Inhibitors ?? []).Where(k => k.Length > 0).Distinct().ToList() is [var only] ? only : null;
        (review.TheirWord, review.OurWord) = (input.TheirWord, input.OurWord);
        if (input.Lesson is null) (review.LessonState, review.LessonOn) = (null, null);
        else review.LessonState ??= LessonState.Open;
        (review.Lesson, review.LessonForId) = (input.Lesson, input.Lesson is null ? null : input.LessonFor);
        await db.SaveChangesAsync(ct);
        return await db.DealReviews.AsNoTracking().Where(r => r.Id == review.Id).Select(ShowReview.Reading(db)).SingleAsync(ct);
    }

    public static async Task<Outcome<ReviewSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var kept = await Do(input, db, clock, ct);
        return kept.View is { } review ? Outcome.Done(new ReviewSaved(input.Id)).Saying(T("It is kept."), $"/deal-reviews/{review.Id}/removals") : kept.No;
    }

    private static async Task<bool> StalledAsync(AppDb db, OpportunityView deal, DateOnly today, CancellationToken ct) => (await StallRule.ReadAsync(db, ct)).Why(deal, today) is not null;

    // What stood in the way begins with what came first.
    private static IEnumerable<string> Ordered(Input input) =>
        (input.Won ?? []).Concat((input.Inhibitors ?? []).OrderBy(k => k == input.First ? 0 : 1)).Concat(input.Team ?? []).Where(k => k.Length > 0);

    private static Problems Wrong(Input input, IReadOnlyList<ReviewCodeLine> codes, IReadOnlyList<string> before)
    {
        var problems = new Problems();
        foreach (var (field, kind, keys) in new[] { ("Won", ReviewCodeKind.Won, input.Won), ("Inhibitors", ReviewCodeKind.Inhibitor, input.Inhibitors), ("Team", ReviewCodeKind.Team, input.Team) })
            foreach (var key in (keys ?? []).Where(k => k.Length > 0))
            {
                var code = codes.FirstOrDefault(c => c.Key == key && c.Kind == kind);
                problems.AddIf(code is null, field, T("There is no such code here."));
                problems.AddIf(code is { IsRetired: true } && !before.Contains(key), field, T("“{0}” was retired meanwhile: take another.", code?.Name));
            }
        return problems
            .AddIf(!string.IsNullOrEmpty(input.First) && input.Inhibitors?.Contains(input.First) is not true, "First", T("What came first has to be one of those you ticked."))
            .AddIf(input.LessonFor is not null && input.Lesson is null, "Lesson", T("What is to be changed?"))
            .AddIf(!Ordered(input).Any() && input.TheirWord is null && input.OurWord is null && input.Lesson is null, "", T("Tick at least one, or say it in a line."));
    }
}

/// <summary>A look back was kept or changed.</summary>
/// <param name="Deal">The deal.</param>
public sealed record ReviewSaved(Guid Deal)
{
    internal string Url => $"/opportunities/{Deal}/review";
}

/// <summary>Says what became of a lesson: whoever may change the deal says so, and whoever is to change something.</summary>
internal static class SettleLesson
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [Required]
        public LessonState? State { get; init; }

        /// <summary>The page to come back to.</summary>
        public string? Back { get; init; }
    }

    public static async Task<Outcome<LessonSettled>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealReviews.SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } review) return Outcome.Missing;
        var (_, no) = await db.OpportunityForChangeAsync(review.OpportunityId, ct);
        if (no is not null && (no.Kind is OutcomeKind.Missing || review.LessonForId != db.Viewer.PersonId)) return no;
        if (review.Lesson is null) return Outcome.Invalid("State", T("Nothing is to be changed by it."));
        (review.LessonState, review.LessonOn) = (input.State, input.State is LessonState.Open ? null : (await Standing.ReadAsync(db, clock, ct)).Day);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new LessonSettled(review.OpportunityId, input.Back == "all")).Saying(T("{0}: {1}", review.Lesson, ReviewWords.Of(input.State!.Value)));
    }
}

/// <summary>It was said what became of a lesson.</summary>
public sealed record LessonSettled(Guid Deal, bool FromAll)
{
    internal string Url => FromAll ? "/reviews" : $"/opportunities/{Deal}/review";
}

/// <summary>Takes a look back off, and brings it back.</summary>
internal static class RemoveReview
{
    public sealed record Input { public Guid Id { get; init; } }

    public static Task<Outcome<ReviewSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(input.Id, db.DealReviews, clock.GetUtcNow().UtcDateTime, db, ct);

    public static Task<Outcome<ReviewSaved>> Restore(Input input, AppDb db, CancellationToken ct) => SetAsync(input.Id, db.RowsWithRemoved<DealReview>(), null, db, ct);

    private static async Task<Outcome<ReviewSaved>> SetAsync(Guid id, IQueryable<DealReview> rows, DateTime? at, AppDb db, CancellationToken ct)
    {
        if (await rows.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } review) return Outcome.Missing;
        var (_, no) = await db.OpportunityForChangeAsync(review.OpportunityId, ct);
        if (no is not null) return no;
        review.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new ReviewSaved(review.OpportunityId)).Saying(at is null ? T("It is back.") : T("It is taken off."), at is null ? null : $"/deal-reviews/{id}/restorations");
    }
}
