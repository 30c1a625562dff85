using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Selection;

/// <summary>Something the customer has to have done for a deal to leave a stage.</summary>
/// <param name="Key">The step of the process, or the stage where the process names none.</param>
/// <param name="StageId">The stage it ends.</param>
/// <param name="StepId">The step of the process; null where the stage itself says what the customer does.</param>
/// <param name="Act">What they do.</param>
/// <param name="IsBinding">No deal goes on without it.</param>
public sealed record Gate(Guid Key, Guid StageId, Guid? StepId, string Act, bool IsBinding)
{
    /// <summary>What the stage asked by itself: what shows the stage shows it.</summary>
    internal bool IsOfStage { get; init; }

    /// <summary>The same step as other editions and other processes say it.</summary>
    internal IReadOnlyList<Guid> Kin { get; init; } = [];

    /// <summary>Whether something that was noted of a stage, or of a step of it, shows this.</summary>
    internal bool IsShownBy(Guid stage, Guid? step) => stage == StageId && (StepId is null || (step is { } of ? of == StepId || Kin.Contains(of) : IsOfStage));
}

/// <summary>The gates between two stages.</summary>
internal static class Gates
{
    /// <summary>Those a deal passes that goes from one open stage to a later one, in their order; none where it goes back.</summary>
    public static IEnumerable<Gate> Between(Stage from, Stage to, Way way) =>
        way.Open(from.Id).Where(s => s.Stage.Position >= from.Position && IsBefore(s.Stage, to)).SelectMany(s => s.Gates);

    /// <summary>The stages of the way that lie between, which such a move passes over.</summary>
    public static IEnumerable<Stage> PassedOver(Stage from, Stage to, Way way) =>
        way.Open(from.Id).Select(s => s.Stage).Where(s => s.Position > from.Position && IsBefore(s, to));

    // An end comes after every open stage, wherever it stands among them.
    private static bool IsBefore(Stage stage, Stage to) => to.End is not StageEnd.Open || stage.Position < to.Position;

    /// <summary>Those of them that nothing shows.</summary>
    public static async Task<IReadOnlyList<Gate>> UnshownAsync(this AppDb db, Guid deal, IReadOnlyCollection<Gate> gates, CancellationToken ct)
    {
        if (gates.Count == 0) return [];
        var shown = await db.StageEvidence.Where(e => e.OpportunityId == deal).Select(e => new { e.StageId, e.StepId }).Distinct().ToListAsync(ct);
        return [.. gates.Where(g => !shown.Any(e => g.IsShownBy(e.StageId, e.StepId)))];
    }
}
