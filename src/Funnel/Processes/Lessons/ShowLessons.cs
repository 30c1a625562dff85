using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Processes.Lessons;

/// <summary>What the deals of twelve months say about the steps, what to talk about, and what was decided before.</summary>
internal static class ShowLessons
{
    private const int Months = 12, MostMeetings = 8, MostLessons = 100;

    public static async Task<Outcome<LessonsView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (today, ways) = ((await Standing.ReadAsync(db, clock, ct)).Day, await Ways.ReadAsync(db, ct));
        var since = today.AddMonths(-Months);
        var figures = await db.Kept.ReadAsync(db, $"lessons since {since:o}", () => StepFigures.SinceAsync(db, ways, since, ct), new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2)));
        var people = db.PersonRows();
        var meetings = await db.LessonMeetings.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Take(MostMeetings).Select(m => new { m.Id, m.HeldOn, m.NextOn, By = people.Where(p => p.Id == m.SaidById).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        var of = meetings.Select(m => m.Id).ToList();
        var lessons = await db.Lessons.Where(l => of.Contains(l.MeetingId)).OrderBy(l => l.Id).Take(MostLessons).Select(l => new { l.Id, l.MeetingId, l.What, l.Proposal, l.Verdict }).ToListAsync(ct);
        var answered = lessons.Where(l => meetings.First(m => m.Id == l.MeetingId).HeldOn == today).Select(l => l.Proposal).OfType<string>().ToHashSet();
        return new LessonsView
        {
            Today = today, Since = since, Figures = figures, DueOn = meetings is [var last, ..] ? last.NextOn : null, IsMonthly = meetings is [var latest, ..] && latest.NextOn <= latest.HeldOn.AddMonths(HoldLesson.Monthly),
            Proposals = [.. StepFigures.Proposals(figures).Concat(await ReviewLessons.OpenAsync(db, since, answered, ct)).Where(p => !answered.Contains(p.Key)).OrderBy(p => p.IsDoubt)],
            Meetings = [.. meetings.GroupBy(m => m.HeldOn).Select(g => new LessonMeetingView(g.Key, g.First().By, [.. lessons.Where(l => g.Any(m => m.Id == l.MeetingId)).Select(l => new LessonView(l.Id, l.What, l.Verdict))]))],
        };
    }
}

/// <summary>What a process teaches.</summary>
public sealed record LessonsView
{
    public required DateOnly Today { get; init; }
    public required DateOnly Since { get; init; }
    public required IReadOnlyList<StepFigure> Figures { get; init; }

    /// <summary>What the figures propose and reviews want changed, where nobody decided today.</summary>
    public required IReadOnlyList<LessonProposal> Proposals { get; init; }

    /// <summary>When the next meeting is due; null before the first.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>It is held every month; otherwise every quarter.</summary>
    public required bool IsMonthly { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<LessonMeetingView> Meetings { get; init; }
}

/// <summary>A meeting and what was decided in it.</summary>
public sealed record LessonMeetingView(DateOnly On, string? By, IReadOnlyList<LessonView> Lessons);

/// <summary>A lesson.</summary>
public sealed record LessonView(Guid Id, string What, LessonVerdict Verdict);
