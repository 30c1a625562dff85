using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Platform.Search;

/// <summary>Everything the viewer may add, one key away from every page.</summary>
internal static class QuickAdd
{
    public static Task<Outcome<AddableThings>> Do(AppDb db, IReadOnlyList<IModule> modules) => Task.FromResult(Outcome.Done(new AddableThings(
        [.. modules.SelectMany(m => m.Places).Where(p => p.In is PlaceIn.Add && db.Viewer.May(p.Needs)).OrderBy(p => p.Order).Select(p => new Addable(p.Label(), p.Href, p.Icon))])));
}

/// <summary>What can be added.</summary>
public sealed record AddableThings(IReadOnlyList<Addable> Things);

/// <summary>One thing that can be added, and where.</summary>
public sealed record Addable(string Label, string Href, string Icon);
