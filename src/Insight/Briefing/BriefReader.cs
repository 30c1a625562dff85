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

    public static async Task<(Verdict Verdict, MissingRate? Missing)> ReadAsync(AppDb db, DateOnly day, string currency, CancellationToken ct)
    {
        var window = BriefWindow.UpTo(day, day.AddYears(-Years));
        var deals = await db.Deals().AsNoTracking().Select(d => new Row
        {
            Id = d.Id, AccountId = d.AccountId, Priced = new ReportDeal
            {
                OwnerId = d.OwnerId, ProductId = d.ProductId, StageId = null, Source = d.Source, End = d.End, Amount = d.Amount, Currency = d.Currency, OpenedOn = d.OpenedOn, ClosedOn = d.ClosedOn,
            },
        }).ToListAsync(ct);
        var segments = await db.AccountRows().Where(a => a.Industry != null).ToDictionaryAsync(a => a.Id, a => a.Industry, ct);
        var amounts = await Amounts.ReadAsync(db, currency, [.. deals.Select(d => d.Priced)], day, ct);
        var exits = await BriefExits.ReadAsync(db, ct);
        var names = new Shared();
        return (Brief.Of([.. deals.Select(d => Of(d, segments, amounts, exits, names))], window), amounts.Missing);
    }

    private static BriefDeal Of(Row row, Dictionary<Guid, string?> segments, Amounts amounts, BriefExits exits, Shared names)
    {
        var d = row.Priced;
        var segment = row.AccountId is { } account ? segments.GetValueOrDefault(account) : null;
        return new(names.Of(d.OwnerId), null, d.ProductId is { } product ? names.Of(product) : null, segment, names.Of(d.Source), EndingOf(d.End), amounts.Missing is null ? amounts.Of(d) : null, d.OpenedOn, d.ClosedOn)
        { Exits = exits.Of(row.Id) };
    }

    private static Ending EndingOf(StageEnd end) => end switch
    {
        StageEnd.Won => Ending.Won,
        StageEnd.Lost => Ending.Lost,
        StageEnd.NoDecision => Ending.NoDecision,
        _ => Ending.Open,
    };

    private sealed class Row
    {
        public required Guid Id { get; init; }
        public required Guid? AccountId { get; init; }
        public required ReportDeal Priced { get; init; }
    }

    /// <summary>Each key and text once, however many deals have it.</summary>
    private sealed class Shared
    {
        private readonly Dictionary<Guid, string> _keys = [];
        private readonly Dictionary<string, string> _texts = [];

        public string Of(Guid key) => _keys.TryGetValue(key, out var known) ? known : _keys[key] = key.ToString();

        public string? Of(string? text) => text is null ? null : _texts.TryGetValue(text, out var known) ? known : _texts[text] = text;
    }
}
