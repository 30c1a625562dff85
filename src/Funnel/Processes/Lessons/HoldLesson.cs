using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes.Lessons;

/// <summary>Writes down what was learned in today's meeting, which begins with the first lesson.</summary>
internal static class HoldLesson
{
    /// <summary>How far apart meetings are, in months.</summary>
    public const int Monthly = 1, Quarterly = 3;

    public sealed record Input
    {
        /// <summary>What was learned; of a proposal of the figures, what that says.</summary>
        [Required, StringLength(500)]
        public string? What { get; init; }

        /// <summary>Which proposal it answers.</summary>
        [StringLength(100)]
        public string? Proposal { get; init; }

        [Required]
        public LessonVerdict? Verdict { get; init; }
    }

    public sealed record Due
    {
        /// <summary>In how many months the next meeting is due: 1 or 3.</summary>
        [Required]
        public int? Months { get; init; }
    }

    /// <summary>A lesson that was written down.</summary>
    public sealed record Held(Guid Id, string What);

    public static async Task<Outcome<Held>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var meeting = await MeetingAsync(db, today, ct);
        if (input.Proposal is { } proposal && await db.Lessons.AnyAsync(l => l.MeetingId == meeting.Id && l.Proposal == proposal, ct)) return Outcome.Invalid("What", T("This was decided today already."));
        var lesson = new Lesson { MeetingId = meeting.Id, What = input.What!.Trim(), Proposal = string.IsNullOrWhiteSpace(input.Proposal) ? null : input.Proposal, Verdict = input.Verdict!.Value, SaidById = db.Viewer.PersonId };
        db.Add(lesson);
        if (ReviewLessons.IdOf(lesson.Proposal) is { } review && !await ReviewLessons.AnswerAsync(db, review, lesson.Verdict, today, ct)) return Outcome.Missing;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Held(lesson.Id, lesson.What)).Saying(input.Verdict switch
        {
            LessonVerdict.Adopted when ReviewLessons.IdOf(lesson.Proposal) is not null => T("Adopted. Its review says so, too."),
            LessonVerdict.Adopted => T("Adopted. Change what the process asks for, and put it into force."),
            LessonVerdict.Tried => T("It is tried. The next meeting sees what came of it."),
            _ => T("It stays as it is."),
        });
    }

    /// <summary>Says when the next meeting is due.</summary>
    public static async Task<Outcome<Held>> Again(Due input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (input.Months is not (Monthly or Quarterly)) return Outcome.Invalid("Months", T("Every month or every quarter."));
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var meeting = await MeetingAsync(db, today, ct);
        meeting.NextOn = today.AddMonths(input.Months.Value);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Held(meeting.Id, "")).Saying(T("The next meeting is due on {0}.", Platform.Ui.DayText.Whole(meeting.NextOn)));
    }

    // Two who write at once write in one meeting, or in two of the same day, which read as one.
    private static async Task<LessonMeeting> MeetingAsync(AppDb db, DateOnly today, CancellationToken ct)
    {
        if (await db.LessonMeetings.Where(m => m.HeldOn == today).OrderBy(m => m.Id).FirstOrDefaultAsync(ct) is { } held) return held;
        var before = await db.LessonMeetings.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).FirstOrDefaultAsync(ct);
        var meeting = new LessonMeeting { HeldOn = today, NextOn = today.AddMonths(before is { } last && last.NextOn <= last.HeldOn.AddMonths(Monthly) ? Monthly : Quarterly), SaidById = db.Viewer.PersonId };
        db.Add(meeting);
        return meeting;
    }
}
