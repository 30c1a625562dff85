using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>The fields of a contract as they are typed. Amounts are in whole units of its currency.</summary>
public record ContractFields
{
    /// <summary>What they buy, in a few words.</summary>
    [StringLength(200)]
    public string? Name { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day of its term; without an end where nothing is said.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>For how many months it renews itself; it does not where nothing is said.</summary>
    public int? RenewsMonths { get; init; }

    /// <summary>How many days before the end notice is to be given; unknown where nothing is said.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>What is paid each time; unknown where nothing is said, 0 is nothing.</summary>
    public decimal? Recurring { get; init; }

    /// <summary>How often it is paid; a year where nothing is said.</summary>
    public ContractEvery? Every { get; init; }

    /// <summary>What is paid once.</summary>
    public decimal? OneOff { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>What is wrong with a contract as it is to be.</summary>
    internal static Problems Wrong(ContractFields typed, string? name, DateOnly? startsOn, DateOnly? endsOn, int? renewsMonths, int? noticeDays, string currency)
    {
        var problems = new Problems()
            .AddIf(string.IsNullOrWhiteSpace(name), nameof(Name), T("Please fill this in."))
            .AddIf(startsOn is null, nameof(StartsOn), T("Please fill this in."))
            .AddIf(startsOn is { } from && (from.Year < Oldest || from.Year > Latest), nameof(StartsOn), T("This day cannot be right."))
            .AddIf(endsOn < startsOn, nameof(EndsOn), T("It would end before it begins."))
            .AddIf(endsOn is { Year: > Latest }, nameof(EndsOn), T("This day cannot be right."))
            .AddIf(renewsMonths is < 1 or > MostMonths, nameof(RenewsMonths), T("Between {0} and {1}.", 1, MostMonths))
            .AddIf(renewsMonths is not null && endsOn is null, nameof(RenewsMonths), T("Without an end there is nothing to renew."))
            .AddIf(noticeDays is < 0 or > MostDays, nameof(NoticeDays), T("Between {0} and {1}.", 0, MostDays))
            .AddIf(noticeDays is > 0 && endsOn is { } end && startsOn is { } start && noticeDays > end.DayNumber - start.DayNumber + 1, nameof(NoticeDays), T("These are more days than the term has."))
            .AddIf(!Currencies.IsKnown(currency), nameof(Currency), T("There is no currency {0}: it has three letters, like EUR.", currency));
        foreach (var (amount, field) in new[] { (typed.Recurring, nameof(Recurring)), (typed.OneOff, nameof(OneOff)) })
            problems.AddIf(amount < 0, field, T("An amount is not below zero.")).AddIf(amount > FieldRules.MostMoney, field, T("This amount is larger than any deal."));
        return problems;
    }

    internal static long? Minor(decimal? amount, string currency) => amount is >= 0 and <= FieldRules.MostMoney ? Platform.Money.Minor.FromMajor(amount.Value, currency) : null;

    private const int MostMonths = 120, MostDays = 3_650, Oldest = 1970, Latest = 2199;
}
