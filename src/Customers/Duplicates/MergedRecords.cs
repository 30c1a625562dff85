using Coxswain.Customers.Contacts;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Duplicates;

/// <summary>Records that were merged away, as imports know them: by their key in another system, their address or their name they still are what they went into.</summary>
internal static class MergedRecords
{
    private static readonly HashSet<string> Unasked = [nameof(Contact.SourceId), nameof(Entity.Version), nameof(IRemovable.RemovedAt), nameof(IMergeable.MergedIntoId)];

    public static IQueryable<Account> GoneAccounts(this AppDb db) => db.RowsWithRemoved<Account>().Where(a => a.MergedIntoId != null);

    public static IQueryable<Contact> GoneContacts(this AppDb db) => db.RowsWithRemoved<Contact>().Where(c => c.MergedIntoId != null);

    public static IQueryable<Lead> GoneLeads(this AppDb db) => db.RowsWithRemoved<Lead>().Where(l => l.MergedIntoId != null);

    /// <summary>Those of them that a file said something new of, for taking it back.</summary>
    public static IEnumerable<RowResult> Filled(AppDb db, IEnumerable<Entity> gone, string kind) =>
        gone.Where(g => db.Entry(g).State is EntityState.Modified).Select(g => new RowResult(0, RowAction.Changed, g) { Kind = kind, IsUnseen = true });

    /// <summary>What a file says anew of a record that was merged away is said of the one it went into; what it says as before was decided when they were merged.</summary>
    /// <param name="db">Tracks both.</param>
    /// <param name="gone">The record as it is known in the file, filled from it.</param>
    /// <param name="kept">The one it went into.</param>
    public static void Pass(AppDb db, Entity gone, Entity kept)
    {
        var (from, to) = (db.Entry(gone), db.Entry(kept));
        foreach (var column in from.Properties.Where(p => !Unasked.Contains(p.Metadata.Name) && !p.Metadata.Name.StartsWith("Folded", StringComparison.Ordinal) && !Equals(p.OriginalValue, p.CurrentValue)).ToList())
            to.Property(column.Metadata.Name).CurrentValue = column.CurrentValue;
    }
}
