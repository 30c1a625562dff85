using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Records;

/// <summary>Whose a record is, who may change it and who did last.</summary>
internal static class Owners
{
    /// <summary>Whether the viewer may change a row of which only the key and the owner were read. Costs a statement only where the hierarchy says no.</summary>
    public static async Task<bool> MayEditAsync(AppDb db, string kind, Guid id, Guid ownerId, CancellationToken ct) =>
        db.Reaches.For(kind, AccessLevel.Edit).Includes(ownerId)
        || await db.Rows<Share>().AnyAsync(s => s.PersonId == db.Viewer.PersonId && s.Kind == kind && s.RowId == id && s.Level == AccessLevel.Edit, ct);

    public static async Task<IReadOnlyList<Choice>> ChoicesAsync(AppDb db, CancellationToken ct) =>
        [.. (await db.PersonRows().Where(p => p.IsHere).OrderBy(p => p.FoldedName).Take(200).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).Select(p => new Choice(p.Id.ToString(), p.Name))];

    public static Task<string?> LastChangedByAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var people = db.PersonRows();
        return db.Rows<Event>().Where(e => e.SubjectId == id && e.Kind.EndsWith(".changed")).OrderByDescending(e => e.OccurredAt).Select(e => people.Where(p => p.Id == e.ActorId).Select(p => p.Name).FirstOrDefault()).FirstOrDefaultAsync(ct);
    }
}
