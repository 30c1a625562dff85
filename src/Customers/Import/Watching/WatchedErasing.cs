using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Files;
namespace Coxswain.Customers.Import.Watching;

/// <summary>
/// Whoever is erased is in no file that was put away either. They are copies of what was taken in, in forms that cannot be looked into one
/// by one (workbooks, archives), so all of them go.
/// </summary>
/// <param name="kind">The kind of person.</param>
/// <param name="data">Where the folder lies.</param>
internal sealed class WatchedErasing(string kind, DataFolder data) : IErase
{
    public string Kind => kind;

    public Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        new WatchedFolder(data, db.Viewer.TenantId).Forget(DateTime.MaxValue);
        return Task.FromResult<IReadOnlyList<string>>([]);
    }
}
