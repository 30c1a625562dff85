using System.Globalization;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Records;

/// <summary>Fields and answers as people call them.</summary>
internal static class Words
{
    public static string Field(string field) => field switch
    {
        "Name" => T("Name"),
        "OwnerId" => T("Owner"),
        "AccountId" => T("Account"),
        "ContactId" => T("Contact"),
        "ParentId" => T("Belongs to"),
        "Website" => T("Website"),
        "Phone" => T("Phone"),
        "Mobile" => T("Mobile"),
        "Email" => T("E-mail"),
        "Title" => T("Role"),
        "Industry" => T("Industry"),
        "Country" => T("Country"),
        "City" => T("City"),
        "Tier" => T("Tier"),
        "Employees" => T("Employees"),
        "Revenue" => T("Yearly revenue"),
        "RevenueCurrency" => T("Currency"),
        "FoundedYear" => T("Founded"),
        "Description" => T("Description"),
        "DueOn" => T("Due"),
        "DoneAt" => T("Done"),
        _ => field,
    };

    public static string Kind(InteractionKind kind) => kind switch
    {
        InteractionKind.Call => T("Call"),
        InteractionKind.Meeting => T("Meeting"),
        InteractionKind.Mail => T("Mail"),
        InteractionKind.Message => T("Message"),
        _ => T("Note"),
    };

    public static string Icon(InteractionKind kind) => kind switch
    {
        InteractionKind.Call => "phone",
        InteractionKind.Meeting => "users",
        InteractionKind.Mail => "mail",
        InteractionKind.Message => "messages-square",
        _ => "file-text",
    };

    public static string Outcome(InteractionOutcome outcome) => outcome switch
    {
        InteractionOutcome.Reached => T("reached"),
        InteractionOutcome.NotReached => T("not reached"),
        InteractionOutcome.LeftMessage => T("left a message"),
        InteractionOutcome.NextStepAgreed => T("next step agreed"),
        _ => T("not interested"),
    };

    public static IReadOnlyList<Choice> Tiers => [.. Enum.GetNames<Tier>().Select(t => new Choice(t))];

    public static string? Place(string? city, string? country) => (city, country) switch
    {
        (null, null) => null,
        (null, _) => country,
        (_, null) => city,
        _ => T("{0}, {1}", city, country),
    };

    public static string? Number(int? number) => number?.ToString("N0", CultureInfo.CurrentCulture);
}
