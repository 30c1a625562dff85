using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Records;

/// <summary>Fields can lead to accounts.</summary>
internal sealed class AccountLinks : ILinkKind
{
    public string Kind => Kinds.Account;

    public string Label => T("Accounts");

    public string HrefOf(Guid id) => $"/accounts/{id}";

    public IQueryable<LinkName> Named(AppDb db) => db.Accounts.Select(a => new LinkName { Id = a.Id, Name = a.Name, FoldedName = a.FoldedName });
}

/// <summary>Fields can lead to contacts.</summary>
internal sealed class ContactLinks : ILinkKind
{
    public string Kind => Kinds.Contact;

    public string Label => T("Contacts");

    public string HrefOf(Guid id) => $"/contacts/{id}";

    public IQueryable<LinkName> Named(AppDb db) => db.Contacts.Select(c => new LinkName { Id = c.Id, Name = c.Name, FoldedName = c.FoldedName });
}
