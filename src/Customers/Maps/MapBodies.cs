using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Maps;

/// <summary>Boards and committees on a map: several who decide with one voice, and who sits in them.</summary>
internal static class MapBodies
{
    /// <summary>What is wrong with a body, or with who sits in one.</summary>
    public static async Task CheckAsync(MapPersonFields said, Guid accountId, MapPerson? before, AppDb db, Problems problems, CancellationToken ct)
    {
        problems.AddIf(before is { ColleagueId: not null } && (said.ContactId is not null || said.IsBody is true || said.SitsInId is not null || !string.IsNullOrWhiteSpace(said.Placeholder)), "ContactId", T("This is one of us, and nobody of theirs: take them off the map, and put the other on it."));
        problems.AddIf(said.IsBody is true && said.ContactId is not null, "IsBody", T("A committee is no contact: say what it is called, and put those who sit in it on the map."));
        problems.AddIf(said is { IsBody: true, SitsInId: not null }, "SitsInId", T("A committee sits in no other."));
        if (before is { IsBody: true } && said.IsBody is not true) problems.AddIf(await db.RowsWithRemoved<MapPerson>().AnyAsync(p => p.SitsInId == before.Id, ct), "IsBody", T("People sit in it: say first that they do not."));
        if (said.SitsInId is { } body && body != before?.SitsInId) problems.AddIf(!await db.Rows<MapPerson>().AnyAsync(p => p.Id == body && p.AccountId == accountId && p.IsBody, ct), "SitsInId", T("Choose a committee of this map."));
    }

    /// <summary>Who of us knows a body: whoever knows somebody who sits in it.</summary>
    public static IReadOnlyList<Knower> KnownBy(IEnumerable<Knower> ofMembers) =>
        [.. ofMembers.GroupBy(k => k.PersonId).Select(g => new Knower(g.Key, g.First().Name, g.Min(k => k.Since), g.Max(k => k.Last), g.Sum(k => k.Times))).OrderByDescending(k => k.Last).ThenBy(k => k.Name, StringComparer.Ordinal)];
}
