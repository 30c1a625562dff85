using System.Linq.Expressions;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Attachments;

/// <summary>A file on a record, as pages and the API show it.</summary>
public sealed record AttachmentView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string MediaType { get; init; }
    public required long Bytes { get; init; }
    public required DateOnly AddedOn { get; init; }
    public required Guid OwnerId { get; init; }
    public string? OwnerName { get; init; }

    /// <summary>Whether whoever looks may take it away.</summary>
    public bool MayEdit { get; init; }

    internal static Expression<Func<Attachment, AttachmentView>> Reading(AppDb db)
    {
        var (people, contents) = (db.PersonRows(), db.Rows<AttachedContent>());
        return a => new AttachmentView
        {
            Id = a.Id, Name = a.Name, MediaType = contents.Where(c => c.Id == a.ContentId).Select(c => c.MediaType).First(), Bytes = contents.Where(c => c.Id == a.ContentId).Select(c => c.Bytes).First(), AddedOn = a.AddedOn,
            OwnerId = a.OwnerId, OwnerName = people.Where(p => p.Id == a.OwnerId).Select(p => p.Name).FirstOrDefault(),
        };
    }

    internal static async Task<IReadOnlyList<AttachmentView>> OfAsync(AppDb db, Expression<Func<Attachment, bool>> on, CancellationToken ct) =>
        Theirs(db, await Latest(db, on).ToListAsync(ct));

    /// <summary>Those on a deal, for its page.</summary>
    internal static async Task<IReadOnlyList<AttachmentView>> OfDealAsync(AppDb db, Guid deal, CancellationToken ct) => Theirs(db, await OfDeal.ToListAsync(db, new(deal), ct));

    private static readonly Prepared<OneDeal, AttachmentView> OfDeal = new((db, deal) => Latest(db, a => a.AboutKind == FileRecord.Deal && a.AboutId == deal.Id), db => db.SeesAllRecords() && db.Reaches.For(Kinds.Attachment, AccessLevel.Read).Everyone);

    private sealed record OneDeal(Guid Id);

    private static IQueryable<AttachmentView> Latest(AppDb db, Expression<Func<Attachment, bool>> on) => db.Attachments.AsNoTracking().Where(on).OrderByDescending(a => a.AddedOn).ThenByDescending(a => a.Id).Take(20).Select(Reading(db));

    private static IReadOnlyList<AttachmentView> Theirs(AppDb db, IEnumerable<AttachmentView> files) => [.. files.Select(a => a with { MayEdit = db.Viewer.May(Permission.EditCustomers) && db.MayEdit(Kinds.Attachment, a.Id, a.OwnerId) })];
}

/// <summary>The files on a record and where more are added.</summary>
/// <param name="Files">The latest first.</param>
/// <param name="AddHref">The form; null for who may not.</param>
public sealed record FilesView(IReadOnlyList<AttachmentView> Files, string? AddHref);
