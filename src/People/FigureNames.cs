using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People;

/// <summary>
/// What people are called beside figures about them. One's own name always; others by name only once their team, or everyone, was told
/// what is computed; until then by a letter that stays the same.
/// </summary>
public sealed class FigureNames
{
    private readonly Dictionary<Guid, (string Label, bool IsNamed)> _labels;

    private FigureNames(Dictionary<Guid, (string, bool)> labels) => _labels = labels;

    /// <summary>Whether anyone still goes by a letter.</summary>
    public bool AnyUnnamed => _labels.Values.Any(l => !l.IsNamed);

    public string this[Guid personId] => _labels.TryGetValue(personId, out var label) ? label.Label : "?";

    public bool IsNamed(Guid personId) => _labels.TryGetValue(personId, out var label) && label.IsNamed;

    /// <param name="db">The database; its viewer is the reader of the figures.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<FigureNames> ReadAsync(AppDb db, CancellationToken ct)
    {
        var people = await db.People.OrderBy(p => p.Id).Select(p => new { p.Id, p.Name, p.TeamId }).ToListAsync(ct);
        var told = await db.Tellings.Select(t => t.TeamId).ToListAsync(ct);
        var parents = await db.Teams.ToDictionaryAsync(t => t.Id, t => t.ParentId, ct);
        var everyone = told.Contains(null);
        var labels = people.Select((p, i) => (p.Id, Label: Of(p.Id, p.Name, p.TeamId, i)));
        return new FigureNames(labels.ToDictionary(l => l.Id, l => l.Label));

        (string, bool) Of(Guid id, string name, Guid? team, int place)
        {
            var named = id == db.Viewer.PersonId || everyone || IsTold(team);
            return (named ? name : Letter(place), named);
        }

        // A team is told when it or a team above it was; a loop in the hierarchy ends after as many steps as there are teams.
        bool IsTold(Guid? team)
        {
            for (var steps = 0; team is { } id && steps <= parents.Count; steps++, team = parents.GetValueOrDefault(id))
                if (told.Contains(id)) return true;
            return false;
        }
    }

    /// <summary>A, B, … Z, AA, AB, …</summary>
    internal static string Letter(int place) => place < 26 ? ((char)('A' + place)).ToString() : Letter(place / 26 - 1) + (char)('A' + place % 26);
}
