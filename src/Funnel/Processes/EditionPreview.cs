using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Processes;

/// <summary>What the next edition of a process would do to the deals that run, each compared with the edition it goes by now.</summary>
internal static class EditionPreview
{
    /// <param name="db">The database.</param>
    /// <param name="ways">The processes, with what the next edition asks.</param>
    /// <param name="process">The process.</param>
    /// <param name="running">Its open deals, whoever sees them.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<EditionEffect>> OfAsync(AppDb db, Ways ways, SalesProcess process, IQueryable<Opportunity> running, CancellationToken ct)
    {
        var then = ways.Of(process, ways.LatestOf(process) + 1);
        var evidence = db.StageEvidence;
        var deals = await running.Select(o => new { o.Id, o.StageId, o.FollowsSince }).ToListAsync(ct);
        var shown = (await (from deal in running join e in evidence on deal.Id equals e.OpportunityId select new { deal.Id, e.StageId, e.StepId }).Distinct().ToListAsync(ct)).ToLookup(e => e.Id);
        var effects = deals.GroupBy(d => (Edition: ways.EditionOf(process, d.Id, d.FollowsSince), d.StageId)).SelectMany(g => Of(g.Key.Edition, g.Key.StageId, [.. g.Select(d => d.Id)]));
        return [.. effects.GroupBy(e => (e.Kind, e.Stage, e.Act)).Select(g => g.First() with { Deals = g.Sum(e => e.Deals) }).Where(e => e.Deals > 0).OrderBy(e => e.Kind).ThenBy(e => e.Position)];

        IEnumerable<EditionEffect> Of(int edition, Guid stage, IReadOnlyList<Guid> there)
        {
            var now = ways.Of(process, edition);
            var (old, anew) = (now.At(stage), then.At(stage));
            foreach (var gate in anew.Gates)
                if (Change(old, gate) is { } kind) yield return new(kind, old.Stage.Name, old.Stage.Position, gate.Act, there.Count(d => !IsShown(d, gate)));
            foreach (var gate in old.Gates.Where(o => IsFreed(o, anew))) yield return new(EditionEffectKind.Freed, old.Stage.Name, old.Stage.Position, gate.Act, there.Count(d => !IsShown(d, gate)));
            if (anew.IsPassedOver && !old.IsPassedOver) yield return new(EditionEffectKind.LeftOut, old.Stage.Name, old.Stage.Position, null, there.Count);
            foreach (var later in then.Stages.Where(s => s.Stage.Position > old.Stage.Position && !s.IsPassedOver && now.At(s.Stage.Id).IsPassedOver)) yield return new(EditionEffectKind.TakenIn, later.Stage.Name, later.Stage.Position, null, there.Count);
            var ahead = then.Stages.Where(s => s.Stage.End is StageEnd.Open && s.Stage.Position > old.Stage.Position).Select(s => (Old: now.At(s.Stage.Id), New: s)).ToList();
            var more = ahead.Where(s => !s.New.IsPassedOver).SelectMany(s => s.New.Gates.Where(g => Change(s.Old, g) is not null)).ToList();
            yield return new(EditionEffectKind.FurtherOn, null, 0, null, there.Count(d => more.Any(g => !IsShown(d, g))));
            var less = ahead.SelectMany(s => s.Old.Gates.Where(o => IsFreed(o, s.New))).ToList();
            yield return new(EditionEffectKind.LessFurtherOn, null, 0, null, there.Count(d => less.Any(g => !IsShown(d, g)) || ahead.Any(s => s.New.IsPassedOver && !s.Old.IsPassedOver)));
        }

        bool IsShown(Guid deal, Gate gate) => shown[deal].Any(e => gate.IsShownBy(e.StageId, e.StepId));
    }

    private static EditionEffectKind? Change(WayStage old, Gate gate) => old.Gates.FirstOrDefault(o => IsSame(o, gate)) switch
    {
        null => gate.IsBinding ? EditionEffectKind.Bound : EditionEffectKind.Asked,
        { IsBinding: false } when gate.IsBinding => EditionEffectKind.Bound,
        _ => null,
    };

    // Asked no more, or no more so that nothing goes on without.
    private static bool IsFreed(Gate old, WayStage anew) => anew.Gates.FirstOrDefault(g => IsSame(old, g)) is not { } now || old.IsBinding && !now.IsBinding;

    // Before there was an edition, the stage itself said what its first step says now.
    private static bool IsSame(Gate old, Gate anew) => old.Key == anew.Key || anew.Kin.Contains(old.Key) || old.StepId is null && anew.IsOfStage && Folding.Fold(old.Act) == Folding.Fold(anew.Act);
}

/// <summary>What a new edition does to deals that run.</summary>
public enum EditionEffectKind
{
    /// <summary>They could not go on from where they stand before something shows a step.</summary>
    Bound,

    /// <summary>Where they stand, a step is asked about that was not.</summary>
    Asked,

    /// <summary>Where they stand, a step is asked about no more, or does not hold them any more.</summary>
    Freed,

    /// <summary>They stand in a stage that it leaves out.</summary>
    LeftOut,

    /// <summary>It goes through a stage ahead of them that they would have passed over.</summary>
    TakenIn,

    /// <summary>Something new is asked of them in a later stage.</summary>
    FurtherOn,

    /// <summary>Less is asked of them in a later stage, or it leaves one out.</summary>
    LessFurtherOn,
}

/// <summary>What a new edition does to some of the deals that run.</summary>
/// <param name="Kind">What.</param>
/// <param name="Stage">The stage it is about; null where it is about all later ones.</param>
/// <param name="Position">Where that stands.</param>
/// <param name="Act">The step it is about; null where it is about a stage.</param>
/// <param name="Deals">How many of them nothing shows it of, or stand there.</param>
public sealed record EditionEffect(EditionEffectKind Kind, string? Stage, int Position, string? Act, int Deals);
