using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>Puts a card where somebody dragged it, for everybody who looks.</summary>
internal static class ArrangeMap
{
    private const int Farthest = 20_000;

    public sealed record Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }
        public Guid? Person { get; init; }
        public int? X { get; init; }
        public int? Y { get; init; }

        /// <summary>The deal the map is looked at for.</summary>
        public Guid? Deal { get; init; }
    }

    public static async Task<Outcome<MapView>> Do(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        if (input.Person is not { } id) return Outcome.Missing;
        var (person, no) = await db.MapPersonForChangeAsync(id, ct);
        if (no is not null) return no;
        if (person!.AccountId != input.Id) return Outcome.Missing;
        (person.X, person.Y) = (Math.Clamp(input.X ?? 0, 0, Farthest), Math.Clamp(input.Y ?? 0, 0, Farthest));
        await db.SaveChangesAsync(ct);
        var deal = input.Deal is { } of && deals.FirstOrDefault() is { } known && await known.FindAsync(db, of, ct) is { } found && found.AccountId == input.Id ? found : null;
        return await ShowMap.ReadAsync(input.Id, deal, null, db, deals, clock, ct, picture: true);
    }

    public sealed record OfAccount { public Guid Id { get; init; } }

    /// <summary>Lets every card stand as it is drawn again.</summary>
    public static async Task<Outcome<WentBack>> Tidy(OfAccount input, AppDb db, CancellationToken ct)
    {
        var (_, no) = await db.AccountForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        foreach (var person in await db.Rows<MapPerson>().Where(p => p.AccountId == input.Id && p.X != null).ToListAsync(ct)) (person.X, person.Y) = (null, null);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/accounts/{input.Id}/map")).Saying(T("The map is tidied up."));
    }

    /// <summary>Puts every contact of the account on its map.</summary>
    public static async Task<Outcome<WentBack>> Everybody(OfAccount input, AppDb db, CancellationToken ct)
    {
        var (_, no) = await db.AccountForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var room = MapReading.Most - await db.Rows<MapPerson>().CountAsync(p => p.AccountId == input.Id, ct);
        var missing = (await MapReading.MissingAsync(db, input.Id, ct)).Take(Math.Max(0, room)).ToList();
        db.AddRange(missing.Select(c => new MapPerson { AccountId = input.Id, ContactId = c.Id }));
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/accounts/{input.Id}/map")).Saying(N(missing.Count, "One person is on the map. Now say who reports to whom.", "{0} people are on the map. Now say who reports to whom."));
    }
}
