using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Help;

/// <summary>Says what one helps with and when one can be asked, and changes it. Everybody says it of themselves; who leads them may keep it right.</summary>
internal static class SayExpertise
{
    private const int Most = 20;

    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The entry where one is changed.</summary>
        public Guid Id { get; init; }

        /// <summary>What one helps with.</summary>
        [StringLength(100)]
        public string? Topic { get; init; }

        /// <summary><c>Now</c>, <c>AskFirst</c> or <c>NotNow</c>.</summary>
        public HelpFree? Free { get; init; }

        /// <summary>Not before this day.</summary>
        public DateOnly? FreeFrom { get; init; }
    }

    public static async Task<Outcome<ExpertView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var me = db.Viewer.PersonId;
        var said = await db.Experts.Where(e => e.OwnerId == me).Select(e => e.FoldedTopic).Take(Most + 1).ToListAsync(ct);
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(input.Topic), "Topic", T("What do you help with?")).AddIf(input.Topic is { } topic && said.Contains(Folding.Fold(topic.Trim())), "Topic", T("You have said this already."))
            .AddIf(said.Count >= Most, "Topic", T("These are {0} already: whoever helps with everything is asked for nothing.", Most));
        if (problems.Any) return Outcome.Invalid(problems);
        var row = new Expertise { OwnerId = me, Topic = input.Topic!.Trim(), Free = input.Free ?? HelpFree.AskFirst, FreeFrom = input.FreeFrom };
        db.Add(row);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await ExpertView.OneAsync(db, row.Id, ct)).Saying(T("You are in the list."), $"/experts/{row.Id}/removals");
    }

    public static async Task<Outcome<ExpertView>> Change(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Experts.SingleOrDefaultAsync(e => e.Id == input.Id, ct) is not { } row) return Outcome.Missing;
        if (!db.MayEdit(Kinds.Expertise, row)) return Outcome.Refused(T("Everybody says for themselves what they help with."));
        if (input.Sent.Contains("Topic") && string.IsNullOrWhiteSpace(input.Topic)) return Outcome.Invalid("Topic", T("What do you help with?"));
        if (input.Sent.Contains("Topic")) row.Topic = input.Topic!.Trim();
        if (input.Sent.Contains("Free") && input.Free is { } free) row.Free = free;
        if (input.Sent.Contains("FreeFrom")) row.FreeFrom = input.FreeFrom;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await ExpertView.OneAsync(db, row.Id, ct)).Saying(T("It is saved."));
    }
}

/// <summary>Takes an entry off the list of who helps with what, and brings it back.</summary>
internal static class RemoveExpertise
{
    public sealed record Input { public Guid Id { get; init; } }

    public static Task<Outcome<HelpGone>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(db, db.Experts, input.Id, clock.GetUtcNow().UtcDateTime, ct);

    public static Task<Outcome<HelpGone>> Restore(Input input, AppDb db, CancellationToken ct) => SetAsync(db, db.RowsWithRemoved<Expertise>(), input.Id, null, ct);

    private static async Task<Outcome<HelpGone>> SetAsync(AppDb db, IQueryable<Expertise> rows, Guid id, DateTime? at, CancellationToken ct)
    {
        if (await rows.SingleOrDefaultAsync(e => e.Id == id, ct) is not { } row) return Outcome.Missing;
        if (!db.MayEdit(Kinds.Expertise, row)) return Outcome.Refused(T("Everybody says for themselves what they help with."));
        row.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new HelpGone(id)).Saying(at is null ? T("It is back.") : T("It is taken off."), at is null ? null : $"/experts/{id}/restorations");
    }
}
