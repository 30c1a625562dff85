using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Ui;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.Http;

/// <summary>Works out what stands around a page from who is looking and where. Asks the database nothing.</summary>
public sealed class FrameSource(IReadOnlyList<IModule> modules, CurrentViewer viewer, IHttpContextAccessor here, Assets assets, TimeProvider clock)
{
    /// <summary>Where this installation's source is offered, as its licence asks; a changed copy names its own.</summary>
    public static string SourceUrl { get; set; } = "https://github.com/coxswain-sales/coxswain";

    /// <summary>Set by an act whose page stands on a past day.</summary>
    public AsOf? AsOf { get; set; }

    /// <summary>Set by an act whose page is the organisation's own, for people outside it: its name stands there instead of ours, and there is room for more than a question.</summary>
    public string? Organisation
    {
        // With the request: a form is drawn again from a scope of its own.
        get => Http.Items[nameof(Organisation)] as string;
        set => Http.Items[nameof(Organisation)] = value;
    }

    public HttpContext Http => here.HttpContext ?? throw new InvalidOperationException("A page is drawn in a request.");

    /// <summary>The frame with what of the rail is the viewer's own.</summary>
    internal ShellFrame Frame(RailContent rail)
    {
        var frame = Frame();
        return frame with
        {
            Places = [.. frame.Places.Where(p => !rail.Unseen.Contains(p.Href)).Select(p => p with { Count = rail.Counts.TryGetValue(p.Href, out var count) ? count : null }), .. rail.Objects.Select(o => new Place(o.Name, o.Href) { Icon = "table", Current = IsCurrent(o.Href) })],
            SavedViews = [.. rail.Views.Select(v => new Place(v.Name, v.Href) { Current = Http.Request.Path + Http.Request.QueryString == v.Href })],
            QuickAddHref = modules.SelectMany(m => m.Places).Any(p => p.In is PlaceIn.Add && viewer.IsKnown && viewer.Value.May(p.Needs)) ? "/add" : null,
        };
    }

    public ShellFrame Frame()
    {
        var notice = NoticeCookie.Take(Http);
        return new ShellFrame
        {
            Places = Places(PlaceIn.Rail),
            MyPlaces = Places(PlaceIn.Menu),
            Process = Places(PlaceIn.Process),
            ViewerName = viewer.IsKnown ? viewer.Value.Name : "",
            ViewerId = viewer.IsKnown ? viewer.Value.PersonId : Guid.Empty,
            DeviceKey = viewer.IsKnown ? viewer.Value.DeviceKey : null,
            Period = viewer.IsKnown && viewer.Value.Periods is { } periods ? periods.QuarterSoFar(clock.GetUtcNow().UtcDateTime) : null,
            AsOf = AsOf,
            Toast = notice?.Text,
            ToastUndo = notice?.UndoUrl,
            Language = CultureInfo.CurrentUICulture.Name,
            RightToLeft = CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft,
            Theme = viewer.IsKnown ? viewer.Value.Theme : null,
            Asset = assets.Url,
            SourceUrl = SourceUrl,
        };
    }

    private IReadOnlyList<Place> Places(PlaceIn where) =>
    [
        .. modules.SelectMany(m => m.Places).Concat(PlatformPages.Places).Where(p => p.In == where && viewer.IsKnown && viewer.Value.May(p.Needs)).OrderBy(p => p.Order)
            .Select(p => new Place(p.Label(), p.Href) { Icon = p.Icon, Key = p.Key, OnPhone = p.OnPhone, Current = IsCurrent(p.Href) }),
    ];

    private bool IsCurrent(string href) => Http.Request.Path.StartsWithSegments(href);
}

/// <summary>The address a file under wwwroot is served at; the host says how, with fingerprints where it can.</summary>
/// <param name="Url">From the path under wwwroot to the address.</param>
public sealed record Assets(Func<string, string> Url)
{
    public static Assets Plain { get; } = new(path => "/" + path);
}
