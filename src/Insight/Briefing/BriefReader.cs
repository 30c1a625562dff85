using Coxswain.Customers;
using Coxswain.Funnel;
using Coxswain.Insight.Diagnosis;
using Coxswain.Insight.Metrics;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Insight.Briefing;

/// <summary>Reads the organisation's deals as the brief takes them, and has it read.</summary>
internal static class BriefReader
{
    /// <summary>History older than this says little of today's people.</summary>
    private const int Years = 4;

    public static async Task<(Verdict Verdict, MissingRate? Missing)> ReadAsync(AppDb db, Platform.Tenants.Standing standing, string currency, CancellationToken ct)
    {
        var window = BriefWindow.UpTo(standing.Day, standing.Day.AddYears(-Years));
        var deals = await db.Deals().AsNoTracking().ToListAsync(ct);
        var segments = await db.AccountRows().Where(a => a.Industry != null).ToDictionaryAsync(a => a.Id, a => a.Industry, ct);
        var amounts = await Amounts.ReadAsync(db, currency, [.. deals.Select(Priced)], standing.Day, ct);
        var exits = await ExitsAsync(db, ct);
        return (Brief.Of([.. deals.Select(d => Of(d, d.AccountId is { } account ? segments.GetValueOrDefault(account) : null, amounts, exits))], window), amounts.Missing);
    }

    private static BriefDeal Of(Deal d, string? segment, Amounts amounts, Dictionary<Guid, IReadOnlyList<StageExit>> exits) =>
        new(d.OwnerId.ToString(), null, d.ProductId?.ToString(), segment, d.Source, EndingOf(d.End), amounts.Missing is null ? amounts.Of(Priced(d)) : null, d.OpenedOn, d.ClosedOn)
        { Exits = exits.GetValueOrDefault(d.Id, []) };

    private static Ending EndingOf(StageEnd end) => end switch
    {
        StageEnd.Won => Ending.Won,
        StageEnd.Lost => Ending.Lost,
        StageEnd.NoDecision => Ending.NoDecision,
        _ => Ending.Open,
    };

    private static ReportDeal Priced(Deal d) => new()
    {
        OwnerId = d.OwnerId, ProductId = d.ProductId, StageId = d.StageId, Source = d.Source, End = d.End, Amount = d.Amount, Currency = d.Currency, OpenedOn = d.OpenedOn, ClosedOn = d.ClosedOn,
    };

    /// <summary>The stages each deal left, where their order was recorded.</summary>
    private static async Task<Dictionary<Guid, IReadOnlyList<StageExit>>> ExitsAsync(AppDb db, CancellationToken ct)
    {
        var names = await db.StageRows().ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var moves = await db.StageMoves().ToListAsync(ct);
        return moves.GroupBy(m => m.OpportunityId).ToDictionary(g => g.Key, g => Exits([.. g.OrderBy(m => m.From)], names));
    }

    private static IReadOnlyList<StageExit> Exits(List<StageMove> moves, Dictionary<Guid, string> names)
    {
        var exits = new List<StageExit>();
        for (var i = 0; i + 1 < moves.Count; i++)
        {
            var (now, next) = (moves[i], moves[i + 1]);
            if (now.StageId is not { } stage || now.End is not StageEnd.Open || next.StageId == stage || !names.TryGetValue(stage, out var name)) continue;
            exits.Add(new StageExit(name, next.End is StageEnd.Open or StageEnd.Won));
        }
        return exits;
    }
}
