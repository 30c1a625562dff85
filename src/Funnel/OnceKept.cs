using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel;

/// <summary>What was ever kept of deals, by its history: what was replaced or taken back is sealed there, and nobody can look whom it names.</summary>
internal static class OnceKept
{
    /// <summary>Records of a kind of the deals of a contact and of their account, those that are gone among them.</summary>
    public static async Task<IReadOnlyList<Guid>> OnceKeptAsync(this AppDb db, string kind, Guid contactId, CancellationToken ct)
    {
        var (account, with) = (await db.AccountOfContactAsync(contactId, ct), db.DealsOfContact(contactId));
        var deals = db.RowsWithRemoved<Opportunity>().Where(o => account != null && o.AccountId == account || with.Contains(o.Id)).Select(o => o.Id);
        return await db.Rows<Event>().Where(e => e.SubjectKind == kind && deals.Contains(e.TimelineId)).Select(e => e.SubjectId).Distinct().ToListAsync(ct);
    }
}
