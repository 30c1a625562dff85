using Coxswain.Funnel.Reviews;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes.Lessons;

/// <summary>What reviews of deals want changed, and what a meeting makes of it.</summary>
internal static class ReviewLessons
{
    private const string About = "review ";
    private const int Most = 5, Read = 500;

    /// <summary>What is open, of reviews of deals that the viewer sees: in the same words once, what most reviews say first, and what is tried already last.</summary>
    /// <param name="db">The database.</param>
    /// <param name="since">Of reviews from this day on.</param>
    /// <param name="answered">What was decided today.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<LessonProposal>> OpenAsync(AppDb db, DateOnly since, IReadOnlySet<string> answered, CancellationToken ct)
    {
        var deals = db.Opportunities;
        var open = await (from review in db.DealReviews join deal in deals on review.OpportunityId equals deal.Id where review.LessonState == LessonState.Open && review.Lesson != null && review.ReviewedOn >= since orderby review.ReviewedOn descending, review.Id descending select new { review.Id, review.Lesson, review.ReviewedOn, deal.Name }).Take(Read).ToListAsync(ct);
        var tried = (await db.Lessons.Where(l => l.Proposal != null && l.Proposal.StartsWith(About)).OrderByDescending(l => l.Id).Select(l => l.Proposal!).Take(Read).ToListAsync(ct)).ToHashSet();
        return [.. open.GroupBy(r => Folding.Fold(r.Lesson!)).Where(g => !g.Any(r => answered.Contains($"{About}{r.Id}"))).OrderBy(g => g.Any(r => tried.Contains($"{About}{r.Id}"))).ThenByDescending(g => g.Count()).ThenBy(g => g.Last().ReviewedOn).Take(Most).Select(g => g.First() is var last && g.Count() == 1
            ? new LessonProposal($"{About}{last.Id}", last.Lesson!, T("From the review of {0} on {1}.", last.Name, Platform.Ui.DayText.Whole(last.ReviewedOn)))
            : new LessonProposal($"{About}{last.Id}", last.Lesson!, T("From {0} reviews, the last of {1} on {2}.", g.Count().ToString("N0", System.Globalization.CultureInfo.CurrentCulture), last.Name, Platform.Ui.DayText.Whole(last.ReviewedOn))))];
    }

    /// <summary>Which review a proposal is of; null where it is of the figures.</summary>
    public static Guid? IdOf(string? proposal) => proposal?.StartsWith(About, StringComparison.Ordinal) is true && Guid.TryParse(proposal[About.Length..], out var id) ? id : null;

    /// <summary>Says in the review, and in those of the same words, what became of it; what is tried stays open. False where the viewer sees no such review.</summary>
    public static async Task<bool> AnswerAsync(AppDb db, Guid id, LessonVerdict verdict, DateOnly today, CancellationToken ct)
    {
        var deals = db.Opportunities;
        var seen = db.DealReviews.Where(r => deals.Any(d => d.Id == r.OpportunityId));
        if (await seen.SingleOrDefaultAsync(r => r.Id == id, ct) is not { Lesson: { } lesson }) return false;
        if (verdict is LessonVerdict.Tried) return true;
        foreach (var review in (await seen.Where(r => r.LessonState == LessonState.Open && r.Lesson != null).OrderByDescending(r => r.ReviewedOn).ThenByDescending(r => r.Id).Take(Read).ToListAsync(ct)).Where(r => Folding.Fold(r.Lesson!) == Folding.Fold(lesson)))
            (review.LessonState, review.LessonOn) = (verdict is LessonVerdict.Adopted ? LessonState.Adopted : LessonState.Dropped, today);
        return true;
    }
}
