using Coxswain.People.Teams;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People;

/// <summary>
/// What people are called beside figures about them. One's own name always; others by name only once their team, or everyone, was told
/// what is computed; until then by a letter that stays the same. Nobody sees more, whatever their role.
/// </summary>
public sealed class FigureNames
{
    private readonly Dictionary<Guid, (string Label, bool IsNamed)> _labels;

    private FigureNames(Dictionary<Guid, (string, bool)> labels) => _labels = labels;

    /// <summary>Whether anyone still goes by a letter.</summary>
    public bool AnyUnnamed => _labels.Values.Any(l => !l.IsNamed);

    public string this[Guid personId] => _labels.TryGetValue(personId, out var label) ? label.Label : "?";

    public bool IsNamed(Guid personId) => _labels.TryGetValue(personId, out var label) && label.IsNamed;

    /// <summary>What a row about this person is found by: the id of someone who may be named, else the letter, since an id is a name to whoever can look it up.</summary>
    public string KeyOf(Guid personId) => IsNamed(personId) ? personId.ToString() : this[personId];

    /// <param name="db">The database; its viewer is the reader of the figures.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<FigureNames> ReadAsync(AppDb db, CancellationToken ct)
    {
        var people = await db.People.OrderBy(p => p.Id).Join(db.Rows<Tenant>(), p => p.TenantId, t => t.Id, (p, t) => new { p.Id, p.Name, p.TeamId, t.LetterKey }).ToListAsync(ct);
        return Of(db, people.Select(p => (p.Id, p.Name, p.TeamId)), people.Count == 0 ? [] : people[0].LetterKey, await ToldTeams.ReadAsync(db, ct));
    }

    /// <summary>Of people that were read already, the oldest first.</summary>
    internal static FigureNames Of(AppDb db, IEnumerable<(Guid Id, string Name, Guid? TeamId)> people, byte[] key, ToldTeams told)
    {
        var all = people.ToList();
        var letters = all.Count == 0 ? null : Letters.Of([.. all.Select(p => p.Id)], key);
        return new FigureNames(all.ToDictionary(p => p.Id, p => p.Id == db.Viewer.PersonId || told.At(p.TeamId) is not null ? (p.Name, true) : (letters![p.Id], false)));
    }
}
