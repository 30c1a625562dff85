using Coxswain.People.SignIn;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People;

/// <summary>Tells Platform's jobs who somebody is by now.</summary>
internal sealed class PeopleNow : IPeopleNow
{
    public Task<Viewer?> FindAsync(AppDb db, Guid personId, CancellationToken ct) => db.ViewerAsync(personId, ct);

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(AppDb db, IReadOnlyCollection<Guid> personIds, CancellationToken ct) =>
        personIds.Count == 0 ? new Dictionary<Guid, string>() : await db.People.Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
}
