using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Access;

/// <summary>Which rows of one kind a viewer reaches at one level: everyone's, or these owners' and those shown to the viewer one by one.</summary>
public sealed record Reach(bool Everyone, IReadOnlyList<Guid> Owners, IReadOnlyList<Guid> Shared)
{
    public static Reach All { get; } = new(true, [], []);
    public static Reach None { get; } = new(false, [], []);

    /// <summary>Whether all that is this owner's is within reach.</summary>
    public bool IncludesAllOf(Guid ownerId) => Everyone || Owners.Contains(ownerId);

    /// <param name="rowId">The row.</param>
    /// <param name="ownerId">Whose it is.</param>
    public bool Includes(Guid rowId, Guid ownerId) => IncludesAllOf(ownerId) || Shared.Contains(rowId);
}

/// <summary>All reaches of one viewer, read once per scope.</summary>
public sealed class Reaches
{
    private readonly IReadOnlyList<Granted> _grants;
    private readonly bool _everything;
    private readonly Dictionary<(string Kind, AccessLevel Level), Reach> _known = [];

    private Reaches(IReadOnlyList<Granted> grants, bool everything)
    {
        (_grants, _everything) = (grants, everything);
        Fields = new FieldAccess(grants.Where(g => g.Field.Length > 0).Select(g => (g.Kind, g.Field, g.Level is null)));
    }

    /// <summary>Which fields the viewer does not see or change.</summary>
    public FieldAccess Fields { get; }

    /// <summary>Nothing without a rule: a kind nobody granted is seen by nobody.</summary>
    public Reach For(string kind, AccessLevel level)
    {
        if (_everything) return Reach.All;
        // An import asks for every row of its file.
        if (!_known.TryGetValue((kind, level), out var reach)) _known[(kind, level)] = reach = Sought(kind, level);
        return reach;
    }

    private Reach Sought(string kind, AccessLevel level)
    {
        var grants = _grants.Where(g => g.Kind == kind && g.Field.Length == 0 && g.Level >= level).ToLookup(g => g.IsRow, g => g.Id);
        return grants[false].Contains(Guid.Empty) ? Reach.All : new Reach(false, [.. grants[false]], [.. grants[true]]);
    }

    internal static Reaches Of(AppDb db) => db.Viewer.IsSystem ? OfSystem() : new Reaches([.. Grants(db).AsEnumerable()], everything: false);

    internal static async Task<Reaches> ReadAsync(AppDb db, CancellationToken ct) => db.Viewer.IsSystem ? OfSystem() : new Reaches(await Grants(db).ToListAsync(ct), everything: false);

    private static Reaches OfSystem() => new([], everything: true);

    private static IQueryable<Granted> Grants(AppDb db)
    {
        var owners = db.Rows<AccessRow>().Where(a => a.ViewerId == db.Viewer.PersonId).Select(a => new Granted { Kind = a.Kind, Id = a.OwnerId, Level = a.Level, IsRow = false, Field = "" });
        var rows = db.Rows<Share>().Where(s => s.PersonId == db.Viewer.PersonId).Select(s => new Granted { Kind = s.Kind, Id = s.RowId, Level = s.Level, IsRow = true, Field = "" });
        var fields = db.Rows<FieldRule>().Where(f => f.Role == db.Viewer.Role).Select(f => new Granted { Kind = f.Kind, Id = f.Id, Level = f.Left, IsRow = false, Field = f.Field });
        return owners.Concat(rows).Concat(fields);
    }

    private sealed record Granted
    {
        public required string Kind { get; init; }
        public required Guid Id { get; init; }
        public required AccessLevel? Level { get; init; }
        public required bool IsRow { get; init; }

        /// <summary>The field a limit is of; empty for a right to rows.</summary>
        public required string Field { get; init; }
    }
}
