using Coxswain.People.SignIn;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People;

/// <summary>Tells Platform's jobs who somebody is by now.</summary>
internal sealed class PeopleNow : IPeopleNow
{
    // Work that lasts asks for the organisation when it needs it.
    public async Task<Viewer?> FindAsync(AppDb db, Guid personId, CancellationToken ct) => await db.ViewerAsync(db.Viewer.TenantId, personId, ct) is { } viewer ? viewer with { Organisation = null } : null;

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(AppDb db, IReadOnlyCollection<Guid> personIds, CancellationToken ct) =>
        personIds.Count == 0 ? new Dictionary<Guid, string>() : await db.People.Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
}
