using System.Text.Json.Serialization;
using Coxswain.Customers.Service.Guard;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Reviews;

/// <summary>What the reviews of a year say together, of the deals the viewer sees: what stopped us, what goes with wins, and what is to be changed.</summary>
internal static class ShowReviews
{
    private const int Most = 2_000, Shown = 6, Days = 45, Decided = 200;

    public static async Task<Outcome<ReviewsView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        var (since, deals, people, me) = (today.AddYears(-1), db.Opportunities, db.PersonRows(), db.Viewer.PersonId);
        var all = await db.DealReviews.AsNoTracking().Where(r => r.ReviewedOn > since && r.ReviewedOn <= today).Join(deals, r => r.OpportunityId, o => o.Id, (r, o) => new { r, o.Name }).OrderByDescending(x => x.r.ReviewedOn).ThenByDescending(x => x.r.Id).Take(Most)
            .Select(x => new Row(x.r.Id, x.r.OpportunityId, x.Name, x.r.Outcome, x.r.Codes, x.r.First, x.r.Lesson, x.r.LessonForId, people.Where(p => p.Id == x.r.LessonForId).Select(p => p.Name).FirstOrDefault(), x.r.LessonState, x.r.ReviewedOn)).Seen(db).ToListAsync(ct);
        var codes = await ReviewCodes.ReadAsync(db, ct);
        var strong = (await db.ReviewCriteria.Where(c => c.Strength == CriterionStrength.Clear || c.Strength == CriterionStrength.Decisive).Join(db.DealReviews.Where(r => r.ReviewedOn > since && r.ReviewedOn <= today), c => c.ReviewId, r => r.Id, (c, r) => new { r.Id, c.Criterion, r.ReviewedOn }).OrderByDescending(c => c.ReviewedOn).ThenByDescending(c => c.Id).Take(Most * 4).ToListAsync(ct)).Select(c => (c.Id, c.Criterion)).ToHashSet();
        var (reviews, from) = (db.DealReviews, today.AddDays(-Days));
        var waiting = await deals.Where(o => o.OwnerId == me && o.ClosedOn > from && o.ClosedOn <= today && o.End != StageEnd.Open && !reviews.Any(r => r.OpportunityId == o.Id && r.Outcome != ReviewOutcome.Stalled)).OrderByDescending(o => o.ClosedOn).ThenByDescending(o => o.Id).Take(Shown)
            .Select(o => new WaitingDeal(o.Id, o.Name, o.End, o.ClosedOn!.Value)).Seen(db).ToListAsync(ct);
        var (lessons, decisions) = (db.Lessons, db.LessonMeetings);
        // What was decided of it last counts.
        var agreed = (await lessons.Join(decisions, l => l.MeetingId, m => m.Id, (l, m) => new { l.What, l.Proposal, l.Verdict, m.HeldOn, l.Id }).OrderByDescending(l => l.HeldOn).ThenByDescending(l => l.Id).Take(Decided).ToListAsync(ct)).DistinctBy(l => l.Proposal ?? Folding.Fold(l.What)).Where(l => l.Verdict is not Processes.Lessons.LessonVerdict.Left).Take(Shown).Select(l => new AgreedLesson(l.What, l.Verdict, l.HeldOn)).ToList();
        var stopped = all.Where(r => r.Outcome is not ReviewOutcome.Won).ToList();
        var inhibitors = codes.Where(c => c.Kind is ReviewCodeKind.Inhibitor).ToList();
        // Where nobody is sure which came first, none did: the share is of those that say it.
        var first = stopped.Select(r => r.First).OfType<string>().Where(k => inhibitors.Any(c => c.Key == k)).ToList();
        var decided = all.Where(r => r.Outcome is ReviewOutcome.Won or ReviewOutcome.Lost or ReviewOutcome.NoDecision).ToList();
        return new ReviewsView
        {
            From = since.AddDays(1), To = today, Reviews = all.Count, Stopped = first.Count, Unsure = stopped.Count(r => r.First is null && inhibitors.Any(c => Has(r, c.Key))), Stalled = all.Count(r => r.Outcome is ReviewOutcome.Stalled), Won = decided.Count(r => r.Outcome is ReviewOutcome.Won), Decided = decided.Count,
            Inhibitors = [.. inhibitors.Where(c => !c.IsRetired || first.Contains(c.Key)).Select(c => new InhibitorRow(c.Key, c.Name, Ratio.Of(first.Count(k => k == c.Key), first.Count), first.Count(k => k == c.Key), stopped.Count(r => Has(r, c.Key)), ReviewCodes.Published(c.Key))).OrderByDescending(r => r.First).ThenByDescending(r => r.Named)],
            Criteria = [.. codes.Where(c => c.Kind is ReviewCodeKind.Won && (!c.IsRetired || decided.Any(r => Has(r, c.Key)))).Select(c => new CriterionRow(c.Key, c.Name, WonOf(decided.Where(r => Has(r, c.Key))), decided.Count(r => Has(r, c.Key)), WonOf(decided.Where(r => IsStrong(r, c.Key))), decided.Count(r => IsStrong(r, c.Key)), WonOf(decided.Where(r => !Has(r, c.Key))), decided.Count(r => !Has(r, c.Key))))],
            Team = [.. codes.Where(c => c.Kind is ReviewCodeKind.Team).Select(c => new TeamRow(c.Key, c.Name, all.Count(r => Has(r, c.Key)))).Where(r => r.Reviews > 0).OrderByDescending(r => r.Reviews)],
            Lessons = [.. all.Where(r => r.LessonState is LessonState.Open && r.Lesson is not null).Take(Shown).Select(r => new LessonRow(r.Id, r.DealId, r.Deal, r.Lesson!, r.ForName, r.On) { IsMine = r.ForId == me })],
            Adopted = all.Count(r => r.LessonState is LessonState.Adopted), Dropped = all.Count(r => r.LessonState is LessonState.Dropped), Open = all.Count(r => r.LessonState is LessonState.Open), Waiting = waiting, Agreed = agreed,
        };

