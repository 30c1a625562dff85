using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Duplicates;

/// <summary>The address of a record that was merged away leads to the one it went into, for whoever may see both.</summary>
internal sealed class MergedForward : IForward
{
    public async Task<Guid?> OfAsync(AppDb db, string kinds, Guid id, CancellationToken ct)
    {
        // A statement that looks at what was removed does so in all its parts.
        var (accounts, contacts, leads) = (db.Accounts.Where(a => a.RemovedAt == null), db.Contacts.Where(c => c.RemovedAt == null), db.Leads.Where(l => l.RemovedAt == null));
        return kinds switch
        {
            "accounts" => await db.RowsWithRemoved<Account>().Reached(db, Kinds.Account).Where(a => a.Id == id && accounts.Any(k => k.Id == a.MergedIntoId)).Select(a => a.MergedIntoId).FirstOrDefaultAsync(ct),
            "contacts" => await db.RowsWithRemoved<Contact>().Reached(db, Kinds.Contact).Where(c => c.Id == id && contacts.Any(k => k.Id == c.MergedIntoId)).Select(c => c.MergedIntoId).FirstOrDefaultAsync(ct),
            "leads" => await db.RowsWithRemoved<Lead>().Reached(db, Kinds.Lead).Where(l => l.Id == id && leads.Any(k => k.Id == l.MergedIntoId)).Select(l => l.MergedIntoId).FirstOrDefaultAsync(ct),
            _ => null,
        };
    }
}
