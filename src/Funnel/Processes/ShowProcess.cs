using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.People;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Processes;

/// <summary>Shows a process: what its next edition asks for beside what holds, what putting it into force would do, and the editions before.</summary>
internal static class ShowProcess
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>A step to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public sealed record OfStep
    {
        public Guid Id { get; init; }
        public Guid Step { get; init; }
    }

    public static async Task<Outcome<ProcessDetail>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var ways = await Ways.FreshAsync(db, ct);
        if (ways.Processes.FirstOrDefault(p => p.Id == input.Id) is not { } process) return Outcome.Missing;
        var latest = ways.LatestOf(process);
        var known = ways.Processes.Where(p => !p.IsStandard).Select(p => (Guid?)p.Id).ToList();
        var deals = db.Rows<Opportunity>().Where(o => o.End == StageEnd.Open);
        deals = process.IsStandard ? deals.Where(o => o.ProcessId == null || !known.Contains(o.ProcessId)) : deals.Where(o => o.ProcessId == process.Id);
        var hasChanges = ways.Steps.Any(s => s.ProcessId == process.Id && (s.From == latest + 1 || s.To == latest));
        var running = await deals.GroupBy(o => o.StageId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var people = db.PersonRows();
        var saidBy = ways.Editions.Where(e => e.ProcessId == process.Id).Select(e => e.SaidById).Distinct().ToList();
        var names = await people.Where(p => saidBy.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var draft = ways.Steps.Where(s => s.ProcessId == process.Id && (s.To is null || s.To >= latest)).ToList();
        return new ProcessDetail
        {
            Id = process.Id, Name = process.Name, IsRetired = process.RetiredAt is not null, Edition = latest, Editing = input.Edit, Today = (await Standing.ReadAsync(db, clock, ct)).Day,
            Stages = [.. ways.Stages.Where(s => s.End is StageEnd.Open && s.RetiredAt is null).Select(s => new ProcessStage(s.Id, s.Name, s.CustomerAct,
                [.. draft.Where(d => d.StageId == s.Id && d.Act is not null).OrderBy(d => d.Position).Select(d => new DraftStep(d.Id, d.Act!, d.IsBinding, d.From == latest + 1 ? DraftChange.Comes : d.To == latest ? DraftChange.Goes : DraftChange.Stays, ways.Steps.Any(b => b.Id == d.FollowsId && b.ProcessId == process.Id) ? d.FollowsId : null))],
                draft.Any(d => d.StageId == s.Id && d.Act is null && d.To is null), running.GetValueOrDefault(s.Id)))],
            HasChanges = hasChanges, Effects = hasChanges ? await EditionPreview.OfAsync(db, ways, process, deals, ct) : [],
            Running = running.Values.Sum(),
            Editions = [.. ways.Editions.Where(e => e.ProcessId == process.Id).OrderByDescending(e => e.Number).Select(e => new EditionView(e.Number, DateOnly.FromDateTime(e.InForceAt), e.TakesRunning, e.Because, names.GetValueOrDefault(e.SaidById)))],
        };
    }

    /// <summary>The same with the step of a posted form open.</summary>
    public static Task<Outcome<ProcessDetail>> Again(OfStep input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new() { Id = input.Id, Edit = input.Step }, db, clock, ct);
}

/// <summary>What the next edition of a process does with a step.</summary>
public enum DraftChange { Stays, Comes, Goes }

/// <summary>A process with everything that can be said of it.</summary>
public sealed record ProcessDetail
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required bool IsRetired { get; init; }

    /// <summary>The version in force; 0 before there is one.</summary>
    public required int Edition { get; init; }

    /// <summary>The step that is open for change.</summary>
    public required Guid? Editing { get; init; }
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<ProcessStage> Stages { get; init; }

    /// <summary>The next edition differs from the one in force.</summary>
    public required bool HasChanges { get; init; }

    /// <summary>Open deals that follow it.</summary>
    public required int Running { get; init; }

    /// <summary>What the next edition would do to those, where it takes them along.</summary>
    public required IReadOnlyList<EditionEffect> Effects { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<EditionView> Editions { get; init; }
}

/// <summary>A stage of a process.</summary>
/// <param name="Id">The stage.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Act">What the customer does in it, as the stage itself says.</param>
/// <param name="Steps">What the next edition asks for there, and what it asks for no more.</param>
/// <param name="IsPassedOver">The next edition does not go through it.</param>
/// <param name="Running">Open deals that stand in it.</param>
public sealed record ProcessStage(Guid Id, string Name, string? Act, IReadOnlyList<DraftStep> Steps, bool IsPassedOver, int Running);

/// <summary>A step of a process.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Act">What the customer does.</param>
/// <param name="IsBinding">No deal goes on without it.</param>
/// <param name="Change">What the next edition does with it.</param>
/// <param name="FollowsId">The step it says anew.</param>
public sealed record DraftStep(Guid Id, string Act, bool IsBinding, DraftChange Change, Guid? FollowsId);

/// <summary>An edition of a process.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="On">Since when it is in force.</param>
/// <param name="TakesRunning">Deals that were running then go by it.</param>
/// <param name="Because">What was learned that led to it.</param>
/// <param name="SaidBy">Who put it into force.</param>
public sealed record EditionView(int Number, DateOnly On, bool TakesRunning, string? Because, string? SaidBy);
