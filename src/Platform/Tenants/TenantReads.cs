using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Tenants;

/// <summary>The organisation's own row.</summary>
public static class TenantReads
{
    /// <summary>To read from, not to change: as it came with the viewer of this request, or from the database.</summary>
    public static async ValueTask<Tenant> TenantAsync(this AppDb db, CancellationToken ct) =>
        db.Viewer.Organisation ?? await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
}
