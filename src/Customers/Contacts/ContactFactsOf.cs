using Coxswain.Customers.Records;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>A contact's facts as its page lists them.</summary>
internal static class ContactFactsOf
{
    public static FactsView View(ContactView c, bool mayEdit, string? editing, IReadOnlyList<Choice> owners, string? changedBy) => new()
    {
        Url = $"/contacts/{c.Id}",
        Version = c.Version,
        Heading = T("How to reach them"),
        MayEdit = mayEdit,
        Editing = editing,
        ChangedBy = changedBy,
        Head = new RecordHead(c.Name, c.Title, c.OwnerName ?? T("nobody")) { ParentName = c.AccountName, ParentHref = c.AccountId is { } account ? $"/accounts/{account}" : null },
        Facts =
        [
            new("Name", T("Name"), c.Name) { Required = true, InHead = true },
            new("Title", T("Role"), c.Title),
            new("Email", T("E-mail"), c.Email) { Kind = FieldKind.Email, Href = c.Email is { } mail ? "mailto:" + mail : null },
            new("Phone", T("Phone"), c.Phone) { Kind = FieldKind.Phone, Href = Phones.Link(c.Phone, c.PhoneE164) },
            new("Mobile", T("Mobile"), c.Mobile) { Kind = FieldKind.Phone, Href = Phones.Link(c.Mobile, c.MobileE164) },
            new("Account", T("Account"), c.AccountName) { Hint = T("As the account is called here") },
            new("OwnerId", T("Owner"), c.OwnerName) { Kind = FieldKind.Choice, Typed = c.OwnerId.ToString(), Choices = owners, Required = true },
        ],
    };
}
