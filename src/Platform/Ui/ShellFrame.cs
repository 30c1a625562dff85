namespace Coxswain.Platform.Ui;

/// <summary>A place of the rail, or a saved view. Key: pressed after g it goes there.</summary>
public sealed record Place(string Label, string Href)
{
    public string Icon { get; init; } = "bookmark";
    public bool Current { get; init; }
    public int? Count { get; init; }
    public char? Key { get; init; }
    /// <summary>One of the five at the foot of a phone; the others are in the menu behind the face.</summary>
    public bool OnPhone { get; init; }
}

/// <summary>The page shows a past date: which, and the way back to today; null where the data itself ends there.</summary>
public sealed record AsOf(string Text, string? TodayHref);

/// <summary>Everything around a page that is not the page.</summary>
public sealed record ShellFrame
{
    public required IReadOnlyList<Place> Places { get; init; }
    public IReadOnlyList<Place> SavedViews { get; init; } = [];
    public required string ViewerName { get; init; }
    /// <summary>Whose pages these are, and what their unsent acts are locked with on the device.</summary>
    public Guid ViewerId { get; init; }
    public string? DeviceKey { get; init; }
    public string? ViewerNote { get; init; }
    public IReadOnlyList<Place> MyPlaces { get; init; } = [];
    /// <summary>The pages of how the organisation works.</summary>
    public IReadOnlyList<Place> Process { get; init; } = [];
    /// <summary>Where the period stands: "Q3 · 41 days left".</summary>
    public string? Period { get; init; }
    public AsOf? AsOf { get; init; }
    /// <summary>What was just done, told after a redirect.</summary>
    public string? Toast { get; init; }
    public string? ToastUndo { get; init; }
    public string Language { get; init; } = "en";
    public bool RightToLeft { get; init; }
    /// <summary>Light or dark if the viewer chose one; null follows the device.</summary>
    public string? Theme { get; init; }
    /// <summary>False where the viewer switched single-key shortcuts off.</summary>
    public bool Keys { get; init; } = true;
    /// <summary>From a path under wwwroot to the address it is served at.</summary>
    public Func<string, string> Asset { get; init; } = path => "/" + path;
    public string Version { get; init; } = "0.1";
    public required string SourceUrl { get; init; }
    public string HomeHref { get; init; } = "/";
    public string SearchHref { get; init; } = "/search";
    /// <summary>Answers FindHits for what is typed.</summary>
    public string FindHref { get; init; } = "/find";
    public string? QuickAddHref { get; init; }
    public string SignOutAction { get; init; } = "/sign-out";
}
