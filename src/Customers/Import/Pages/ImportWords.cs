using System.Globalization;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Money;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Pages;

/// <summary>The words for what an import is and does.</summary>
public static class ImportWords
{
    public static string State(string state) => state switch
    {
        nameof(ImportState.Planned) => T("Waits for you"),
        nameof(ImportState.Running) => T("Under way"),
        nameof(ImportState.Done) => T("Done"),
        nameof(ImportState.Cancelled) => T("Stopped"),
        nameof(ImportState.Failed) => T("Interrupted"),
        _ => T("Taken back"),
    };

    /// <summary>Where a record is; null for one without a page.</summary>
    public static string? Href(SparedRow row) => HrefOf(row.Kind, row.Id);

    /// <summary>Why an undo left a record alone.</summary>
    public static string Why(SparedRow row) => row.Why is { } held ? T("What stays belongs to it: {0}", held) : T("somebody edited it since");

    /// <summary>The same of a change.</summary>
    public static string? Href(PlannedChange change) => HrefOf(change.Kind, change.Id);

    /// <summary>The same by kind and key.</summary>
    public static string? HrefOf(string kind, Guid id) => kind switch { Kinds.Account => $"/accounts/{id}", Kinds.Contact => $"/contacts/{id}", Kinds.Lead => $"/leads/{id}", Kinds.Task => $"/tasks/{id}", "opportunity" => $"/opportunities/{id}", _ => null };

    public static string Reading(string reading) => reading switch { "Won" => T("won"), "Lost" => T("lost"), "NoDecision" => T("no decision"), _ => T("open") };

    public static string By(TallyBy by) => by switch { TallyBy.Stage => T("Stage"), TallyBy.Owner => T("Owner"), _ => T("Month") };

    public static string Count(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    public static string Sum(long minor, string currency) => $"{Minor.ToMajor(minor, currency).ToString("N0", CultureInfo.CurrentCulture)} {currency}";
}
