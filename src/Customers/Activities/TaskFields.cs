using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>What a task or an interaction is about, as it is sent.</summary>
public record AboutFields
{
    public Guid? AccountId { get; init; }
    public Guid? ContactId { get; init; }

    /// <summary>The account by its exact name, instead of its key.</summary>
    [StringLength(200)]
    public string? Account { get; init; }

    [StringLength(40)]
    public string? AboutKind { get; init; }
    public Guid? AboutId { get; init; }

    /// <summary>The page to go back to.</summary>
    [StringLength(500)]
    public string? Back { get; init; }

    internal string BackPath => LocalPath.Or(Back, AboutLink.Of(AboutKind, AboutId) is { } about ? about : AccountId is { } account ? $"/accounts/{account}" : ContactId is { } contact ? $"/contacts/{contact}" : "/tasks");

    /// <summary>The account it belongs to: the one named, or the contact's. What the viewer may not see is not taken.</summary>
    internal async Task<(Guid? Account, Problems Problems)> FindAsync(AppDb db, CancellationToken ct)
    {
        var problems = new Problems();
        var account = await NamedAccount.FindAsync(db, Account, AccountId, problems, ct);
        if (ContactId is { } contactId)
        {
            var contact = await db.Contacts.Where(c => c.Id == contactId).Select(c => new { c.AccountId }).SingleOrDefaultAsync(ct);
            problems.AddIf(contact is null, nameof(ContactId), T("This contact is not here."));
            account ??= contact?.AccountId;
        }
        problems.AddIf(AboutKind is null != AboutId is null, nameof(AboutId), T("Say both what kind of record it is about and which."));
        return (account, problems);
    }
}

/// <summary>The fields of a task as they are typed.</summary>
public record TaskFields : AboutFields
{
    [StringLength(300)]
    public string? Title { get; init; }
    public DateOnly? DueOn { get; init; }
    public Guid? OwnerId { get; init; }

    /// <summary>What would show that it is done.</summary>
    [StringLength(300)]
    public string? Expected { get; init; }

    /// <summary>What came of it.</summary>
    [StringLength(300)]
    public string? Result { get; init; }
}
