using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Records;

/// <summary>
/// What stands on a record is seen by whoever sees the record, and by whose it is and who leads them: nobody reads of an account they do not
/// see what was said there. Costs nothing for those who see all records, who are most.
/// </summary>
public static class Following
{
    private static readonly string[] Records = [Kinds.Account, Kinds.Contact, Kinds.Lead, CustomObject.RecordKind, Deals];

    /// <summary>The viewer sees every record that something may stand on, as most do: nothing is left out of what is read for them.</summary>
    public static bool SeesAllRecords(this AppDb db) => Records.All(k => SeesAll(db, k));

    /// <summary>And every talk with customers.</summary>
    public static bool SeesAllTouches(this AppDb db) => db.SeesAllRecords() && SeesAll(db, Kinds.Interaction);

    // As the module of deals calls them.
    internal const string Deals = "opportunity";

    private const string Account = nameof(Interaction.AccountId), Contact = nameof(Interaction.ContactId);

    /// <summary>Of what may stand on a record of any kind; what it is about decides before whose account it is.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="db">Knows who looks.</param>
    /// <param name="kind">Their own kind.</param>
    internal static IQueryable<T> Followed<T>(this IQueryable<T> rows, AppDb db, string kind) where T : Entity, IOwned, IAbout
    {
        if (db.SeesAllRecords()) return rows;
        var (owners, accounts, contacts, leads, records, deals) = (Owners(db, kind), db.Accounts.Select(a => a.Id), db.Contacts.Select(c => c.Id), db.Leads.Select(l => l.Id), db.ObjectRecords.Select(r => r.Id), db.LinkKind(Deals)!.Named(db).Select(d => d.Id));
        return rows.Where(r => owners.Contains(r.OwnerId) || r.AboutKind == Deals && deals.Contains(r.AboutId!.Value) || r.AboutKind == Kinds.Lead && leads.Contains(r.AboutId!.Value) || r.AboutKind == CustomObject.RecordKind && records.Contains(r.AboutId!.Value)
            || (r.AboutKind == null || r.AboutKind == Kinds.Account || r.AboutKind == Kinds.Contact)
                && (EF.Property<Guid?>(r, Account) != null ? accounts.Contains(EF.Property<Guid?>(r, Account)!.Value) : EF.Property<Guid?>(r, Contact) != null && contacts.Contains(EF.Property<Guid?>(r, Contact)!.Value)));
    }

    /// <summary>Of what always stands on an account.</summary>
    /// <inheritdoc cref="Followed"/>
    internal static IQueryable<T> FollowedOnAccount<T>(this IQueryable<T> rows, AppDb db, string kind) where T : Entity, IOwned
    {
        if (SeesAll(db, Kinds.Account)) return rows;
        var (owners, accounts) = (Owners(db, kind), db.Accounts.Select(a => a.Id));
        return rows.Where(r => owners.Contains(r.OwnerId) || accounts.Contains(EF.Property<Guid>(r, Account)));
    }

    private static bool SeesAll(AppDb db, string kind) => db.Reaches.For(kind, AccessLevel.Read).Everyone;

    private static IReadOnlyList<Guid> Owners(AppDb db, string kind) => db.Reaches.For(kind, AccessLevel.Edit) is var mine && mine.Owners.Contains(db.Viewer.PersonId) ? mine.Owners : [.. mine.Owners, db.Viewer.PersonId];
}
