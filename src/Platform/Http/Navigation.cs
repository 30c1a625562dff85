using Coxswain.Platform.Access;
namespace Coxswain.Platform.Http;

/// <summary>Where a place stands: in the rail, in the menu behind the face, only among what the finder offers to do, or among the tabs of how the organisation works.</summary>
public enum PlaceIn { Rail, Menu, Add, Process }

/// <summary>A place of the navigation, as its module declares it. The label is asked for at each drawing, in the viewer's language.</summary>
/// <param name="Order">Places of all modules stand in this order.</param>
/// <param name="Label">Its name, through T.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Icon">A name of Ui/Icons.</param>
/// <param name="Needs">Who sees it.</param>
public sealed record NavigationPlace(int Order, Func<string> Label, string Href, string Icon, Permission Needs)
{
    public PlaceIn In { get; init; } = PlaceIn.Rail;

    /// <summary>Pressed after g it goes there.</summary>
    public char? Key { get; init; }

    /// <summary>The kind of record it lists: who sees none of them has no such place.</summary>
    public string? Kind { get; init; }

    /// <summary>One of the five at the foot of a phone.</summary>
    public bool OnPhone { get; init; }
}
