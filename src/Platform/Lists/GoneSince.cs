using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists;

/// <summary>
/// What a program that reads changes has to forget: records that are there no more, and records it may read no longer. Of the latter those whose
/// own history since then shows that the viewer could read them: given away by somebody within reach, moved to another record, shown no longer.
/// </summary>
internal static class GoneSince
{
    private const int Most = 1_000, MostLooked = 10_000;

    // Whose a record is; where it stands, and whether it is shown there.
    private static readonly string[] People = ["OwnerId", "ToId"], Places = ["AccountId", "ContactId", "AboutId", "IsHidden"];

    /// <param name="db">Knows the viewer.</param>
    /// <param name="sight">All that the viewer may read.</param>
    /// <param name="kind">What it is called in history.</param>
    /// <param name="from">The moment.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnknownParameterException">There are too many to name.</exception>
    public static async Task<IReadOnlyList<Guid>> ReadAsync<T>(AppDb db, IQueryable<T> sight, string kind, DateTime from, CancellationToken ct) where T : Entity
    {
        var events = db.Rows<Event>().AsNoTracking().Where(e => e.RecordedAt >= from && e.SubjectKind == kind);
        var gone = new HashSet<Guid>(await RemovedAsync(sight, events, ct));
        var (away, seen) = (await AwayAsync(sight, events, kind, ct), new Sight(db, typeof(T), kind));
        gone.UnionWith(away.Where(e => seen.WasBefore(e.Kind, e.Data)).Select(e => e.Id));
        gone.UnionWith(await MovedAsync(db.Rows<T>(), [.. away.Where(e => Sight.Moves(e.Data)).Select(e => e.Id).Except(gone)], seen, ct));
        gone.UnionWith(await DeletedAsync(db, [.. away.Where(e => e.Kind == $"{kind}.deleted").Select(e => e.Id).Except(gone)], seen, ct));
        return gone.Count > Most ? throw TooMany() : [.. gone.Order()];
    }

    // As they were seen before they were removed.
    private static Task<List<Guid>> RemovedAsync<T>(IQueryable<T> sight, IQueryable<Event> events, CancellationToken ct) where T : Entity => !typeof(T).IsAssignableTo(typeof(IRemovable))
        ? Task.FromResult<List<Guid>>([])
        : sight.AlsoRemoved().Where(r => EF.Property<DateTime?>(r, nameof(IRemovable.RemovedAt)) != null && events.Any(e => e.SubjectId == r.Id)).OrderBy(r => r.Id).Select(r => r.Id).Take(Most + 1).ToListAsync(ct);

    // What is told since then of records out of sight, as far as it may say why.
    private static async Task<IReadOnlyList<Told>> AwayAsync<T>(IQueryable<T> sight, IQueryable<Event> events, string kind, CancellationToken ct) where T : Entity
    {
        var deleted = $"{kind}.deleted";
        var told = await events.OfChanges().Where(e => !sight.Any(r => r.Id == e.SubjectId))
            .Where(e => e.Kind == RecordUnshared.Told || e.Kind == deleted || e.Data.Contains("\"OwnerId\":[") || e.Data.Contains("\"ToId\":[") || e.Data.Contains("\"AccountId\":[") || e.Data.Contains("\"ContactId\":[") || e.Data.Contains("\"AboutId\":[") || e.Data.Contains("\"IsHidden\":["))
            .Select(e => new Told(e.SubjectId, e.Kind, e.Data)).Take(MostLooked + 1).ToListAsync(ct);
        return told.Count > MostLooked ? throw TooMany() : told;
    }

    // Its owner is within reach as before, so it is where it went that keeps it out of sight.
    private static async Task<IEnumerable<Guid>> MovedAsync<T>(IQueryable<T> rows, IReadOnlyList<Guid> ids, Sight seen, CancellationToken ct) where T : Entity
    {
        if (ids.Count == 0 || !typeof(T).IsAssignableTo(typeof(IOwned))) return [];
        var owners = await rows.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, OwnerId = EF.Property<Guid>(r, nameof(IOwned.OwnerId)) }).ToListAsync(ct);
        return owners.Where(r => seen.Includes(r.Id, r.OwnerId)).Select(r => r.Id);
    }

    // Of what upkeep deleted the history says whose it was last. Of who was erased nothing does, and whoever may hold a copy has to hear it.
    private static async Task<IEnumerable<Guid>> DeletedAsync(AppDb db, IReadOnlyList<Guid> ids, Sight seen, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var erased = await db.Rows<Erasure>().Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct);
        var owned = await db.Rows<Event>().AsNoTracking().Where(e => ids.Contains(e.SubjectId) && e.Data.Contains("\"OwnerId\":[")).OrderBy(e => e.SubjectVersion).Select(e => new Told(e.SubjectId, e.Kind, e.Data)).ToListAsync(ct);
        return erased.Where(_ => seen.IsAny).Concat(owned.GroupBy(e => e.Id).Where(g => Sight.OwnerIn(g.Last().Data) is { } owner && seen.Includes(g.Key, owner)).Select(g => g.Key));
    }

    private static UnknownParameterException TooMany() => new(new Problems().Add("changedSince", T("More than {0} are gone since then: read the whole list.", Most)));

    private sealed record Told(Guid Id, string Kind, string Data);

    /// <summary>What a change says of who could read the record before it.</summary>
    private sealed class Sight(AppDb db, Type type, string kind)
    {
        private readonly Reach _reach = db.Reaches.For(kind, AccessLevel.Read);
        private readonly UnderAttribute? _under = UnderAttribute.Of(type);
        private readonly Guid _me = db.Viewer.PersonId;

        public bool IsAny => _reach is not { Everyone: false, Owners: [], Shared: [] };

        public bool Includes(Guid id, Guid owner) => _reach.Includes(id, owner);

        public bool WasBefore(string what, string data)
        {
            using var told = JsonDocument.Parse(data);
            if (what == RecordUnshared.Told) return told.RootElement.TryGetProperty(nameof(RecordUnshared.PersonId), out var person) && person.TryGetGuid(out var id) && id == _me;
            return People.Any(f => Before(told.RootElement, f) is { } owner && (owner == _me || _reach.IncludesAllOf(owner)))
                || _under is not null && Before(told.RootElement, _under.Property) is { } above && db.Reaches.For(_under.Kind, AccessLevel.Read).Shared.Contains(above);
        }

        public static bool Moves(string data)
        {
            using var told = JsonDocument.Parse(data);
            return Places.Any(f => told.RootElement.TryGetProperty(f, out var pair) && pair.ValueKind is JsonValueKind.Array);
        }

        public static Guid? OwnerIn(string data)
        {
            using var told = JsonDocument.Parse(data);
            return Key(told.RootElement, nameof(IOwned.OwnerId), 1);
        }

        private static Guid? Before(JsonElement told, string field) => Key(told, field, 0);

        private static Guid? Key(JsonElement told, string field, int place) =>
            told.TryGetProperty(field, out var pair) && pair.ValueKind is JsonValueKind.Array && pair[place] is { ValueKind: JsonValueKind.String } key && key.TryGetGuid(out var id) ? id : null;
    }
}
