using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
namespace Coxswain.Customers;

/// <summary>An open task about a record of another module.</summary>
public sealed record TaskAbout
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid? AboutId { get; init; }
    public required string Title { get; init; }
    public required Guid OwnerId { get; init; }
    public required DateOnly? DueOn { get; init; }
    public required Guid? AccountId { get; init; }
    public Guid? ContactId { get; init; }
    public string? AimsAt { get; init; }

    /// <summary>What would show that it is done.</summary>
    public string? Expected { get; init; }

    /// <summary>What came of it.</summary>
    public string? Result { get; init; }

    /// <summary>When it was done; null while it is open.</summary>
    public DateTime? DoneAt { get; init; }

    /// <summary>It was taken away and can be brought back.</summary>
    public bool IsRemoved { get; init; }
}

/// <summary>How we were in touch about a record of another module.</summary>
public sealed record InteractionAbout
{
    public required Guid Id { get; init; }
    public required Guid? AboutId { get; init; }
    public required Guid? AccountId { get; init; }
    public Guid? ContactId { get; init; }
    public required InteractionKind Kind { get; init; }
    public required InteractionOutcome? Outcome { get; init; }
    public required Guid OwnerId { get; init; }
    public required DateTime OccurredAt { get; init; }
    public required string? Subject { get; init; }
    public required string? Text { get; init; }

    /// <summary>How long it took; null where nobody said.</summary>
    public int? Minutes { get; init; }

    /// <summary>Minutes of listening; null where nobody said.</summary>
    public int? ListenedMinutes { get; init; }

    /// <summary>They came to us; null where nobody said.</summary>
    public bool? Inbound { get; init; }

    /// <summary>Whoever it belongs to shows it to nobody else.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>Tasks and interactions as other modules may query them beside their own records: whoever sees the record sees what is about it.</summary>
public static class AboutReads
{
    /// <summary>Open tasks about records of a kind. Limit them to records the viewer sees.</summary>
    public static IQueryable<TaskAbout> OpenTasksAbout(this AppDb db, string kind) => db.Rows<Todo>().Where(t => t.AboutKind == kind && t.DoneAt == null).Select(t => new TaskAbout
    { Id = t.Id, Version = t.Version, AboutId = t.AboutId, Title = t.Title, OwnerId = t.OwnerId, DueOn = t.DueOn, AccountId = t.AccountId, AimsAt = t.AimsAt });

    /// <summary>Tasks about records of a kind, those that are done among them. Limit them to records the viewer sees.</summary>
    public static IQueryable<TaskAbout> TasksAbout(this AppDb db, string kind) => db.Rows<Todo>().Where(t => t.AboutKind == kind).Select(t => new TaskAbout
    { Id = t.Id, Version = t.Version, AboutId = t.AboutId, Title = t.Title, OwnerId = t.OwnerId, DueOn = t.DueOn, AccountId = t.AccountId, ContactId = t.ContactId, AimsAt = t.AimsAt, Expected = t.Expected, Result = t.Result, DoneAt = t.DoneAt });

    /// <summary>The same, with those that were taken away and can be brought back.</summary>
    public static IQueryable<TaskAbout> TasksEverAbout(this AppDb db, string kind) => db.RowsWithRemoved<Todo>().Where(t => t.AboutKind == kind).Select(t => new TaskAbout
    { Id = t.Id, Version = t.Version, AboutId = t.AboutId, Title = t.Title, OwnerId = t.OwnerId, DueOn = t.DueOn, AccountId = t.AccountId, DoneAt = t.DoneAt, IsRemoved = t.RemovedAt != null });

    /// <summary>The viewer's own open tasks, about anything.</summary>
    public static IQueryable<TaskAbout> MyOpenTasks(this AppDb db) => db.Rows<Todo>().Where(t => t.OwnerId == db.Viewer.PersonId && t.DoneAt == null).Select(t => new TaskAbout
    { Id = t.Id, Version = t.Version, AboutId = t.AboutId, Title = t.Title, OwnerId = t.OwnerId, DueOn = t.DueOn, AccountId = t.AccountId, ContactId = t.ContactId, AimsAt = t.AimsAt, Expected = t.Expected });

    /// <summary>When we were in touch, about which record and with which account. Limit them to records the viewer sees.</summary>
    public static IQueryable<InteractionAbout> Touches(this AppDb db) => db.Rows<Interaction>().Where(i => i.Kind != InteractionKind.Note).Select(i => new InteractionAbout
    { Id = i.Id, AboutId = i.AboutId, AccountId = i.AccountId, ContactId = i.ContactId, Kind = i.Kind, Outcome = i.Outcome, OwnerId = i.OwnerId, OccurredAt = i.OccurredAt, Subject = null, Text = null, Minutes = i.Minutes, Inbound = i.Inbound, IsHidden = i.IsHidden });

    /// <summary>Interactions about records of a kind. Limit them to records the viewer sees.</summary>
    public static IQueryable<InteractionAbout> InteractionsAbout(this AppDb db, string kind) => db.Interactions.Where(i => i.AboutKind == kind).Select(i => new InteractionAbout
    { Id = i.Id, AboutId = i.AboutId, AccountId = i.AccountId, Kind = i.Kind, Outcome = i.Outcome, OwnerId = i.OwnerId, OccurredAt = i.OccurredAt, Subject = i.Subject, Text = i.Text, Minutes = i.Minutes, ListenedMinutes = i.ListenedMinutes, IsHidden = i.IsHidden });

    /// <summary>Talks with accounts, about whatever, as far as the viewer sees them.</summary>
    public static IQueryable<InteractionAbout> AccountTalks(this AppDb db) => db.Interactions.Where(i => i.AccountId != null && i.Kind != InteractionKind.Note).Select(i => new InteractionAbout
    { Id = i.Id, AboutId = i.AboutId, AccountId = i.AccountId, Kind = i.Kind, Outcome = i.Outcome, OwnerId = i.OwnerId, OccurredAt = i.OccurredAt, Subject = i.Subject, Text = null, Minutes = i.Minutes, Inbound = i.Inbound });

    /// <summary>Adds an account owned by the viewer, saved with the next save: for a form that names one nobody has yet.</summary>
    /// <returns>Its id.</returns>
    public static Guid AddAccount(this AppDb db, string name)
    {
        var account = new Accounts.Account { Name = name, OwnerId = db.Viewer.PersonId };
        db.Add(account);
        return account.Id;
    }
}
