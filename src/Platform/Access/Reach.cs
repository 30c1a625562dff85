using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Access;

/// <summary>Whose rows of one kind a viewer reaches at one level: everyone's, or these owners'.</summary>
public sealed record Reach(bool Everyone, IReadOnlyList<Guid> Owners)
{
    public static Reach All { get; } = new(true, []);

    public bool Includes(Guid ownerId) => Everyone || Owners.Contains(ownerId);
}

/// <summary>All reaches of one viewer, read once per scope.</summary>
public sealed class Reaches(IReadOnlyList<(string Kind, Guid Owner, AccessLevel Level)> rows, bool everything)
{
    /// <summary>Nothing without a rule: a kind nobody granted is seen by nobody.</summary>
    public Reach For(string kind, AccessLevel level)
    {
        if (everything) return Reach.All;
        var owners = rows.Where(r => r.Kind == kind && r.Level >= level).Select(r => r.Owner).ToList();
        return owners.Contains(Guid.Empty) ? Reach.All : new Reach(false, owners);
    }

    internal static Reaches Of(AppDb db)
    {
        if (db.Viewer.IsSystem) return new Reaches([], everything: true);
        var rows = db.Rows<AccessRow>().Where(a => a.ViewerId == db.Viewer.PersonId).AsNoTracking()
            .Select(a => new { a.Kind, a.OwnerId, a.Level }).ToList();
        return new Reaches([.. rows.Select(r => (r.Kind, r.OwnerId, r.Level))], everything: false);
    }
}
