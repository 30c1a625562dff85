using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Calls;

/// <summary>Calls a number: one's own, or that of somebody in one's line. What was called before stays.</summary>
internal static class GiveCall
{
    public sealed record Input
    {
        /// <summary>Whose number it is.</summary>
        public Guid Id { get; init; }

        /// <summary>Which, such as 2026-Q3; the quarter that pages stand in where nothing is said.</summary>
        public string? Period { get; init; }

        /// <summary>What will have been won by its end, in whole units, with what is won already.</summary>
        [Required]
        public decimal? Commit { get; init; }

        /// <summary>The same if all goes well.</summary>
        public decimal? BestCase { get; init; }

        /// <summary>The organisation's where nothing is said; no other is taken.</summary>
        public string? Currency { get; init; }

        /// <summary>Why; wanted where a call is changed.</summary>
        [StringLength(500)]
        public string? Because { get; init; }
    }

    /// <param name="Id">The call's key.</param>
    /// <param name="PersonId">Whose number.</param>
    /// <param name="Period">Which.</param>
    public sealed record Given(Guid Id, Guid PersonId, string Period)
    {
        internal string Url => $"/forecast/{PersonId}?period={Period}";
    }

    public static async Task<Outcome<Given>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (desk, no) = await ForecastDesk.OpenAsync(input.Id, input.Period, db, clock, ct);
        if (no is not null) return no;
        if (!desk!.MayCall(db)) return Outcome.Missing;
        if (desk.IsClosed) return Outcome.Refused(T("{0} is closed since {1}: what was called for it stays as it is.", desk.PeriodName, DayText.Whole(desk.Period.To.AddDays(1))));
        var (from, to, me) = (desk.Period.From, desk.Period.To, db.Viewer.PersonId);
        var again = await db.Rows<ForecastCall>().AnyAsync(c => c.OwnerId == desk.PersonId && c.ById == me && c.From == from && c.To == to, ct);
        var problems = Amounts.Check(nameof(input.Commit), input.Commit!.Value).Among(nameof(input.BestCase), input.BestCase)
            .AddIf(input.BestCase < input.Commit, nameof(input.BestCase), T("The best case cannot be less than what you commit to."))
            .AddIf(!Amounts.IsOwn(input.Currency, desk.Tenant.Currency), nameof(input.Currency), T("Calls and targets are in {0}, the organisation's currency.", desk.Tenant.Currency))
            .AddIf(again && string.IsNullOrWhiteSpace(input.Because), nameof(input.Because), T("Say why it changes."));
        if (problems.Any) return Outcome.Invalid(problems);
        var currency = desk.Tenant.Currency;
        var call = new ForecastCall
        {
            OwnerId = desk.PersonId, ById = me, From = from, To = to, Commit = Minor.FromMajor(input.Commit.Value, currency), BestCase = input.BestCase is { } best ? Minor.FromMajor(best, currency) : null, Currency = currency,
            Because = input.Because?.Trim(), At = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(call);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Given(call.Id, desk.PersonId, desk.Calendar.Key(desk.Period))).Saying(T("Called: {0}.", MoneyText.Of(call.Commit, currency)));
    }
}

/// <summary>What an amount that somebody calls or sets may be.</summary>
internal static class Amounts
{
    private const decimal Most = 1_000_000_000_000m;

    public static Problems Check(string field, decimal amount) => new Problems().Among(field, amount);

    public static Problems Among(this Problems problems, string field, decimal? amount) => problems.AddIf(amount < 0, field, T("No less than nothing, please.")).AddIf(amount >= Most, field, T("Less than {0}, please.", Most.ToString("N0", CultureInfo.CurrentCulture)));

    public static bool IsOwn(string? typed, string currency) => string.IsNullOrWhiteSpace(typed) || Currencies.Clean(typed) == currency;
}
