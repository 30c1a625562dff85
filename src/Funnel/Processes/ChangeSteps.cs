using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes;

/// <summary>Changes what the next edition of a process asks for: nothing of it holds until it is put into force.</summary>
internal static class ChangeSteps
{
    public sealed record NewStep
    {
        /// <summary>The process.</summary>
        public Guid Id { get; init; }

        [Required]
        public Guid? Stage { get; init; }

        /// <summary>What the customer does, e.g. "Named what it costs them".</summary>
        [Required, StringLength(120)]
        public string? Act { get; init; }

        /// <summary>No deal goes on without it.</summary>
        public bool IsBinding { get; init; }
    }

    public sealed record SaidAnew
    {
        public Guid Id { get; init; }
        public Guid Step { get; init; }

        [Required, StringLength(120)]
        public string? Act { get; init; }
        public bool IsBinding { get; init; }
    }

    public sealed record OfStep
    {
        public Guid Id { get; init; }
        public Guid Step { get; init; }
        public bool Later { get; init; }
    }

    public sealed record OfStage
    {
        public Guid Id { get; init; }
        public Guid Stage { get; init; }
    }

    private sealed record Draft(SalesProcess Process, int Next, List<ProcessStep> Steps)
    {
        /// <summary>What the next edition has.</summary>
        public IEnumerable<ProcessStep> Of(Guid stage) => Steps.Where(s => s.StageId == stage && (s.To is null || s.To >= Next)).OrderBy(s => s.Position);

        /// <summary>What any edition asked in a stage, the oldest first.</summary>
        public IEnumerable<ProcessStep> Asked(Guid stage) => Steps.Where(s => s.StageId == stage && s.Act is not null && s.From < Next).OrderBy(s => s.From);

        /// <summary>What only the next edition has is gone; what holds now ends with the one in force.</summary>
        public void End(AppDb db, ProcessStep step)
        {
            if (step.From == Next) db.Remove(step);
            else step.To = Next - 1;
        }
    }

    public static async Task<Outcome<ChangeProcess.Changed>> Add(NewStep input, AppDb db, CancellationToken ct)
    {
        if (await DraftAsync(db, input.Id, ct) is not { } draft) return Outcome.Missing;
        if (await db.Stages.SingleOrDefaultAsync(s => s.Id == input.Stage && s.End == StageEnd.Open && s.RetiredAt == null, ct) is not { } stage) return Outcome.Invalid("Stage", T("There is no such open stage."));
        var there = draft.Of(stage.Id).ToList();
        if (there.Any(s => s.Act is { } act && Folding.Fold(act) == Folding.Fold(input.Act))) return Outcome.Invalid("Act", T("{0} asks for this already.", stage.Name));
        foreach (var over in there.Where(s => s.Act is null)) draft.End(db, over);
        db.Add(new ProcessStep { ProcessId = draft.Process.Id, StageId = stage.Id, Position = there.Select(s => s.Position).DefaultIfEmpty(0).Max() + 1, Act = input.Act!.Trim(), IsBinding = input.IsBinding, From = draft.Next, IsOfStage = !draft.Steps.Any(s => s.StageId == stage.Id && s.Act is not null) });
        return await SavedAsync(db, draft, T("The next edition asks for it."), ct);
    }

    /// <summary>Says a step anew; what showed the old one shows the new.</summary>
    public static async Task<Outcome<ChangeProcess.Changed>> Do(SaidAnew input, AppDb db, CancellationToken ct)
    {
        if (await DraftAsync(db, input.Id, ct) is not { } draft || draft.Steps.SingleOrDefault(s => s.Id == input.Step && s.Act is not null && (s.To is null || s.To >= draft.Next)) is not { } step) return Outcome.Missing;
        if (step.Act == input.Act!.Trim() && step.IsBinding == input.IsBinding) return Outcome.Done(new ChangeProcess.Changed(draft.Process.Id, draft.Process.Name)).Saying(T("Nothing changed."));
        draft.End(db, step);
        db.Add(new ProcessStep { ProcessId = step.ProcessId, StageId = step.StageId, Position = step.Position, Act = input.Act.Trim(), IsBinding = input.IsBinding, From = draft.Next, FollowsId = step.From == draft.Next ? step.FollowsId : step.Id, IsOfStage = step.IsOfStage });
        return await SavedAsync(db, draft, T("The next edition says it so."), ct);
    }

