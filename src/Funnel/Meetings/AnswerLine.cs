using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Value;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>Notes what they answered to a planned question, or why there is no answer; and of what we give, why it matters to them and what shows it. Sent empty it is unknown again.</summary>
internal static class AnswerLine
{
    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The question, or what we give.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>What they said.</summary>
        [StringLength(1_000)]
        public string? Answer { get; init; }

        /// <summary>Why there is no answer: <c>Asked</c>, and they gave none, or <c>NotAsked</c>.</summary>
        public Unanswered? Unanswered { get; init; }

        /// <summary>Of what we give: why it matters to them.</summary>
        [StringLength(500)]
        public string? SoWhat { get; init; }

        /// <summary>Of what we give: what shows it, in own words.</summary>
        [StringLength(300)]
        public string? Proof { get; init; }

        /// <summary>Of what we give: what shows it, of the library; it may be shown today.</summary>
        public Guid? ProofId { get; init; }

        internal bool Answers => Sent.Contains("Answer") || Sent.Contains("Unanswered");

        internal bool Backs => Proves || Sent.Contains("SoWhat");

        internal bool Proves => Sent.Contains("Proof") || Sent.Contains("ProofId");
    }

    public static async Task<Outcome<MeetingView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.MeetingLines.SingleOrDefaultAsync(l => l.Id == input.Id, ct) is not { } line) return Outcome.Missing;
        var (plan, no) = await db.PlanForChangeAsync(line.MeetingPlanId, ct);
        if (no is not null) return no;
        var said = string.IsNullOrWhiteSpace(input.Answer) ? null : input.Answer.Trim();
        var problems = new Problems().AddIf(!line.Kind.IsQuestion() && (input.Answers || !input.Backs), "", T("Only a question has an answer."))
            .AddIf(line.Kind is not MeetingLineKind.Gives && input.Backs, "", T("Only what we give is proven."))
            .AddIf(said is not null && input.Unanswered is not null, "Answer", T("Either what they said, or that there is no answer."));
        var proof = input.Proves ? await ProofLines.ReadAsync(problems, input.Proof, input.ProofId, line, db, clock, ct) : null;
        if (problems.Any) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(line, input.Version == 0 ? line.Version : input.Version, ct);
        if (input.Sent.Contains("Answer")) line.Answer = merge.Take("Answer", line.Answer, said);
        if (input.Sent.Contains("Unanswered")) line.Unanswered = merge.Take("Unanswered", line.Unanswered, input.Unanswered);
        if (input.Sent.Contains("SoWhat")) line.SoWhat = merge.Take("SoWhat", line.SoWhat, NoteValue.Trimmed(input.SoWhat));
        if (input.Proves) (line.Proof, line.ProofId) = (merge.Take("Proof", line.Proof, proof), merge.Take("ProofId", line.ProofId, input.ProofId));
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        // What is said last counts: an answer is no longer missing, and one that is missing was not given.
        if (said is not null) line.Unanswered = null;
        else if (input.Unanswered is not null) line.Answer = null;
        await db.SaveChangesAsync(ct);
        return await PlanMeeting.OneAsync(db, plan!, clock, ct);
    }

    public static async Task<Outcome<MeetingSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var noted = await Do(input, db, clock, ct);
        return noted.View is { } plan ? Outcome.Done(new MeetingSaved(plan.DealId, plan.Id)).Saying(T("It is noted.")) : noted.No;
    }
}
