using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Settings;

/// <summary>Enters what a currency was worth from a day on, or corrects the rate of that day. What is corrected stays in history.</summary>
internal static class SetRate
{
    public sealed record Input
    {
        [Required, StringLength(3, MinimumLength = 3)]
        public string? Currency { get; init; }

        [Required]
        public DateOnly? On { get; init; }

        /// <summary>Units of the organisation's currency for one unit.</summary>
        [Required]
        public decimal? Rate { get; init; }
    }

    public static async Task<Outcome<RatesView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var view = (await ShowRates.Do(db, clock, ct)).View!;
        var currency = Currencies.Clean(input.Currency);
        var problems = new Problems()
            .AddIf(currency is null, nameof(input.Currency), T("A currency is three letters, like EUR."))
            .AddIf(currency == view.Currency, nameof(input.Currency), T("This is the organisation's own currency: it is worth 1."))
            .AddIf(input.On > view.Today, nameof(input.On), T("Nobody knows the rate of a day to come."))
            .AddIf(input.On < new DateOnly(1970, 1, 1), nameof(input.On), T("Rates begin in 1970."))
            .AddIf(input.Rate is <= 0 or > 1_000_000_000, nameof(input.Rate), T("A rate is above 0 and at most a thousand million."));
        if (problems.Any) return Outcome.Invalid(problems);

        var rate = await db.Rows<ExchangeRate>().SingleOrDefaultAsync(r => r.Currency == currency && r.On == input.On, ct);
        var isNew = rate is null;
        if (rate is null) db.Add(new ExchangeRate { Currency = currency!, On = input.On!.Value, Rate = (double)input.Rate!.Value });
        else rate.Rate = (double)input.Rate!.Value;
        await db.SaveChangesAsync(ct);
        return (await ShowRates.Do(db, clock, ct)).Saying(isNew ? T("The rate is entered.") : T("The rate is corrected; figures follow."));
    }
}

/// <summary>Takes a rate away; the one before it holds again.</summary>
internal static class RemoveRate
{
    public sealed record Input
    {
        public Guid Id { get; init; }
    }

    public static async Task<Outcome<RatesView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<ExchangeRate>().SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } rate) return Outcome.Missing;
        db.Remove(rate);
        await db.SaveChangesAsync(ct);
        return (await ShowRates.Do(db, clock, ct)).Saying(T("The rate is taken away."));
    }
}
