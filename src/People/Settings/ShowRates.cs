using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Settings;

/// <summary>The dated exchange rates, newest first, and what was changed about them.</summary>
internal static class ShowRates
{
    private const int Most = 500, Lately = 20;

    public static async Task<Outcome<RatesView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var rates = await db.Rows<ExchangeRate>().AsNoTracking().OrderBy(r => r.Currency).ThenByDescending(r => r.On).Take(Most).Select(r => new RateLine(r.Id, r.Currency, r.On, r.Rate)).ToListAsync(ct);
        return new RatesView(tenant.Currency, Periods.Of(tenant).DayOf(clock.GetUtcNow().UtcDateTime), rates, await HistoryAsync(db, ct));
    }

    private static async Task<IReadOnlyList<RateChange>> HistoryAsync(AppDb db, CancellationToken ct)
    {
        var events = await db.Rows<Event>().AsNoTracking().Where(e => e.SubjectKind == "exchange-rate").OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Take(Lately).ToListAsync(ct);
        var about = events.Select(e => e.SubjectId).Distinct().ToList();
        var begun = await db.Rows<Event>().AsNoTracking().Where(e => about.Contains(e.SubjectId) && e.Kind == "exchange-rate.created").ToListAsync(ct);
        var named = begun.DistinctBy(e => e.SubjectId).ToDictionary(e => e.SubjectId, e => EventData.Fields(db, e).ToDictionary(f => f.Field, f => f.Change?.After));
        var people = await db.People.Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. events.Where(e => named.ContainsKey(e.SubjectId)).Select(e => Of(e, named[e.SubjectId], EventData.Fields(db, e).FirstOrDefault(f => f.Field == nameof(ExchangeRate.Rate)).Change, people.GetValueOrDefault(e.ActorId)))];
    }

    private static RateChange Of(Event happened, Dictionary<string, JsonElement?> rate, Change? change, string? who) => new(
        happened.RecordedAt, who, rate[nameof(ExchangeRate.Currency)]!.Value.GetString()!, rate[nameof(ExchangeRate.On)]!.Value.Deserialize<DateOnly>(), Number(change?.Before), Number(change?.After));

    private static double? Number(JsonElement? value) => value is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}

/// <param name="Currency">The organisation's; every rate is units of it.</param>
public sealed record RatesView(string Currency, DateOnly Today, IReadOnlyList<RateLine> Rates, IReadOnlyList<RateChange> History);

public sealed record RateLine(Guid Id, string Currency, DateOnly On, double Rate);

/// <summary>A rate was entered (nothing before), corrected, or taken away (nothing after).</summary>
public sealed record RateChange(DateTime At, string? Who, string Currency, DateOnly On, double? Before, double? After);
