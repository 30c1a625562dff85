using System.Globalization;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>Contracts in words.</summary>
internal static class ContractWords
{
    public static string State(ContractState state) => state switch
    {
        ContractState.Coming => T("begins later"),
        ContractState.NoticeDue => T("notice due"),
        ContractState.NoticeGiven => T("notice given"),
        ContractState.Ended => T("ended"),
        ContractState.EndedByNotice => T("ended by notice"),
        _ => T("running"),
    };

    public static Tone Tone(ContractState state) => state switch
    {
        ContractState.Running => Platform.Ui.Tone.Good,
        ContractState.NoticeDue => Platform.Ui.Tone.Warn,
        ContractState.NoticeGiven or ContractState.EndedByNotice => Platform.Ui.Tone.Bad,
        _ => Platform.Ui.Tone.Plain,
    };

    public static string Every(ContractEvery every) => every switch
    {
        ContractEvery.Month => T("every month"),
        ContractEvery.Quarter => T("every quarter"),
        _ => T("every year"),
    };

    public static IReadOnlyList<Choice> Everies => [.. Enum.GetValues<ContractEvery>().Select(e => new Choice(e.ToString(), Every(e)))];

    /// <summary>What is paid, and how often.</summary>
    public static string Paid(ContractView contract) => contract.RecurringMinor is { } minor ? $"{MoneyText.Of(minor, contract.Currency)} {Every(contract.Every)}" : T("unknown");

    /// <summary>When it ends, in a line.</summary>
    public static string Until(ContractView contract) => (contract.EndsOn, contract.RenewsMonths, contract.NoticeGivenOn) switch
    {
        (null, _, _) => T("without an end"),
        ({ } end, { } months, null) => T("until {0}, then {1} more", DayText.Whole(end), N(months, "one month", "{0} months")),
        ({ } end, _, _) => T("until {0}", DayText.Whole(end)),
    };

    /// <summary>What the page says first.</summary>
    public static string Answer(ContractView contract) => contract.State switch
    {
        ContractState.Coming => T("It begins on {0}.", DayText.Whole(contract.StartsOn)),
        ContractState.Ended => T("It ended on {0}.", DayText.Whole(contract.EndsOn!.Value)),
        ContractState.EndedByNotice => T("It ended by notice on {0}.", DayText.Whole(contract.EndsOn!.Value)),
        ContractState.NoticeGiven => T("Notice was given: it runs until {0}.", DayText.Whole(contract.EndsOn!.Value)),
        ContractState.NoticeDue when contract.NoticeOn == contract.Day => T("Today is the last day for notice."),
        ContractState.NoticeDue => N(contract.NoticeOn!.Value.DayNumber - contract.Day.DayNumber, "Notice can be given for one more day, until {1}.", "Notice can be given for {0} more days, until {1}.", DayText.Whole(contract.NoticeOn!.Value)),
        _ when contract.RenewsMonths is not null && contract.EndsOn is { } end && contract.NoticeOn < contract.Day => T("The last day for notice has passed: it goes on after {0}.", DayText.Whole(end)),
        _ when contract.EndsOn is { } end => T("It runs until {0}.", DayText.Whole(end)),
        _ => T("It runs without an end."),
    };

    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
