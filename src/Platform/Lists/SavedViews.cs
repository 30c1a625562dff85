using Coxswain.Platform.Data;
namespace Coxswain.Platform.Lists;

/// <summary>The saved views someone finds on a list.</summary>
public static class SavedViews
{
    /// <summary>One's own, those for everyone, and those of one's teammates for the team.</summary>
    /// <param name="db">Its viewer looks at the list.</param>
    /// <param name="kind">The object kind listed.</param>
    /// <param name="teammates">Ids of the people in the viewer's team.</param>
    public static IQueryable<SavedView> SavedViewsOf(this AppDb db, string kind, IQueryable<Guid> teammates) => db.Rows<SavedView>().Where(v => v.Kind == kind
        && (v.OwnerId == db.Viewer.PersonId || v.Audience == Audience.All || (v.Audience == Audience.Team && teammates.Contains(v.OwnerId)))).OrderBy(v => v.Position).ThenBy(v => v.Id);

    /// <summary>The tabs of a list: built-in ones first, then saved ones; the one whose filters are on is current.</summary>
    /// <param name="request">What the list was asked for.</param>
    /// <param name="path">The address of the list.</param>
    /// <param name="builtIn">Names and queries, for instance "Mine" and <c>?owner=mine</c>.</param>
    /// <param name="saved">Id, name, address and whether it is the viewer's own.</param>
    public static IReadOnlyList<SavedViewLink> Tabs(ListRequest request, string path, IEnumerable<(string Name, string Query)> builtIn, IEnumerable<(Guid Id, string Name, string Href, bool IsMine)> saved)
    {
        var here = path + ListViews.AddressOf(request);
        return [.. builtIn.Select(b => new SavedViewLink(Guid.Empty, b.Name, path + b.Query, here == path + b.Query, false)), .. saved.Select(s => new SavedViewLink(s.Id, s.Name, s.Href, here == s.Href, s.IsMine))];
    }
}
