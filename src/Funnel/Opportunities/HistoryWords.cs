using System.Globalization;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Fields of an opportunity and its lines, and their values, as people read them.</summary>
internal static class HistoryWords
{
    public static string Label(string field) => field switch
    {
        "Name" => T("Name"),
        "OwnerId" => T("Owner"),
        "AccountId" => T("Account"),
        "StageId" => T("Stage"),
        "Amount" => T("Amount"),
        "Currency" => T("Currency"),
        "Category" => T("Forecast"),
        "CloseOn" => T("Decision by"),
        "OpenedOn" => T("Begun on"),
        "ClosedOn" => T("Closed on"),
        "Source" => T("Source"),
        "ClosedBecause" => T("Reason"),
        "MainProductId" or "ProductId" => T("Product"),
        "Quantity" => T("Quantity"),
        "UnitPrice" or "Price" => T("Price"),
        "PriceListId" => T("Price list"),
        "Field" => T("What was judged"),
        "Value" => T("Value"),
        "Topic" => T("About what"),
        "MapPersonId" => T("Person"),
        "WhoId" => T("Who looks after them"),
        "Ground" => T("How do we know?"),
        "What" => T("What"),
        "Place" => T("Where"),
        "Statement" => T("In one sentence"),
        "Because" => T("Why"),
        "SaidOn" => T("Said on"),
        "SoWhat" => T("Why it matters"),
        "Proof" => T("What proves it"),
        "Kind" => T("Kind"),
        "On" => T("When"),
        "Text" => T("What they did or said"),
        "ProcessId" => T("Process"),
        "FromAmount" => T("New deals from"),
        "Industry" => T("With accounts of the industry"),
        "Act" => T("What the customer does"),
        "Number" => T("Edition"),
        "InForceAt" => T("In force since"),
        "TakesRunning" => T("Running deals too"),
        "Verdict" => T("What follows"),
        "HeldOn" => T("Held on"),
        "NextOn" => T("Next on"),
        "IsBinding" => T("Has to be shown"),
        "Without" => T("Not shown"),
        "IsStated" => T("Stated by another system"),
        "FromStageId" => T("From stage"),
        "ToStageId" => T("To stage"),
        "Level" => T("What the talk was about"),
        "UnderstoodOn" => T("Understood on"),
        "ConfirmedById" => T("Who of them confirmed it?"),
        "ConfirmedOn" => T("Confirmed on"),
        "SentOn" => T("Sent on"),
        "StatedBy" => T("Stated by"),
        "Reason" => T("Their reason"),
        "Concept" => T("Their picture"),
        "Perspective" => T("New to them"),
        "Best" => T("Best next step of theirs"),
        "Least" => T("Least next step of theirs"),
        "AgreedOn" or "AgreedHow" => T("Agreed among us"),
        "PersonId" => T("Who of us?"),
        "Outcome" => T("How it stood"),
        "ReviewedOn" => T("Looked back on"),
        "Codes" => T("Codes of reviews"),
        "TheirWord" => T("Their word"),
        "OurWord" => T("Our view"),
        "Lesson" => T("To change"),
        "LessonForId" => T("Who changes it?"),
        "LessonState" or "LessonOn" => T("What became of it"),
        "Where" => T("When it holds"),
        "Severity" => T("How grave it is"),
        "Why" => T("Why it matters"),
        "Advice" => T("Best thing to do about it"),
        "OffBecause" => T("Why it is switched off"),
        "TaskTitle" => T("A task for the owner of the deal"),
        "TaskDays" => T("Due in days"),
        "OwnerToId" => T("The deal goes to"),
        "SetField" => T("Set a field"),
        "SetTo" => T("To"),
        "Tells" or "TellsId" => T("Tell"),
        "WebhookId" => T("Call a webhook"),
        "Code" => T("Rule"),
        "FitsFrom" => T("Fits from, of 100"),
        "Weight" => T("Weight of 100"),
        "FitCriterionId" => T("Criterion"),
        "Said" => T("Answer"),
        "Evidence" => T("What shows it"),
        "Choice" => T("What was decided"),
        "StopRule" => T("Stops when"),
        "AgainOn" => T("To look again on"),
        "Advised" or "AdvisedBy" => T("What was advised"),
        "FitScore" => T("Fit of 100"),
        "FitUnknown" => T("Fit unknown, of 100"),
        "FitEdition" => T("Edition of whom we want"),
        "Status" => T("Where they are in buying"),
        "Interest" => T("Interest"),
        "Chance" => T("Chance, as stated"),
        "RolesKnown" => T("Roles known"),
        "Talks" => T("Talks"),
        "Minutes" => T("Minutes"),
        "Hours" => T("Hours beside the talks, as stated"),
        "DaysOpen" => T("Days open"),
        "InForceOn" => T("In force since"),
        _ => field,
    };

    /// <summary>The text of a value; "unknown" for none.</summary>
    public static string Value(string field, string? text, string currency)
    {
        if (string.IsNullOrEmpty(text)) return T("unknown");
        if (field is "Amount" or "UnitPrice" or "Price" && long.TryParse(text, CultureInfo.InvariantCulture, out var minor)) return MoneyText.Of(minor, currency);
        if (field is "CloseOn" or "OpenedOn" or "ClosedOn" or "On" or "UnderstoodOn" or "ConfirmedOn" or "SentOn" && Day(text) is { } day) return DayText.Whole(day);
        if (field is "Category") return Enum.TryParse<ForecastCategory>(text, out var category) || (int.TryParse(text, out var number) && Enum.IsDefined(category = (ForecastCategory)number)) ? Words.Category(category) : text;
        return text;
    }

    // Clashes carry a day as the culture writes it, events as ISO.
    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) || DateOnly.TryParse(text, CultureInfo.CurrentCulture, out iso) ? iso : null;
}
