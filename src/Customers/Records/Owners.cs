using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Records;

/// <summary>Who may be the owner of a record, and who changed it last.</summary>
internal static class Owners
{
    public static async Task<IReadOnlyList<Choice>> ChoicesAsync(AppDb db, CancellationToken ct) =>
        [.. (await db.PersonRows().Where(p => p.IsHere).OrderBy(p => p.FoldedName).Take(200).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).Select(p => new Choice(p.Id.ToString(), p.Name))];

    public static Task<string?> LastChangedByAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var people = db.PersonRows();
        return db.Rows<Event>().OfChanges().Where(e => e.SubjectId == id).OrderByDescending(e => e.OccurredAt).Select(e => people.Where(p => p.Id == e.ActorId).Select(p => p.Name).FirstOrDefault()).FirstOrDefaultAsync(ct);
    }
}
