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
        return new StagesView(stages, input.Edit);
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same with the stage of a posted form open.</summary>
    public static Task<Outcome<StagesView>> Again(OfOne input, AppDb db, CancellationToken ct) => Do(new() { Edit = input.Id }, db, ct);
}

/// <summary>The process.</summary>
public sealed record StagesView(IReadOnlyList<StageView> Stages, Guid? Editing);

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
