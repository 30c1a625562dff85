using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Importing;
namespace Coxswain.Customers.Import;

/// <summary>All that can be taken in: what modules read, each with the organisation's own fields, its own objects, and for an administrator what this program wrote itself.</summary>
public sealed class ImportTargets(IEnumerable<IImportTarget> targets, IEnumerable<IExported> exported)
{
    internal async Task<IReadOnlyList<IImportTarget>> AllAsync(AppDb db, CancellationToken ct)
    {
        var all = await CustomTarget.WithAsync(db, [.. targets.OrderBy(t => t.Order)], ct);
        return db.Viewer.May(Permission.ManageSettings) ? [.. all, .. exported.OrderBy(e => e.Order).Select(e => e.Target)] : all;
    }
}
