using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>Lists tasks: one's own open ones by day, unless the address asks for what is due, what is done or everyone's.</summary>
internal static class ListTasks
{
    public static async Task<Outcome<TasksView>> Do(ListRequest input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await TodayAsync(db, clock, ct);
        var show = input.Query["show"] ?? "mine";
        var page = await List(db).PageAsync(db, Source(db, show, today), show == "done" ? input with { Sort = "-done" } : input, ct);
        var query = ListViews.AddressOf(input);
        return new TasksView
        {
            Tasks = TaskReading.Editable(db, page.Rows), Today = today, Show = show, Count = page.Count, Me = db.Viewer.PersonId, MayAdd = db.Viewer.May(Permission.EditCustomers),
            Back = "/tasks" + query, NextHref = page.Next is null ? null : ("/tasks" + query).With("after", page.Next), IsFirst = input.After is null,
        };
    }

    /// <summary>Tasks as data: all one may see; <c>show</c> is mine, due, done or all.</summary>
    public static async Task<Outcome<ListPage<TaskView>>> Read(ListRequest input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var page = await List(db).DataAsync(db, Source(db, input.Query["show"] ?? "all", await TodayAsync(db, clock, ct)), input, ct, db.Todos, "show");
        return page with { Rows = TaskReading.Editable(db, page.Rows) };
    }

    internal static async Task<DateOnly> TodayAsync(AppDb db, TimeProvider clock, CancellationToken ct) =>
        Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Today;

    private static IQueryable<Todo> Source(AppDb db, string show, DateOnly today) => show switch
    {
        "due" => db.Todos.Where(t => t.OwnerId == db.Viewer.PersonId && t.DoneAt == null && t.DueOn <= today),
        "done" => db.Todos.Where(t => t.OwnerId == db.Viewer.PersonId && t.DoneAt != null),
        "team" => db.Todos.Where(t => t.DoneAt == null),
        "all" => db.Todos,
        _ => db.Todos.Where(t => t.OwnerId == db.Viewer.PersonId && t.DoneAt == null),
    };

    private static ListOf<Todo, TaskView> List(AppDb db) => new(db.Reaches.Fields, Kinds.Task,
    [
        new ListColumn<Todo, TaskView, string>(t => t.Title) { Id = "title", Label = () => T("Task"), Kind = ColumnKind.Choice, IsSortable = false, Cell = t => t.Title },
        new ListColumn<Todo, TaskView, DateOnly?>(t => t.DueOn) { Id = "due", Label = () => T("Due"), Kind = ColumnKind.Date, Cell = _ => null },
        new ListColumn<Todo, TaskView, DateTime?>(t => t.DoneAt) { Id = "done", Label = () => T("Done"), Kind = ColumnKind.Choice, Cell = _ => null },
        new ListColumn<Todo, TaskView, Guid>(t => t.OwnerId) { Id = "owner", Label = () => T("Owner"), Kind = ColumnKind.Choice, IsSortable = false, Cell = t => t.OwnerName, AsKey = Mine.AsKey(db) },
        new ListColumn<Todo, TaskView, Guid?>(t => t.AccountId) { Id = "account", Label = () => T("Account"), Kind = ColumnKind.Choice, IsSortable = false, Cell = t => t.AccountName },
        new ListColumn<Todo, TaskView, Guid?>(t => t.AboutId) { Id = "about", Label = () => T("About"), Kind = ColumnKind.Choice, IsSortable = false, Cell = _ => null },
    ], TaskReading.Reading(db), "due");
}

/// <summary>The list's page.</summary>
public sealed record TasksView
{
    public required IReadOnlyList<TaskView> Tasks { get; init; }
    public required DateOnly Today { get; init; }
    public required string Show { get; init; }
    public required int Count { get; init; }
    public required Guid Me { get; init; }
    public required bool MayAdd { get; init; }
    public required string Back { get; init; }
    public string? NextHref { get; init; }
    public bool IsFirst { get; init; }
}
