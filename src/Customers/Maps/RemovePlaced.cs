using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>Takes somebody off a map; for 30 days they can be put back as they were. The contact stays.</summary>
internal static class RemovePlaced
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Back { get; init; }

        internal WentBack From(MapPerson person) => new(LocalPath.Or(Back, $"/accounts/{person.AccountId}/map"));
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var opened = await db.MapPersonForChangeAsync(input.Id, ct);
        var name = opened.Row is { } row ? await db.CalledAsync(row, ct) : "";
        return await Removing.RemoveAsync(db, opened, clock, _ => name, input.From, p => $"/map-people/{p.Id}/restorations", ct);
    }
}

/// <summary>Puts somebody back on a map.</summary>
internal static class RestorePlaced
{
    public static async Task<Outcome<WentBack>> Do(RemovePlaced.Input input, AppDb db, CancellationToken ct)
    {
        var opened = await db.MapPersonForChangeAsync(input.Id, ct, removed: true);
        if (opened is { No: null, Row: { RemovedAt: not null } person })
        {
            if (person.ContactId is { } contact && await db.Rows<MapPerson>().AnyAsync(p => p.AccountId == person.AccountId && p.ContactId == contact, ct)) return Outcome.Refused(T("They are on the map already."));
            if (person.ColleagueId is { } ours && await db.Rows<MapPerson>().AnyAsync(p => p.AccountId == person.AccountId && p.ColleagueId == ours, ct)) return Outcome.Refused(T("They are on the map already."));
            if (await PlacePerson.ClosesRingAsync(db, person, ct)) return Outcome.Refused(T("Meanwhile somebody they report to was put below them: change who reports to whom, then bring them back."));
        }
        var name = opened.Row is { } row ? await db.CalledAsync(row, ct) : "";
        return await Removing.RestoreAsync(db, opened, _ => name, input.From, ct);
    }
}
