using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>What fields of an opportunity may hold, whoever fills them in.</summary>
internal static class FieldRules
{
    /// <summary>Far above any deal, far below what a sum of a million such deals would overflow.</summary>
    public const decimal MostMoney = 1_000_000_000_000;

    public static void Amount(Problems problems, decimal? amount, string currency, string field = "Amount") => problems
        .AddIf(amount < 0, field, T("An amount is not below zero. A discount belongs into the price."))
        .AddIf(amount > MostMoney, field, T("This amount is larger than any deal."))
        .AddIf(!IsCurrency(currency), "Currency", T("A currency has three letters, like EUR."));

    /// <summary>A day on which something was done or said by a customer.</summary>
    public static void Day(Problems problems, string field, DateOnly? day, DateOnly today) => problems
        .AddIf(day > today, field, T("This day is still to come."))
        .AddIf(day < today.AddYears(-20), field, T("This day cannot be right."));

    public static bool IsCurrency(string? text) => text is { Length: 3 } && text.All(char.IsAsciiLetterUpper);

    public static void Text(Problems problems, string field, string? text, int most, bool required = false) => problems
        .AddIf(required && string.IsNullOrWhiteSpace(text), field, T("Please fill this in."))
        .AddIf(text?.Length > most, field, T("At most {0} characters.", most));
}