        bool IsStrong(Row row, string key) => Has(row, key) && strong.Contains((row.Id, key));
    }

    private static bool Has(Row row, string key) => ReviewCodes.Keys(row.Codes).Contains(key);

    private static Ratio? WonOf(IEnumerable<Row> rows) => rows.ToList() is var of ? Ratio.Of(of.Count(r => r.Outcome is ReviewOutcome.Won), of.Count) : null;

    private sealed record Row(Guid Id, Guid DealId, string Deal, ReviewOutcome Outcome, string Codes, string? First, string? Lesson, Guid? ForId, string? ForName, LessonState? LessonState, DateOnly On);
}

/// <summary>What reviews say together.</summary>
public sealed record ReviewsView
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required int Reviews { get; init; }

    /// <summary>Reviews of lost, undecided and stalled deals that say what stood in the way first.</summary>
    public required int Stopped { get; init; }

    /// <summary>Those that name something and not which came first.</summary>
    public required int Unsure { get; init; }
    public required int Stalled { get; init; }
    public required int Won { get; init; }

    /// <summary>Reviews of decided deals.</summary>
    public required int Decided { get; init; }
    public required IReadOnlyList<InhibitorRow> Inhibitors { get; init; }
    public required IReadOnlyList<CriterionRow> Criteria { get; init; }
    public required IReadOnlyList<TeamRow> Team { get; init; }

    /// <summary>What is still to be changed, the latest first.</summary>
    public required IReadOnlyList<LessonRow> Lessons { get; init; }
    public required int Adopted { get; init; }
    public required int Dropped { get; init; }
    public required int Open { get; init; }

    /// <summary>The viewer's own deals, decided lately, that nobody looked back on.</summary>
    public required IReadOnlyList<WaitingDeal> Waiting { get; init; }

    /// <summary>What the meetings on what we learned adopted or try, the latest first.</summary>
    public required IReadOnlyList<AgreedLesson> Agreed { get; init; }
}

/// <summary>Something that stands in the way.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Share">Of the reviews that name any, the share in which it came first; null below five.</param>
/// <param name="First">In how many it came first.</param>
/// <param name="Named">In how many it is named at all.</param>
/// <param name="Published">The published share; null where there is none.</param>
public sealed record InhibitorRow(string Key, string Name, Ratio? Share, int First, int Named, double? Published);

/// <summary>Whether a criterion goes with wins, of reviewed deals that are decided.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="With">The share won where it was there; null below five.</param>
/// <param name="WithN">Where it was there.</param>
/// <param name="Strong">The share won where it counted clearly or decided; null below five.</param>
/// <param name="StrongN">Where it did.</param>
/// <param name="Without">The share won where it was not; null below five.</param>
/// <param name="WithoutN">Where it was not.</param>
public sealed record CriterionRow(string Key, string Name, Ratio? With, int WithN, Ratio? Strong, int StrongN, Ratio? Without, int WithoutN);

/// <summary>In how many reviews we fell short as a team in this way.</summary>
public sealed record TeamRow(string Key, string Name, int Reviews);

/// <summary>Something to be changed.</summary>
public sealed record LessonRow(Guid Id, Guid DealId, string Deal, string Lesson, string? Who, DateOnly On)
{
    [JsonIgnore]
    public bool IsMine { get; init; }
}

/// <summary>Something that is done differently since a meeting.</summary>
public sealed record AgreedLesson(string What, [property: JsonConverter(typeof(JsonStringEnumConverter<Processes.Lessons.LessonVerdict>))] Processes.Lessons.LessonVerdict Verdict, DateOnly On);

/// <summary>A decided deal nobody looked back on.</summary>
public sealed record WaitingDeal(Guid Id, string Name, [property: JsonConverter(typeof(JsonStringEnumConverter<StageEnd>))] StageEnd End, DateOnly ClosedOn);
