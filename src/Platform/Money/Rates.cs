using System.Globalization;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Money;

/// <summary>The dated rates that bring amounts into the organisation's currency.</summary>
public sealed class Rates
{
    private readonly ILookup<string, (DateOnly On, double Rate)> _newestFirst;

    private Rates(string currency, IEnumerable<ExchangeRate> rates) =>
        (Currency, _newestFirst) = (currency, rates.OrderByDescending(r => r.On).ToLookup(r => r.Currency, r => (r.On, r.Rate)));

    /// <summary>ISO 4217 of the organisation: what everything is converted into.</summary>
    public string Currency { get; }

    /// <summary>Reads the rates of the currencies named; nothing is read where all is in the organisation's own.</summary>
    /// <param name="db">The database.</param>
    /// <param name="currency">The organisation's, ISO 4217.</param>
    /// <param name="used">The currencies of the amounts.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Rates> ReadAsync(AppDb db, string currency, IEnumerable<string> used, CancellationToken ct)
    {
        var foreign = used.Where(c => c != currency).Distinct().ToList();
        return new Rates(currency, foreign.Count == 0 ? [] : await db.Rows<ExchangeRate>().AsNoTracking().Where(r => foreign.Contains(r.Currency)).ToListAsync(ct));
    }

    /// <summary>Units of the organisation's currency for one unit of another: the newest rate not after the day; null where there is none.</summary>
    public double? On(string currency, DateOnly day)
    {
        if (currency == Currency) return 1;
        foreach (var (on, rate) in _newestFirst[currency])
            if (on <= day) return rate;
        return null;
    }

    /// <summary>An amount in whole units of the organisation's currency, at the rate of a day; null where there is no rate.</summary>
    public double? Convert(long minor, string currency, DateOnly day) => On(currency, day) is { } rate ? Minor.ToMajor(minor, currency) * rate : null;
}

/// <summary>A rate that a sum needs and nobody has entered: the currency, and the day for which it is wanted.</summary>
public readonly record struct MissingRate(string Currency, DateOnly Day)
{
    /// <summary>Why there is no sum, and where the rate is entered.</summary>
    public string Sentence => T("Not added up: there is no rate of {0} for {1}. Enter it at {2}.", Currency, Day.ToString("d", CultureInfo.CurrentCulture), "/settings/rates");
}
