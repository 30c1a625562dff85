using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Stages;

/// <summary>Shows the process: its stages in order, with how many open deals stand in each.</summary>
internal static class ShowStages
{
    public sealed record Input
    {
        /// <summary>A stage to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<StagesView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var deals = db.Rows<Opportunities.Opportunity>();
        var stages = await db.Stages.OrderBy(s => s.Position).Select(s => new StageView
        {
            Id = s.Id, Version = s.Version, Name = s.Name, CustomerAct = s.CustomerAct, Guide = s.Guide, Category = s.Category, IsBinding = s.IsBinding, End = s.End, IsRetired = s.RetiredAt != null, Deals = deals.Count(o => o.StageId == s.Id && o.End == StageEnd.Open),
        }).ToListAsync(ct);
        var editions = db.ProcessEditions;
        var standard = await db.Processes.Where(p => p.IsStandard && editions.Any(e => e.ProcessId == p.Id)).Select(p => new StandardProcess(p.Id, p.Name)).FirstOrDefaultAsync(ct);
        return new StagesView(stages, input.Edit, standard);
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same with the stage of a posted form open.</summary>
    public static Task<Outcome<StagesView>> Again(OfOne input, AppDb db, CancellationToken ct) => Do(new() { Edit = input.Id }, db, ct);
}

/// <summary>The stages of an organisation.</summary>
/// <param name="Stages">In their order.</param>
/// <param name="Editing">The one that is open for change.</param>
/// <param name="Standard">The process that says what the customer does in them; null while they say it themselves.</param>
public sealed record StagesView(IReadOnlyList<StageView> Stages, Guid? Editing, StandardProcess? Standard)
{
    /// <summary>Open deals.</summary>
    public int Running => Stages.Sum(s => s.Deals);
}

/// <summary>The process of every deal that follows no other.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What it is called.</param>
public sealed record StandardProcess(Guid Id, string Name);

/// <summary>A stage as its settings show it.</summary>
public sealed record StageView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required string? CustomerAct { get; init; }
    public required ForecastCategory Category { get; init; }

    /// <summary>What is to be uncovered in it, a line each; null leaves what comes with the product.</summary>
    public string? Guide { get; init; }

    /// <summary>No deal leaves it until something shows the customer's act.</summary>
    public bool IsBinding { get; init; }
    public required StageEnd End { get; init; }
    public required bool IsRetired { get; init; }

    /// <summary>Open deals in it.</summary>
    public required int Deals { get; init; }
}
