using Coxswain.Customers.Accounts;
using Coxswain.Platform.Importing;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>The columns an account may have, with what other systems call them.</summary>
internal static class AccountFields
{
    private static readonly string[] Industries =
    [
        "Agriculture", "Automotive", "Banking", "Chemicals", "Construction", "Consulting", "Education", "Electronics", "Employment", "Energy", "Engineering", "Entertainment", "Finance", "Food", "Government",
        "Healthcare", "Hospitality", "Insurance", "Logistics", "Manufacturing", "Marketing", "Media", "Medical", "Pharmaceuticals", "Real estate", "Retail", "Services", "Software", "Technology",
        "Telecommunications", "Tourism", "Transportation", "Utilities", "Wholesale",
    ];

    public static IReadOnlyList<ImportField> All { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Sets = [], Synonyms = ["account id", "company id", "customer id", "record id", "id", "account number", "customer number", "kundennummer", "nummer"] },
        new("name", () => T("Account"), ImportType.Text) { Required = true, Gives = Kinds.Account, Synonyms = ["account name", "company name", "company", "organization", "organisation", "organization name", "customer", "customer name", "client", "name", "firma", "kunde", "firmenname"] },
        new("owner", () => T("Owner"), ImportType.Reference) { To = "person", Synonyms = ["account owner", "company owner", "owner name", "assigned to", "account manager", "sales agent", "besitzer", "betreuer", "zustandig"] },
        new("parent", () => T("Part of"), ImportType.Text) { Sets = ["ParentId"], Synonyms = ["subsidiary of", "parent account", "parent company", "parent", "muttergesellschaft", "konzern"] },
        new("industry", () => T("Industry"), ImportType.Text) { Synonyms = ["sector", "branche", "segment", "vertical"], Usual = Industries },
        new("country", () => T("Country"), ImportType.Text) { Synonyms = ["office location", "billing country", "location", "headquarters", "land", "region"] },
        new("city", () => T("City"), ImportType.Text) { Synonyms = ["town", "billing city", "ort", "stadt"] },
        new("website", () => T("Website"), ImportType.Text) { Synonyms = ["web site", "url", "domain", "web", "homepage", "webseite"] },
        new("phone", () => T("Phone"), ImportType.Text) { Synonyms = ["telephone", "phone number", "tel", "telefon"] },
        new("employees", () => T("Employees"), ImportType.Number) { Synonyms = ["number of employees", "headcount", "staff", "size", "mitarbeiter", "mitarbeiterzahl"] },
        new("currency", () => T("Currency"), ImportType.Text) { Sets = [], Synonyms = ["currency code", "revenue currency", "wahrung"], Limit = 3 },
        new("revenue", () => T("Yearly revenue"), ImportType.Money) { Sets = ["Revenue", "RevenueCurrency"], Synonyms = ["annual revenue", "revenue", "turnover", "umsatz", "jahresumsatz"] },
        new("founded", () => T("Founded in"), ImportType.Number) { Sets = ["FoundedYear"], Synonyms = ["year established", "founded", "founded year", "year founded", "grundungsjahr", "gegrundet"] },
        new("description", () => T("Description"), ImportType.Text) { Synonyms = ["notes", "about", "comment", "beschreibung", "notiz"], Limit = 10_000, Joined = true },
    ];

    public static void Fill(Account account, ImportRow row, string currency)
    {
        account.SourceId = row.Text("sourceId") ?? account.SourceId;
        account.Name = row.Text("name") is { } name && account.SourceId is not null ? name : account.Name;
        account.OwnerId = row.Id("owner") ?? account.OwnerId;
        account.Industry = row.Text("industry") ?? account.Industry;
        account.Country = row.Text("country") ?? account.Country;
        account.City = row.Text("city") ?? account.City;
        account.Website = row.Text("website") ?? account.Website;
        account.Phone = row.Text("phone") ?? account.Phone;
        account.Employees = row.Whole("employees") ?? account.Employees;
        account.FoundedYear = row.Whole("founded") ?? account.FoundedYear;
        account.Description = row.Text("description") ?? account.Description;
        if (row.Money("revenue") is { } revenue) (account.Revenue, account.RevenueCurrency) = (revenue, row.Text("currency")?.ToUpperInvariant() ?? currency);
    }
}
