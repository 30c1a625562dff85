using Coxswain.Platform.Access;
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
internal sealed record RailContent(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<(string Name, string Href)> Views)
{
    public static RailContent None { get; } = new(new Dictionary<string, int>(), []);
}

/// <summary>
/// Reads the rail's numbers and views once, not on every page: kept for each person until anyone of the organisation saves something, and
/// for a minute at most, since a day ends.
/// </summary>
internal sealed class Rail(IEnumerable<IPlaceCounts> counts, CurrentViewer viewer, AppDb db)
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
        return new RailContent(numbers, await ViewsAsync(ct));
    }

    private async Task<IReadOnlyList<(string, string)>> ViewsAsync(CancellationToken ct)
    {
        var views = await db.Rows<SavedView>().Where(v => v.OwnerId == db.Viewer.PersonId || v.Audience == Audience.All).OrderBy(v => v.OwnerId != db.Viewer.PersonId).ThenBy(v => v.Position).ThenBy(v => v.Id).Take(MostViews)
            .Select(v => new { v.Name, v.Path, v.Query }).ToListAsync(ct);
        return [.. views.Select(v => (v.Name, v.Path + v.Query))];
    }
}
