using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>What can be said of a person of the map.</summary>
internal record MapPersonFields
{
    /// <summary>A contact of the account; none while nobody knows who it is.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>What they do, where nobody knows who it is.</summary>
    [StringLength(120)]
    public string? Placeholder { get; init; }

    /// <summary>Several who decide with one voice: a board, a committee.</summary>
    public bool? IsBody { get; init; }

    /// <summary>The body of the map they sit in.</summary>
    public Guid? SitsInId { get; init; }
    public Guid? ReportsToId { get; init; }
    public Influence? Influence { get; init; }
    public Stance? Stance { get; init; }

    [StringLength(1_000)]
    public string? Evidence { get; init; }

    /// <summary>The day the judgement is of; today, where nobody says.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The deal to go back to.</summary>
    public Guid? Deal { get; init; }

    internal bool Judges => Influence is not null || Stance is not null;
}

/// <summary>Puts somebody on an account's map: a contact, or a role of which nobody is known yet.</summary>
internal static class PlacePerson
{
    public sealed record Input : MapPersonFields
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }
    }

    public static async Task<Outcome<MapPersonView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (_, no) = await db.AccountForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var problems = await CheckAsync(input, input.Id, null, today, db, ct);
        var count = await db.Rows<MapPerson>().CountAsync(p => p.AccountId == input.Id, ct);
        problems.AddIf(count >= MapReading.Most, "", T("There are {0} people on this map already; nobody reads more.", MapReading.Most));
        if (problems.Any) return Outcome.Invalid(problems);
        var person = new MapPerson
        {
            AccountId = input.Id, ContactId = input.ContactId, Placeholder = input.ContactId is null ? input.Placeholder : null, IsBody = input.IsBody is true, SitsInId = input.SitsInId, SeatedOn = input.SitsInId is null ? null : today, ReportsToId = input.ReportsToId, Influence = input.Influence, Stance = input.Stance, Evidence = input.Evidence,
            AsOf = input.Judges ? input.AsOf ?? today : null, SaidById = input.Judges ? db.Viewer.PersonId : null,
        };
        db.Add(person);
        await db.SaveChangesAsync(ct);
        return await OneAsync(db, person, ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var placed = await Do(input, db, clock, ct);
        return placed.View is { } person ? Outcome.Done(new WentBack(UrlOf(input.Id, input.Deal, person.Id))).Saying(T("{0} is on the map.", person.Name), $"/map-people/{person.Id}/removals") : placed.No;
    }

    internal static string UrlOf(Guid account, Guid? deal, Guid? person) => (deal is { } of ? $"/opportunities/{of}/map" : $"/accounts/{account}/map") + (person is { } id ? $"?person={id}" : "");

    internal static async Task<MapPersonView> OneAsync(AppDb db, MapPerson person, CancellationToken ct) => (await MapReading.PeopleAsync(db, person.AccountId, null, ct)).Single(p => p.Id == person.Id);

    internal static async Task<Problems> CheckAsync(MapPersonFields said, Guid accountId, MapPerson? before, DateOnly today, AppDb db, CancellationToken ct)
    {
        var problems = new Problems().AddIf(said.ContactId is null && before?.ColleagueId is null && string.IsNullOrWhiteSpace(said.Placeholder), "ContactId", T("Who is it, or what do they do there?"));
        await MapBodies.CheckAsync(said, accountId, before, db, problems, ct);
        if (said.ContactId is { } contact && contact != before?.ContactId)
        {
            problems.AddIf(!await db.Contacts.AnyAsync(c => c.Id == contact && c.AccountId == accountId, ct), "ContactId", T("This contact is not here."));
            problems.AddIf(await db.Rows<MapPerson>().AnyAsync(p => p.AccountId == accountId && p.ContactId == contact, ct), "ContactId", T("They are on the map already."));
        }
        problems.AddIf(said.Judges && string.IsNullOrWhiteSpace(said.Evidence), "Evidence", T("What did they say or do that shows it?"));
        problems.AddIf(said.AsOf > today, "AsOf", T("This day is still to come."));
        if (said.ReportsToId is { } above && above != before?.ReportsToId) problems.AddIf(!await MayReportAsync(db, accountId, before?.Id, above, ct), "ReportsToId", T("They cannot report to somebody below themselves, or of another map."));
        return problems;
    }

    private static async Task<bool> MayReportAsync(AppDb db, Guid accountId, Guid? person, Guid above, CancellationToken ct)
    {
        var lines = await LinesAsync(db, accountId, ct);
        return lines.ContainsKey(above) && !Closes(lines, person, above);
    }

    /// <summary>Whether somebody put back would report to those who by now report to them.</summary>
    internal static async Task<bool> ClosesRingAsync(AppDb db, MapPerson person, CancellationToken ct) =>
        person.ReportsToId is { } above && Closes(await LinesAsync(db, person.AccountId, ct), person.Id, above);

    private static async Task<Dictionary<Guid, Guid?>> LinesAsync(AppDb db, Guid accountId, CancellationToken ct) =>
        await db.Rows<MapPerson>().Where(p => p.AccountId == accountId).Select(p => new { p.Id, p.ReportsToId }).ToDictionaryAsync(p => p.Id, p => p.ReportsToId, ct);

    private static bool Closes(Dictionary<Guid, Guid?> lines, Guid? person, Guid above)
    {
        var steps = 0;
        for (Guid? at = above; at is { } id && steps++ <= lines.Count; at = lines.GetValueOrDefault(id))
            if (id == person) return true;
        return false;
    }
}
