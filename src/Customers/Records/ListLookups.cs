using Coxswain.People;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Records;

/// <summary>What stands around the rows of a list: owners to filter by and saved views. One statement.</summary>
internal sealed record ListLookups(IReadOnlyList<(string Value, string Label)> Owners, IReadOnlyList<(Guid Id, string Name, string Href, bool IsMine)> Views)
{
    public static ListLookups None { get; } = new([], []);

    /// <summary>The organisation's own fields of the kind.</summary>
    public IReadOnlyList<CustomField> Fields { get; init; } = [];

    /// <summary>What those lead to.</summary>
    public LinkedNames Links { get; } = new();

    /// <summary>For readings that offer no filters.</summary>
    public static async Task<ListLookups> OfFieldsAsync(AppDb db, string kind, CancellationToken ct) => new([], []) { Fields = await db.CustomFieldsAsync(kind, ct) };

    private sealed class Line
    {
        public bool IsView { get; init; }
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string Sort { get; init; } = "";
        public string Path { get; init; } = "";
        public string Query { get; init; } = "";
        public Guid OwnerId { get; init; }
        public int Position { get; init; }
    }

    public static async Task<ListLookups> ReadAsync(AppDb db, string kind, CancellationToken ct)
    {
        var owners = db.PersonRows().Where(p => p.IsHere).OrderBy(p => p.FoldedName).Take(200)
            .Select(p => new Line { IsView = false, Id = p.Id, Name = p.Name, Sort = p.FoldedName, Path = "", Query = "", OwnerId = p.Id, Position = 0 });
        var views = db.SavedViewsOf(kind, db.Teammates())
            .Select(v => new Line { IsView = true, Id = v.Id, Name = v.Name, Sort = "", Path = v.Path, Query = v.Query, OwnerId = v.OwnerId, Position = v.Position });
        var lines = await owners.Concat(views).ToListAsync(ct);
        var me = db.Viewer.PersonId;
        return new(
            [("mine", T("Me")), .. lines.Where(l => !l.IsView && l.Id != me).OrderBy(l => l.Sort, StringComparer.Ordinal).Select(l => (l.Id.ToString(), l.Name))],
            [.. lines.Where(l => l.IsView).OrderBy(l => l.Position).Select(l => (l.Id, l.Name, l.Path + l.Query, l.OwnerId == me))]) { Fields = await db.CustomFieldsAsync(kind, ct) };
    }
}
