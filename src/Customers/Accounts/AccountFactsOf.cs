using System.Globalization;
using Coxswain.Customers.Records;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts;

/// <summary>An account's facts as its page lists them.</summary>
internal static class AccountFactsOf
{
    public static FactsView View(AccountView a, bool mayEdit, string? editing, IReadOnlyList<Choice> owners, string? changedBy) => new()
    {
        Url = $"/accounts/{a.Id}",
        Version = a.Version,
        Heading = T("The account"),
        MayEdit = mayEdit,
        Editing = editing,
        ChangedBy = changedBy,
        Head = new RecordHead(a.Name, Words.Place(a.City, a.Country), a.OwnerName ?? T("nobody")) { Chips = [.. Chips(a)], ParentName = a.ParentName, ParentHref = ParentHref(a) },
        Facts =
        [
            new("Name", T("Name"), a.Name) { Required = true, InHead = true },
            new("Industry", T("Industry"), a.Industry) ,
            new("Website", T("Website"), a.Website) { Href = WebLink.Of(a.Website) },
            new("Phone", T("Phone"), a.Phone) { Kind = FieldKind.Phone, Href = Phones.Link(a.Phone, Phones.E164(a.Phone, Phones.Region)) },
            new("City", T("City"), a.City) ,
            new("Country", T("Country"), a.Country) ,
            new("Tier", T("Tier"), a.Tier?.ToString()) { Kind = FieldKind.Choice, Choices = Words.Tiers },
            new("Class", T("Class"), a.Class is { } kind ? Words.Class(kind) : null) { Kind = FieldKind.Choice, Typed = a.Class?.ToString(), Choices = Words.Classes },
            new("Employees", T("Employees"), Words.Number(a.Employees)) { Kind = FieldKind.Number, Typed = a.Employees?.ToString(CultureInfo.CurrentCulture) },
            new("Revenue", T("Yearly revenue"), a is { Minor: { } minor, RevenueCurrency: { } code } ? MoneyText.Of(minor, code) : null) { Kind = FieldKind.Money, Typed = a.Revenue?.ToString("0.##", CultureInfo.CurrentCulture), Hint = a.RevenueCurrency is { } currency ? T("in {0}", currency) : null },
            new("FoundedYear", T("Founded"), a.FoundedYear?.ToString(CultureInfo.InvariantCulture)) { Kind = FieldKind.Number },
            new("Description", T("Description"), a.Description) { Kind = FieldKind.LongText },
            new("Parent", T("Belongs to"), a.ParentName) { Href = ParentHref(a), Hint = T("As the account is called here") },
            new("OwnerId", T("Owner"), a.OwnerName) { Kind = FieldKind.Choice, Typed = a.OwnerId.ToString(), Choices = owners, Required = true },
        ],
    };

    private static IEnumerable<string> Chips(AccountView a)
    {
        if (a.Tier is { } tier) yield return T("Tier {0}", tier);
        if (a.Class is { } kind) yield return Words.Class(kind);
    }

    private static string? ParentHref(AccountView a) => a.ParentName is null ? null : $"/accounts/{a.ParentId}";
}
