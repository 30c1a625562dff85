using Coxswain.Customers.Consent;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Export;

/// <summary>Suppressed addresses that are taken in are known here by this organisation's own key.</summary>
internal static class SuppressionTaking
{
    public static async Task CompleteAsync(OwnRows<Suppression> rows, CancellationToken ct)
    {
        var db = rows.Batch.Db;
        var tenant = await db.TenantAsync(ct);
        var prints = new Dictionary<OwnRow<Suppression>, string>();
        foreach (var row in rows.Rows.Where(r => r.IsNew))
            if (Fingerprints.Clean(row.Record.Value) is ({ } value, _)) prints[row] = Fingerprints.Of(tenant, value);
            else row.Problem = T("“{0}” is no address and no domain.", row.Record.Value);
        var asked = prints.Values.ToList();
        var here = await db.Rows<Suppression>().Where(s => asked.Contains(s.Fingerprint)).ToDictionaryAsync(s => s.Fingerprint, ct);
        foreach (var (row, print) in prints)
            // One that is suppressed here stays so.
            if (here.TryGetValue(print, out var there)) row.IsReally(rows.Batch, there);
            else row.Set(nameof(Suppression.Fingerprint), print);
    }
}
