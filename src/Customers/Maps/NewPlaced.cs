using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Maps;

/// <summary>Shows the form that puts somebody on a map, or changes what is said of them.</summary>
internal static class NewPlaced
{
    public sealed record Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }

        /// <summary>The contact to put on.</summary>
        public Guid? Contact { get; init; }

        /// <summary>Whom they report to.</summary>
        public Guid? Above { get; init; }
        public Guid? Deal { get; init; }
    }

    public static Task<Outcome<PersonFormView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => ReadAsync(input.Id, null, input, db, clock, ct);

    public static async Task<Outcome<PersonFormView>> Edit(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.Rows<MapPerson>().Where(p => p.Id == input.Id).Select(p => (Guid?)p.AccountId).SingleOrDefaultAsync(ct) is { } account ? await ReadAsync(account, input.Id, input, db, clock, ct) : Outcome.Missing;

    private static async Task<Outcome<PersonFormView>> ReadAsync(Guid accountId, Guid? personId, Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Accounts.Where(a => a.Id == accountId).Select(a => a.Name).SingleOrDefaultAsync(ct) is not { } account) return Outcome.Missing;
        var people = await MapReading.PeopleAsync(db, accountId, null, ct);
        var person = people.FirstOrDefault(p => p.Id == personId);
        if (personId is not null && person is null) return Outcome.Missing;
        var missing = await MapReading.MissingAsync(db, accountId, ct);
        return new PersonFormView
        {
            AccountId = accountId, Account = account, Person = person, ContactId = person?.ContactId ?? input.Contact, ReportsToId = person is null ? input.Above : person.ReportsToId, Deal = input.Deal,
            Contacts = [.. person?.ContactId is { } own ? [new Choice(own.ToString(), person.Name)] : Enumerable.Empty<Choice>(), .. missing.Select(c => new Choice(c.Id.ToString(), c.Title is null ? c.Name : $"{c.Name} · {c.Title}"))],
            Others = [.. people.Where(p => p.Id != personId).OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).Select(p => new Choice(p.Id.ToString(), p.Title is null ? p.Name : $"{p.Name} · {p.Title}"))],
            Bodies = [.. people.Where(p => p.IsBody && p.Id != personId).OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).Select(p => new Choice(p.Id.ToString(), p.Name))],
            Today = await ListTasks.TodayAsync(db, clock, ct),
        };
    }
}

/// <summary>What the form starts with.</summary>
public sealed record PersonFormView
{
    public required Guid AccountId { get; init; }
    public required string Account { get; init; }

    /// <summary>Null where somebody is put on.</summary>
    public MapPersonView? Person { get; init; }
    public Guid? ContactId { get; init; }
    public Guid? ReportsToId { get; init; }
    public required IReadOnlyList<Choice> Contacts { get; init; }
    public required IReadOnlyList<Choice> Others { get; init; }

    /// <summary>Committees of the map one may sit in.</summary>
    public IReadOnlyList<Choice> Bodies { get; init; } = [];
    public Guid? Deal { get; init; }
    public required DateOnly Today { get; init; }

    internal string Leave => PlacePerson.UrlOf(AccountId, Deal, Person?.Id);
}