    public static async Task<Outcome<ChangeProcess.Changed>> Remove(OfStep input, AppDb db, CancellationToken ct)
    {
        if (await DraftAsync(db, input.Id, ct) is not { } draft || draft.Steps.SingleOrDefault(s => s.Id == input.Step && (s.To is null || s.To >= draft.Next)) is not { } step) return Outcome.Missing;
        draft.End(db, step);
        return await SavedAsync(db, draft, T("The next edition does not ask for it."), ct);
    }

    /// <summary>Puts a step earlier or later in its stage, in every edition that has both.</summary>
    public static async Task<Outcome<ChangeProcess.Changed>> Arrange(OfStep input, AppDb db, CancellationToken ct)
    {
        if (await DraftAsync(db, input.Id, ct) is not { } draft || draft.Steps.SingleOrDefault(s => s.Id == input.Step) is not { } step) return Outcome.Missing;
        if (!draft.Of(step.StageId).ToList().Move(step, input.Later)) return Outcome.Refused(T("{0} stands at the end already.", step.Act));
        return await SavedAsync(db, draft, T("{0} has its new place.", step.Act), ct);
    }

    /// <summary>Leaves a stage out of the process, or takes it in again with what the customer does there.</summary>
    public static async Task<Outcome<ChangeProcess.Changed>> PassOver(OfStage input, AppDb db, CancellationToken ct)
    {
        if (await DraftAsync(db, input.Id, ct) is not { } draft || await db.Stages.SingleOrDefaultAsync(s => s.Id == input.Stage && s.End == StageEnd.Open, ct) is not { } stage) return Outcome.Missing;
        var there = draft.Of(stage.Id).ToList();
        var isOut = there.Any(s => s.Act is null);
        if (!isOut && await GoesThroughAsync(db, draft, ct) is var left && left.Count == 1 && left.Contains(stage.Id)) return Outcome.Refused(T("{0} is the last of its kind: a process without it has no way on.", stage.Name));
        foreach (var step in there) draft.End(db, step);
        var act = isOut ? stage.CustomerAct : null;
        var before = act is null ? null : draft.Asked(stage.Id).LastOrDefault(s => Folding.Fold(s.Act) == Folding.Fold(act));
        if (!isOut || act is not null) db.Add(new ProcessStep { ProcessId = draft.Process.Id, StageId = stage.Id, Position = 1, Act = act, IsBinding = false, From = draft.Next, FollowsId = before?.Id, IsOfStage = act is not null && (before?.IsOfStage ?? !draft.Asked(stage.Id).Any()) });
        return await SavedAsync(db, draft, isOut ? T("The next edition goes through {0}.", stage.Name) : T("The next edition passes over {0}.", stage.Name), ct);
    }

    private static async Task<HashSet<Guid>> GoesThroughAsync(AppDb db, Draft draft, CancellationToken ct) =>
        [.. (await db.Stages.Where(s => s.End == StageEnd.Open && s.RetiredAt == null).Select(s => s.Id).ToListAsync(ct)).Where(id => draft.Of(id).All(s => s.Act is not null))];

    private static async Task<Draft?> DraftAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.Processes.SingleOrDefaultAsync(p => p.Id == id && p.RetiredAt == null, ct) is not { } process) return null;
        var latest = await db.ProcessEditions.Where(e => e.ProcessId == id).Select(e => (int?)e.Number).MaxAsync(ct) ?? 0;
        return new(process, latest + 1, await db.ProcessSteps.Where(s => s.ProcessId == id).ToListAsync(ct));
    }

    private static async Task<Outcome<ChangeProcess.Changed>> SavedAsync(AppDb db, Draft draft, string said, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new ChangeProcess.Changed(draft.Process.Id, draft.Process.Name)).Saying(said);
    }
}
