using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Search;
namespace Coxswain.People.Sharing;

/// <summary>A record that may be shown to single people: what it is called, where it is, and whether whoever asks decides that.</summary>
internal sealed record SharedRecord(OwnedKind Kind, Guid Id, string Name, string Url, Guid OwnerId, bool MayDecide)
{
    /// <summary>Null where there is none, or none that the viewer sees.</summary>
    public static async Task<SharedRecord?> FindAsync(AppDb db, IReadOnlyList<IModule> modules, string? kind, Guid id, CancellationToken ct)
    {
        if (modules.SelectMany(m => m.OwnedKinds).FirstOrDefault(k => k.Label is not null && k.Kind == kind) is not { } owned || !db.Viewer.May(owned.See)) return null;
        return await db.RecordAsync(owned.Kind, id, ct) is var (found, owner) ? new(owned, id, found.Title, found.Url, owner, db.Viewer.May(owned.Edit) && db.MayEdit(owned.Kind, id, owner)) : null;
    }
}
