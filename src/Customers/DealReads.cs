using Coxswain.Customers.Attachments;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers;

/// <summary>A contact, as the module of the deals may query it.</summary>
public sealed record ContactRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string FoldedName { get; init; }
    public required string? Title { get; init; }
    public required Guid? AccountId { get; init; }
}

/// <summary>A file on a deal.</summary>
public sealed record DealFileRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid? DealId { get; init; }
    public required DateOnly AddedOn { get; init; }
}

/// <summary>Contacts and files as the module of the deals may query them beside its own records.</summary>
public static class DealReads
{
    /// <summary>The contacts the viewer sees.</summary>
    public static IQueryable<ContactRow> ContactRows(this AppDb db) => db.Contacts.Select(c => new ContactRow { Id = c.Id, Name = c.Name, FoldedName = c.FoldedName, Title = c.Title, AccountId = c.AccountId }).Seen(db);

    /// <summary>Files on deals. Limit them to deals the viewer sees.</summary>
    public static IQueryable<DealFileRow> DealFileRows(this AppDb db) => db.Attachments.Where(a => a.AboutKind == FileRecord.Deal).Select(a => new DealFileRow { Id = a.Id, Name = a.Name, DealId = a.AboutId, AddedOn = a.AddedOn });

    /// <summary>Where a contact works, removed ones among them.</summary>
    public static Task<Guid?> AccountOfContactAsync(this AppDb db, Guid id, CancellationToken ct) => db.RowsWithRemoved<Contacts.Contact>().Where(c => c.Id == id).Select(c => c.AccountId).SingleOrDefaultAsync(ct);

    /// <summary>What names a contact, for taking it out of texts of another module; null where there is none.</summary>
    public static async Task<Blot?> ContactBlotAsync(this AppDb db, Guid id, CancellationToken ct) =>
        await db.RowsWithRemoved<Contacts.Contact>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } contact ? await Contacts.ContactErasing.BlotAsync(db, contact, ct) : null;
}
