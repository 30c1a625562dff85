using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People;

/// <summary>Where mail to those who work here goes.</summary>
internal sealed class StaffAddresses : IOwnStaff
{
    public async Task<string?> AddressAsync(AppDb db, Guid personId, CancellationToken ct) =>
        await db.People.Where(p => p.Id == personId && p.LeftAt == null).Select(p => p.Email).SingleOrDefaultAsync(ct);
}
