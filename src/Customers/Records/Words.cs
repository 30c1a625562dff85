using System.Globalization;
using Coxswain.Customers.Accounts;
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
        "Class" => T("Class"),
        "Function" => T("As what?"),
        "Employees" => T("Employees"),
        "Revenue" => T("Yearly revenue"),
        "RevenueCurrency" => T("Currency"),
        "FoundedYear" => T("Founded"),
        "Description" => T("Description"),
        "Kind" => T("What changed"),
        "On" => T("When"),
        "Source" => T("Source"),
        "Note" => T("Note"),
        "Minutes" => T("Minutes"),
        "ListenedMinutes" => T("Minutes of listening"),
        "Inbound" => T("Who began?"),
        "Company" => T("Company"),
        "Need" => T("What they want"),
        "Status" => T("Status"),
        "End" => T("Why it came to nothing"),
        "Result" => T("What came of it"),
        "What" => T("What"),
        "Subject" => T("Subject"),
        "RatedFrom" => T("How do we know?"),
        "Placeholder" => T("What they do there"),
        "IsBody" => T("Committee"),
        "SitsInId" => T("Sits in"),
        "SeatedOn" => T("Sits there since"),
        "ColleagueId" => T("One of us"),
        "ReportsToId" => T("Reports to"),
        "Influence" => T("Influence"),
        "Stance" => T("Stance"),
        "Evidence" => T("What shows it"),
        "Text" => T("What it says"),
        "Scope" => T("Part that is planned"),
        "Until" => T("Until"),
        "Charter" => T("What both get"),
        "DueOn" => T("Due"),
        "Expected" => T("What would show that it is done"),
        "AimsAt" => T("Aims at"),
        "IsOutside" => T("From outside"),
        "DoneAt" => T("Done"),
        _ => field,
    };

    public static IReadOnlyList<Choice> Tiers => [.. Enum.GetNames<Tier>().Select(t => new Choice(t))];

    public static string Class(AccountClass kind) => kind is AccountClass.Global ? T("Global") : T("Strategic");

    public static IReadOnlyList<Choice> Classes => [.. Enum.GetValues<AccountClass>().Select(c => new Choice(c.ToString(), Class(c)))];

    public static string? Place(string? city, string? country) => (city, country) switch
    {
        (null, null) => null,
        (null, _) => country,
        (_, null) => city,
        _ => T("{0}, {1}", city, country),
    };

    public static string? Number(int? number) => number?.ToString("N0", CultureInfo.CurrentCulture);
}
