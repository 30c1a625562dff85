using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel;

/// <summary>Open opportunities go to the heir; decided ones stay with who decided them, since figures are about people.</summary>
internal sealed class TakeOver : ITakeOver
{
    public async Task TakeOverAsync(AppDb db, Guid leaverId, Guid heirId, CancellationToken ct)
    {
        foreach (var open in await db.Rows<Opportunity>().Where(o => o.OwnerId == leaverId && o.End == StageEnd.Open).ToListAsync(ct)) open.OwnerId = heirId;
        await db.SaveChangesAsync(ct);
    }
}
