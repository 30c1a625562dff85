using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes;

/// <summary>Shows the processes, with how many running deals follow each.</summary>
internal static class ShowProcesses
{
    public sealed record Input
    {
        /// <summary>A process to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    public static async Task<Outcome<ProcessesView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (tenant, ways) = (await db.TenantAsync(ct), await Ways.FreshAsync(db, ct));
        var running = await db.Rows<Opportunities.Opportunity>().Where(o => o.End == StageEnd.Open).GroupBy(o => o.ProcessId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return new ProcessesView([.. ways.Processes.Select(p => new ProcessView
        {
            Id = p.Id, Version = p.Version, Name = p.Name, IsStandard = p.IsStandard, IsRetired = p.RetiredAt is not null, Industry = p.Industry, FromAmount = p.FromAmount is { } least ? (decimal)Minor.ToMajor(least, tenant.Currency) : null,
            Edition = ways.LatestOf(p), Running = running.Where(r => p.IsStandard ? r.Key is null || ways.Processes.All(o => o.Id != r.Key) || r.Key == p.Id : r.Key == p.Id).Sum(r => r.Count),
        })], tenant.Currency, input.Edit);
    }

    /// <summary>The same with the process of a posted form open.</summary>
    public static Task<Outcome<ProcessesView>> Again(OfOne input, AppDb db, CancellationToken ct) => Do(new() { Edit = input.Id }, db, ct);
}

/// <summary>The processes of an organisation.</summary>
/// <param name="Processes">In the order in which they take new deals.</param>
/// <param name="Currency">Of the amounts they take deals from.</param>
/// <param name="Editing">The one that is open for change.</param>
public sealed record ProcessesView(IReadOnlyList<ProcessView> Processes, string Currency, Guid? Editing);

/// <summary>A process as its settings show it.</summary>
public sealed record ProcessView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required bool IsStandard { get; init; }
    public required bool IsRetired { get; init; }

    /// <summary>New deals from this amount on follow it, in whole units of the organisation's currency.</summary>
    public required decimal? FromAmount { get; init; }

    /// <summary>New deals with accounts of this industry follow it.</summary>
    public required string? Industry { get; init; }

    /// <summary>The version in force; 0 before there is one.</summary>
    public required int Edition { get; init; }

    /// <summary>Open deals that follow it.</summary>
    public required int Running { get; init; }

    /// <summary>Which new deals follow it, in words.</summary>
    internal string Takes(string currency) => IsStandard ? T("every deal that follows no other") : (FromAmount, Industry) switch
    {
        ({ } least, { } industry) => T("new deals from {0} in {1}", Platform.Ui.MoneyText.Of(Minor.FromMajor(least, currency), currency), industry),
        ({ } least, null) => T("new deals from {0}", Platform.Ui.MoneyText.Of(Minor.FromMajor(least, currency), currency)),
        (null, { } industry) => T("new deals in {0}", industry),
        _ => T("deals put on it by hand"),
    };
}
