using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>Notes what they answered to a planned question, or why there is no answer; sent empty it is unknown again.</summary>
internal static class AnswerLine
{
    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The question.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>What they said.</summary>
        [StringLength(1_000)]
        public string? Answer { get; init; }

        /// <summary>Why there is no answer: <c>Asked</c>, and they gave none, or <c>NotAsked</c>.</summary>
        public Unanswered? Unanswered { get; init; }
    }

    public static async Task<Outcome<MeetingView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.MeetingLines.SingleOrDefaultAsync(l => l.Id == input.Id, ct) is not { } line) return Outcome.Missing;
        var (plan, no) = await db.PlanForChangeAsync(line.MeetingPlanId, ct);
        if (no is not null) return no;
        var said = string.IsNullOrWhiteSpace(input.Answer) ? null : input.Answer.Trim();
        var problems = new Problems().AddIf(!line.Kind.IsQuestion(), "", T("Only a question has an answer."))
            .AddIf(said is not null && input.Unanswered is not null, "Answer", T("Either what they said, or that there is no answer."));
        if (problems.Any) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(line, input.Version == 0 ? line.Version : input.Version, ct);
        if (input.Sent.Contains("Answer")) line.Answer = merge.Take("Answer", line.Answer, said);
        if (input.Sent.Contains("Unanswered")) line.Unanswered = merge.Take("Unanswered", line.Unanswered, input.Unanswered);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        // What is said last counts: an answer is no longer missing, and one that is missing was not given.
        if (said is not null) line.Unanswered = null;
        else if (input.Unanswered is not null) line.Answer = null;
        await db.SaveChangesAsync(ct);
        return await PlanMeeting.OneAsync(db, plan!, ct);
    }

    public static async Task<Outcome<MeetingSaved>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var noted = await Do(input, db, ct);
        return noted.View is { } plan ? Outcome.Done(new MeetingSaved(plan.DealId, plan.Id)).Saying(T("It is noted.")) : noted.No;
    }
}
