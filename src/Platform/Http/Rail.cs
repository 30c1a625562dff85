using Coxswain.Platform.Access;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Http;

/// <summary>Numbers a module shows beside its places in the rail, read in one statement.</summary>
public interface IPlaceCounts
{
    /// <param name="db">Its viewer looks at the rail.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>By the address of the place.</returns>
    Task<IReadOnlyDictionary<string, int>> CountAsync(AppDb db, CancellationToken ct);
}

/// <summary>What of the rail is the viewer's own.</summary>
/// <param name="Counts">By the address of the place.</param>
/// <param name="Views">Saved views by name and address.</param>
/// <param name="Objects">The organisation's own objects, by name and address.</param>
/// <param name="Unseen">Places of kinds of which the viewer sees no record at all, by address.</param>
internal sealed record RailContent(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<(string Name, string Href)> Views, IReadOnlyList<(string Name, string Href)> Objects, IReadOnlySet<string> Unseen)
{
    public static RailContent None { get; } = new(new Dictionary<string, int>(), [], [], new HashSet<string>());
}

/// <summary>
/// Reads the rail's numbers and views once, not on every page: kept for each person until anyone of the organisation saves something, and
/// for a minute at most, since a day ends.
/// </summary>
internal sealed class Rail(IEnumerable<IPlaceCounts> counts, IReadOnlyList<IModule> modules, CurrentViewer viewer, AppDb db)
{
    private const int MostViews = 8;
    private static readonly KeptFor Most = new(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));

    public async Task<RailContent> ReadAsync(CancellationToken ct) =>
        !viewer.IsKnown || viewer.Value.IsSystem ? RailContent.None : await db.Kept.ReadAsync(db, "rail", () => LookAsync(ct), Most);

    private async Task<RailContent> LookAsync(CancellationToken ct)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var module in counts)
            foreach (var (href, number) in await module.CountAsync(db, ct)) numbers[href] = number;
        var objects = viewer.Value.May(Permission.SeeCustomers) && SeesAny(CustomObject.RecordKind) ? await db.CustomObjectsAsync(ct) : [];
        return new RailContent(numbers, await ViewsAsync(ct), [.. objects.Select(o => (o.Plural, $"/objects/{o.Key}"))], modules.SelectMany(m => m.Places).Where(p => p.Kind is { } kind && !SeesAny(kind)).Select(p => p.Href).ToHashSet());
    }

    private bool SeesAny(string kind) => db.Reaches.For(kind, AccessLevel.Read) is { Everyone: true } or { Owners.Count: > 0 } or { Shared.Count: > 0 } || db.UnderSharedOf([kind]).Any();

    private async Task<IReadOnlyList<(string, string)>> ViewsAsync(CancellationToken ct)
    {
        var views = await db.Rows<SavedView>().Where(v => v.OwnerId == db.Viewer.PersonId || v.Audience == Audience.All).OrderBy(v => v.OwnerId != db.Viewer.PersonId).ThenBy(v => v.Position).ThenBy(v => v.Id).Take(MostViews)
            .Select(v => new { v.Name, v.Path, v.Query }).ToListAsync(ct);
        return [.. views.Select(v => (v.Name, v.Path + v.Query))];
    }
}
