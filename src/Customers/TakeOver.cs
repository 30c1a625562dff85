using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Objects;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers;

/// <summary>Accounts, contacts, open leads and open tasks go to the heir; what was done stays with who did it.</summary>
internal sealed class TakeOver : ITakeOver
{
    public async Task TakeOverAsync(AppDb db, Guid leaverId, Guid heirId, CancellationToken ct)
    {
        foreach (var account in await db.Rows<Account>().Where(a => a.OwnerId == leaverId).ToListAsync(ct)) account.OwnerId = heirId;
        foreach (var contact in await db.Rows<Contact>().Where(c => c.OwnerId == leaverId).ToListAsync(ct)) contact.OwnerId = heirId;
        foreach (var record in await db.Rows<ObjectRecord>().Where(r => r.OwnerId == leaverId).ToListAsync(ct)) record.OwnerId = heirId;
        foreach (var lead in await db.Rows<Lead>().Where(l => l.OwnerId == leaverId && (l.Status == LeadStatus.New || l.Status == LeadStatus.Working)).ToListAsync(ct)) lead.OwnerId = heirId;
        foreach (var task in await db.Rows<Todo>().Where(t => t.OwnerId == leaverId && t.DoneAt == null).ToListAsync(ct)) task.OwnerId = heirId;
        foreach (var tip in await db.Rows<Service.Tip>().Where(t => t.ToId == leaverId && t.State == Service.TipState.Waiting).ToListAsync(ct)) tip.ToId = heirId;
        // What is not solved is seen to by the heir; what was solved, and how it was found, stays with who did it.
        foreach (var open in await db.Rows<Service.Cases.ServiceCase>().Where(c => c.OwnerId == leaverId && c.SolvedOn == null).ToListAsync(ct)) open.OwnerId = heirId;
        // The heir was not asked to join a team; the owner of the account asks whom they need.
        var memberships = await db.Rows<AccountMember>().Where(m => m.PersonId == leaverId).ToListAsync(ct);
        db.RemoveRange(memberships);
        await db.UnshareAsync(Kinds.Account, [.. memberships.Select(m => m.AccountId)], leaverId, ct);
        // What is for nobody else's eyes goes with them.
        db.RemoveRange(await db.Rows<OwnInterest>().Where(i => i.PersonId == leaverId).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    }
}
