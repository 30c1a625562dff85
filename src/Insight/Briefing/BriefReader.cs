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
        var (deals, missing) = await DealsAsync(db, day, currency, ct);
        return (Brief.Of(deals, BriefWindow.UpTo(day, day.AddYears(-Years))), missing);
    }

    // Of a million deals each is held once and in no other form, so that what they tell is worked out in the memory of the deals themselves.
    private static async Task<(List<BriefDeal> Deals, MissingRate? Missing)> DealsAsync(AppDb db, DateOnly day, string currency, CancellationToken ct)
    {
        var segments = await db.AccountRows().Where(a => a.Industry != null).ToDictionaryAsync(a => a.Id, a => a.Industry, ct);
        var used = await db.Deals().Where(d => d.Amount != null).Select(d => d.Currency).Distinct().ToListAsync(ct);
        var amounts = new Amounts(await Rates.ReadAsync(db, currency, used, ct), day);
        var exits = await BriefExits.ReadAsync(db, ct);
        var (names, deals) = (new Shared(), new List<BriefDeal>());
        var rows = db.Deals().Select(d => new { d.Id, d.OwnerId, d.AccountId, d.ProductId, d.Source, d.End, d.Amount, d.Currency, d.OpenedOn, d.ClosedOn });
        await foreach (var d in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var segment = d.AccountId is { } account ? segments.GetValueOrDefault(account) : null;
            deals.Add(new(names.Of(d.OwnerId), null, d.ProductId is { } product ? names.Of(product) : null, names.Of(segment), names.Of(d.Source), EndingOf(d.End), amounts.Of(d.Amount, d.Currency, d.ClosedOn), d.OpenedOn, d.ClosedOn)
            { Exits = exits.Of(d.Id) });
        }
        // Sums with some amounts and without others would be wrong.
        return (amounts.Missing is null ? deals : [.. deals.Select(d => d with { Amount = null })], amounts.Missing);
    }

    private static Ending EndingOf(StageEnd end) => end switch
    {
        StageEnd.Won => Ending.Won,
        StageEnd.Lost => Ending.Lost,
        StageEnd.NoDecision => Ending.NoDecision,
        _ => Ending.Open,
    };

    /// <summary>Each key and text once, however many deals have it.</summary>
    private sealed class Shared
    {
        private readonly Dictionary<Guid, string> _keys = [];
        private readonly Dictionary<string, string> _texts = [];

        public string Of(Guid key) => _keys.TryGetValue(key, out var known) ? known : _keys[key] = key.ToString();

        public string? Of(string? text) => text is null ? null : _texts.TryGetValue(text, out var known) ? known : _texts[text] = text;
    }
}
