using Coxswain.Platform.Data;
using Coxswain.Platform.Looks;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Me;

/// <summary>Who looked at figures about me. There is no other reading of the access log: it is each person's own.</summary>
internal static class MyLooks
{
    private const int Most = 40;

    public static async Task<IReadOnlyList<LookLine>> ReadAsync(AppDb db, IEnumerable<LookName> names, CancellationToken ct)
    {
        var looks = await db.Rows<Look>().Where(l => l.SubjectId == db.Viewer.PersonId).OrderByDescending(l => l.Day).ThenByDescending(l => l.LastAt).Take(Most)
            .Select(l => new { Who = db.Rows<Persons.Person>().Where(p => p.Id == l.ViewerId).Select(p => p.Name).FirstOrDefault(), l.What, l.Day, l.Count }).ToListAsync(ct);
        var words = names.ToDictionary(n => n.What, n => n.Label);
        return [.. looks.Select(l => new LookLine(l.Who, words.TryGetValue(l.What, out var label) ? label() : l.What, l.Day, l.Count))];
    }
}

/// <param name="Who">Null is the operator at the command line.</param>
/// <param name="What">In words.</param>
/// <param name="Day">In the organisation's time zone.</param>
/// <param name="Count">How often that day.</param>
public sealed record LookLine(string? Who, string What, DateOnly Day, int Count);
