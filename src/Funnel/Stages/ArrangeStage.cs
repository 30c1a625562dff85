using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Stages;

/// <summary>Puts a stage one place earlier or later among the open ones.</summary>
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
        return Outcome.Done(new StageChanged(stage.Id, stage.Name)).Saying(T("{0} has its new place.", stage.Name), $"/settings/stages/{input.Id}/arrangements?later={(input.Later ? "false" : "true")}");
    }
}

/// <summary>Retires a stage, so that no deal enters it any more, or takes it into use again.</summary>
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
        return input.Back ? done.Saying(T("{0} is in use again.", stage.Name)) : done.Saying(T("{0} is retired. Deals in it stay.", stage.Name), $"/settings/stages/{stage.Id}/retirements?back=true");
    }
}
