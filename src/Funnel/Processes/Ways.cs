using System.Collections.Concurrent;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Processes;

/// <summary>The stages of an organisation and every process through them, in all their editions.</summary>
internal sealed record Ways(IReadOnlyList<Stage> Stages, IReadOnlyList<SalesProcess> Processes, IReadOnlyList<ProcessStep> Steps, IReadOnlyList<ProcessEdition> Editions)
{
    // Many deals go by one edition.
    private readonly ConcurrentDictionary<(Guid Process, int Edition), Way> _made = new();

    /// <summary>As they stood a moment ago at most.</summary>
    public static Task<Ways> ReadAsync(AppDb db, CancellationToken ct) => db.Kept.ReadAsync(db, "ways", () => FreshAsync(db, ct));

    /// <summary>As they stand.</summary>
    public static async Task<Ways> FreshAsync(AppDb db, CancellationToken ct) => new(
        await db.Stages.AsNoTracking().OrderBy(s => s.Position).ToListAsync(ct),
        await db.Processes.AsNoTracking().OrderBy(p => p.Position).ToListAsync(ct),
        await db.ProcessSteps.AsNoTracking().OrderBy(s => s.Position).ToListAsync(ct),
        await db.ProcessEditions.AsNoTracking().OrderBy(e => e.Number).ToListAsync(ct));

    public SalesProcess? Standard => Processes.FirstOrDefault(p => p.IsStandard);

    /// <summary>What a deal goes through and what is asked on the way: by its process as that stood when the deal came or was put on it, or as it took running deals along since.</summary>
    /// <param name="deal">Its key tells when it came.</param>
    /// <param name="processId">Its process; null is the standard one.</param>
    /// <param name="since">Since when it follows that; null is since it came.</param>
    public Way Of(Guid deal, Guid? processId, DateTime? since)
    {
        var process = ProcessOf(processId);
        return process is null ? ByStages : Of(process, EditionOf(process, deal, processId is null ? null : since));
    }

    /// <summary>The process of a deal that names this one; null where there is none.</summary>
    public SalesProcess? ProcessOf(Guid? id) => Processes.FirstOrDefault(p => p.Id == id) ?? Standard;

    /// <summary>What each process asks of a deal that comes today, the standard one first; the stages themselves where there is no process.</summary>
    /// <param name="used">Processes that are wanted though no deal is put on them any more, or not yet by itself.</param>
    public IReadOnlyList<Way> InForce(IReadOnlyCollection<Guid?> used) =>
        [Standard is { } standard ? Of(standard, LatestOf(standard)) : ByStages, .. Processes.Where(p => !p.IsStandard && (p.RetiredAt is null && LatestOf(p) > 0 || used.Contains(p.Id))).Select(p => Of(p, LatestOf(p)))];

    /// <summary>The edition of a process that a deal of it goes by; 0 is before there was one.</summary>
    public int EditionOf(SalesProcess process, Guid deal, DateTime? since)
    {
        var came = since is { } put && put > Keys.MomentOf(deal) ? put : Keys.MomentOf(deal);
        return Editions.Where(e => e.ProcessId == process.Id && (e.TakesRunning || e.InForceAt <= came)).Select(e => e.Number).DefaultIfEmpty(FirstOf(process)).Max();
    }

    /// <summary>A process as an edition of it has it; 0 is before there was one.</summary>
    public Way Of(SalesProcess process, int edition) => _made.GetOrAdd((process.Id, edition), _ => Make(process, edition));

    private Way Make(SalesProcess process, int edition)
    {
        if (edition == 0) return ByStages with { Process = process, Stages = [.. ByStages.Stages.Select(s => Steps.Any(p => p.ProcessId == process.Id && p.StageId == s.Stage.Id && p is { From: 0, Act: null }) ? s with { Gates = [], IsPassedOver = true } : s)] };
        var steps = Steps.Where(s => s.ProcessId == process.Id && s.From <= edition && (s.To is null || s.To >= edition)).ToLookup(s => s.StageId);
        return new Way(process, edition, [.. Stages.Select(stage => new WayStage(stage, [.. steps[stage.Id].Where(s => s.Act is not null).Select(s => new Gate(s.Id, stage.Id, s.Id, s.Act!, s.IsBinding) { IsOfStage = s.IsOfStage, Kin = [.. Kin[RootOf(s)].Where(k => k != s.Id)] })], steps[stage.Id].Any(s => s.Act is null)))]);
    }

    public int LatestOf(SalesProcess process) => Editions.Where(e => e.ProcessId == process.Id).Select(e => e.Number).DefaultIfEmpty(0).Max();

    /// <summary>The edition of deals that came before a process was in force: its first, as they were put on it by hand; 0 of the standard one, as they were asked for the acts of the stages.</summary>
    public int FirstOf(SalesProcess process) => process.IsStandard ? 0 : Editions.Where(e => e.ProcessId == process.Id).Select(e => e.Number).DefaultIfEmpty(0).Min();

    /// <summary>Each stage with the one act it names itself.</summary>
    public Way ByStages => new(null, 0, [.. Stages.Select(s => new WayStage(s, s.CustomerAct is { } act && s.End is StageEnd.Open ? [new Gate(s.Id, s.Id, null, act, s.IsBinding) { IsOfStage = true }] : [], false))]);

    private ILookup<Guid, Guid> Kin => field ??= Steps.ToLookup(RootOf, s => s.Id);

    // A step said anew follows one that was there before it, so this comes to an end.
    private Guid RootOf(ProcessStep step)
    {
        var at = step;
        while (at.FollowsId is { } id && Steps.FirstOrDefault(s => s.Id == id) is { } before) at = before;
        return at.Id;
    }
}

/// <summary>A process as it holds for a deal.</summary>
/// <param name="Process">Which; null where the organisation has none but its stages.</param>
/// <param name="Edition">Its version; 0 before there was one.</param>
/// <param name="Stages">All stages of the organisation in their order, with what is asked in each.</param>
internal sealed record Way(SalesProcess? Process, int Edition, IReadOnlyList<WayStage> Stages)
{
    public WayStage At(Guid stage) => Stages.First(s => s.Stage.Id == stage);

    /// <summary>No stage comes after it on this way before the end.</summary>
    public bool IsLate(Guid stage) => Stages.FirstOrDefault(s => s.Stage.Id == stage) is { } at && (at.Stage.End is not StageEnd.Open || Last(stage) == stage);

    /// <summary>The last stage of it before the end.</summary>
    public Guid? Last(Guid at) => Open(at).LastOrDefault()?.Stage.Id;

    /// <summary>The open stages a deal goes through that stands in one of them.</summary>
    public IEnumerable<WayStage> Open(Guid at) => Stages.Where(s => s.Stage.End is StageEnd.Open && (s.Stage.Id == at || s.Stage.RetiredAt is null && !s.IsPassedOver));

    /// <summary>The stage after one; null after the last.</summary>
    public Stage? After(Guid at) => Open(at).Select(s => s.Stage).FirstOrDefault(s => s.Position > At(at).Stage.Position);
}

/// <summary>A stage on a way.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Gates">What the customer does before a deal leaves it.</param>
/// <param name="IsPassedOver">The process does not go through it.</param>
internal sealed record WayStage(Stage Stage, IReadOnlyList<Gate> Gates, bool IsPassedOver)
{
    /// <summary>What the customer does there, in a few words.</summary>
    public string Act => Gates is [var first, ..] ? first.Act : Stage.Name;
}
