using System.Linq.Expressions;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers;

/// <summary>A task as lists, pages and the API show it.</summary>
public sealed record TaskView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public required Guid OwnerId { get; init; }
    public string? OwnerName { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateTime? DoneAt { get; init; }

    /// <summary>What would show that it is done.</summary>
    public string? Expected { get; init; }

    /// <summary>What came of it.</summary>
    public string? Result { get; init; }
    public Guid? AccountId { get; init; }
    public string? AccountName { get; init; }
    public Guid? ContactId { get; init; }
    public string? ContactName { get; init; }
    public string? AboutKind { get; init; }
    public Guid? AboutId { get; init; }

    /// <summary>Whether whoever looks may change it.</summary>
    public bool MayEdit { get; init; }

    /// <summary>The page of what it is about.</summary>
    public string? AboutHref => Activities.AboutLink.Of(AboutKind, AboutId) is { } about ? about : ContactId is { } contact && AccountId is null ? $"/contacts/{contact}" : AccountId is { } account ? $"/accounts/{account}" : null;
}

/// <summary>How tasks are read.</summary>
internal static class TaskReading
{
    public static Expression<Func<Activities.Todo, TaskView>> Reading(AppDb db)
    {
        var (people, accounts, contacts) = (db.PersonRows(), db.Accounts, db.Contacts);
        return t => new TaskView
        {
            Id = t.Id, Version = t.Version, Title = t.Title, OwnerId = t.OwnerId, OwnerName = people.Where(p => p.Id == t.OwnerId).Select(p => p.Name).FirstOrDefault(),
            DueOn = t.DueOn, DoneAt = t.DoneAt, Expected = t.Expected, Result = t.Result, AccountId = t.AccountId, AccountName = accounts.Where(a => a.Id == t.AccountId).Select(a => a.Name).FirstOrDefault(),
            ContactId = t.ContactId, ContactName = contacts.Where(c => c.Id == t.ContactId).Select(c => c.Name).FirstOrDefault(), AboutKind = t.AboutKind, AboutId = t.AboutId,
        };
    }

    /// <summary>What is open on a record the viewer sees: whoever sees the record sees what is due on it.</summary>
    public static async Task<IReadOnlyList<TaskView>> OpenAsync(AppDb db, Expression<Func<Activities.Todo, bool>> on, CancellationToken ct)
    {
        var tasks = await db.Rows<Activities.Todo>().AsNoTracking().Where(on).Where(t => t.DoneAt == null).OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.Id).Take(20).Select(Reading(db)).ToListAsync(ct);
        return Editable(db, tasks);
    }

    public static IReadOnlyList<TaskView> Editable(AppDb db, IReadOnlyList<TaskView> tasks)
    {
        var reach = db.Reaches.For(Kinds.Task, AccessLevel.Edit);
        return [.. tasks.Select(t => t with { MayEdit = reach.Includes(t.Id, t.OwnerId) })];
    }
}
