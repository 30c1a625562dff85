using Coxswain.Platform.Access;
namespace Coxswain.Platform.Data;

/// <summary>Limits rows to what the viewer may see or change.</summary>
public static class Visibility
{
    /// <summary>The rows of owners the viewer reaches, and those shared with the viewer.</summary>
    /// <param name="rows">The rows of the tenant.</param>
    /// <param name="db">Knows the viewer.</param>
    /// <param name="kind">The object kind the access rules speak of.</param>
    /// <param name="level">To read, or to change.</param>
    public static IQueryable<T> Reached<T>(this IQueryable<T> rows, AppDb db, string kind, AccessLevel level = AccessLevel.Read) where T : Entity, IOwned
    {
        var reach = db.Reaches.For(kind, level);
        if (reach.Everyone) return rows;
        var owners = reach.Owners;
        var shared = db.Rows<Share>().Where(s => s.PersonId == db.Viewer.PersonId && s.Kind == kind && (level == AccessLevel.Read || s.Level == AccessLevel.Edit)).Select(s => s.RowId);
        return rows.Where(r => owners.Contains(r.OwnerId) || shared.Contains(r.Id));
    }

    /// <summary>Whether the viewer may change this row.</summary>
    public static bool MayEdit<T>(this AppDb db, string kind, T row) where T : Entity, IOwned =>
        db.Reaches.For(kind, AccessLevel.Edit).Includes(row.OwnerId)
        || db.Rows<Share>().Any(s => s.PersonId == db.Viewer.PersonId && s.Kind == kind && s.RowId == row.Id && s.Level == AccessLevel.Edit);
}
