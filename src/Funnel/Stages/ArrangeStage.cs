using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Stages;

/// <summary>Puts a stage one place earlier or later among the open ones. The order is the organisation's: every deal goes by it at once, whatever its process.</summary>
internal static class ArrangeStage
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>Later instead of earlier.</summary>
        public bool Later { get; init; }
    }

    public static async Task<Outcome<StageChanged>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var open = await db.Stages.Where(s => s.End == StageEnd.Open && s.RetiredAt == null).OrderBy(s => s.Position).ToListAsync(ct);
        if (open.SingleOrDefault(s => s.Id == input.Id) is not { } stage) return Outcome.Missing;
        if (!open.Move(stage, input.Later)) return Outcome.Refused(T("{0} stands at the end already.", stage.Name));
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new StageChanged(stage.Id, stage.Name)).Saying(Running.Said(T("{0} has its new place.", stage.Name), await Running.CountAsync(db, ct)), $"/settings/stages/{input.Id}/arrangements?later={(input.Later ? "false" : "true")}");
    }
}

/// <summary>Retires a stage, so that no deal enters it any more, or takes it into use again; for running deals too.</summary>
internal static class RetireStage
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public bool Back { get; init; }
    }

    public static async Task<Outcome<StageChanged>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var stages = await db.Stages.ToListAsync(ct);
        if (stages.SingleOrDefault(s => s.Id == input.Id) is not { } stage) return Outcome.Missing;
        if (!input.Back && stages.Count(s => s.End == stage.End && s.RetiredAt is null) == 1) return Outcome.Refused(T("{0} is the last of its kind: a process without it has no way on.", stage.Name));
        stage.RetiredAt = input.Back ? null : clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        var done = Outcome.Done(new StageChanged(stage.Id, stage.Name));
        return input.Back ? done.Saying(Running.Said(T("{0} is in use again.", stage.Name), await Running.CountAsync(db, ct))) : done.Saying(Running.Said(T("{0} is retired. Deals in it stay.", stage.Name), await Running.CountAsync(db, ct)), $"/settings/stages/{stage.Id}/retirements?back=true");
    }
}

/// <summary>How many deals run that go by a change of the stages at once.</summary>
internal static class Running
{
    public static Task<int> CountAsync(AppDb db, CancellationToken ct) => db.Rows<Opportunities.Opportunity>().CountAsync(o => o.End == StageEnd.Open, ct);

    public static string Said(string done, int running) => running == 0 ? done : $"{done} {N(running, "The running deal goes by it at once.", "The {0} running deals go by it at once.")}";
}
