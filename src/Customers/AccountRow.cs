using System.Linq.Expressions;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Signals;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers;

/// <summary>What other modules may know of an account.</summary>
public sealed record AccountRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string FoldedName { get; init; }
    public required Guid OwnerId { get; init; }
    public required string? Industry { get; init; }
    public required Accounts.Tier? Tier { get; init; }
}

/// <summary>What other modules may know of a lead.</summary>
public sealed record LeadRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid OwnerId { get; init; }

    /// <summary>The account it became, or became a contact of.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>May still become something.</summary>
    public required bool IsOpen { get; init; }
}

/// <summary>That an account has a new leader, or merged.</summary>
public sealed record UpheavalRow
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>When it happened there.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>A contact as one calls them.</summary>
public sealed record Callable
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string? Phone { get; init; }
}

/// <summary>The accounts the viewer may see, as others may query them, and how others may point at them.</summary>
public static class CustomersReads
{
    public static IQueryable<AccountRow> AccountRows(this AppDb db) => db.Accounts.Select(a => new AccountRow
    { Id = a.Id, Name = a.Name, FoldedName = a.FoldedName, OwnerId = a.OwnerId, Industry = a.Industry, Tier = a.Tier }).Seen(db);

    /// <summary>New leaders and mergers of the accounts the viewer sees, as they were noticed.</summary>
    public static IQueryable<UpheavalRow> Upheavals(this AppDb db) => db.Signals.Where(s => s.Kind == SignalKind.NewLeader || s.Kind == SignalKind.Merger).Select(s => new UpheavalRow { Id = s.Id, Version = s.Version, AccountId = s.AccountId, On = s.On });

    /// <summary>The leads the viewer sees.</summary>
    public static IQueryable<LeadRow> LeadRows(this AppDb db) => db.Leads.Select(l => new LeadRow { Id = l.Id, Name = l.Name, OwnerId = l.OwnerId, AccountId = l.AccountId, IsOpen = l.Status == LeadStatus.New || l.Status == LeadStatus.Working }).Seen(db);

    /// <summary>What the visible accounts answer in an own field; those that answer nothing are left out. Only for fields the viewer sees.</summary>
    public static IQueryable<FieldAnswer> AccountAnswers(this AppDb db, CustomField field) => CustomSql.Answers(db.Accounts, field);

    /// <summary>Whom of the contacts the viewer sees can be called, and by which number: the mobile first, in its international form where it has one.</summary>
    public static IQueryable<Callable> Callables(this AppDb db) => db.Contacts.Select(c => new Callable { Id = c.Id, Name = c.Name, Phone = c.MobileE164 ?? c.PhoneE164 ?? c.Mobile ?? c.Phone }).Seen(db);

    /// <summary>The account a contact belongs to; none where the viewer may not see the contact, or it has none.</summary>
    public static IQueryable<Guid?> AccountsOfContact(this AppDb db, Guid contactId) => db.Contacts.Where(c => c.Id == contactId && c.AccountId != null).Select(c => c.AccountId);

    /// <summary>The leads a contact was, for taking them out of another module.</summary>
    public static Task<List<Guid>> LeadsOfContactAsync(this AppDb db, Guid contactId, CancellationToken ct) => ContactErasing.LeadsOf(db, contactId).Select(l => l.Id).ToListAsync(ct);

    /// <summary>What names a lead, for taking it out of texts of another module; null where there is none.</summary>
    public static async Task<Blot?> LeadBlotAsync(this AppDb db, Guid id, CancellationToken ct) =>
        await db.RowsWithRemoved<Lead>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct) is { } lead ? LeadErasing.Blot(lead) : null;

    /// <summary>Of what stands on an account in another module: what the viewer sees of it because they see the account, or because it is theirs or of whom they lead.</summary>
    /// <param name="rows">The rows, which name their account in <c>AccountId</c>.</param>
    /// <param name="db">Knows who looks.</param>
    /// <param name="kind">Their kind.</param>
    public static IQueryable<T> OnSeenAccounts<T>(this IQueryable<T> rows, AppDb db, string kind) where T : Entity, IOwned => Records.Following.FollowedOnAccount(rows, db, kind);

    /// <summary>A real foreign key to an account from another module's row.</summary>
    public static void RefersToAccount<T>(this EntityTypeBuilder<T> row, Expression<Func<T, object?>> key) where T : Entity =>
        row.HasOne<Account>().WithMany().HasForeignKey(key);

    /// <summary>A real foreign key to a contact from another module's row.</summary>
    public static void RefersToContact<T>(this EntityTypeBuilder<T> row, Expression<Func<T, object?>> key) where T : Entity =>
        row.HasOne<Contact>().WithMany().HasForeignKey(key);

    /// <summary>A real foreign key to a lead from another module's row.</summary>
    public static void RefersToLead<T>(this EntityTypeBuilder<T> row, Expression<Func<T, object?>> key) where T : Entity =>
        row.HasOne<Lead>().WithMany().HasForeignKey(key);
}
