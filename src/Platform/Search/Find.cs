using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Search;

/// <summary>What is listed while one types into the finder: places to go, things to add, records found.</summary>
internal static class Find
{
    private const int Limit = 12;

    public sealed record Input { public string? Q { get; init; } }

    public static async Task<Outcome<FoundView>> Do(Input input, AppDb db, IReadOnlyList<IModule> modules, IEnumerable<IFoundNotes> notes, CancellationToken ct)
    {
        var icons = modules.SelectMany(m => m.SearchKinds).ToDictionary(k => k.Kind);
        var found = await db.FindAsync(input.Q, [.. modules.SelectMany(m => m.OwnedKinds).Where(k => icons.ContainsKey(k.Kind))], Limit, ct);
        var said = await NotesAsync(db, found, notes, ct);
        // Who typed all of a name means that record: its group stands first.
        var named = found.Where(f => Folding.Fold(f.Title) == Folding.Fold(input.Q)).Select(f => f.Kind).ToHashSet();
        var records = found.OrderBy(f => named.Contains(f.Kind) ? 0 : 1).ThenBy(f => icons[f.Kind].Order)
            .Select(f => new FindHit(icons[f.Kind].Label(), f.Title, f.Url, said.GetValueOrDefault(f.Id) ?? (f.Hint.Length == 0 ? null : f.Hint), icons[f.Kind].Icon));
        return new FoundView(input.Q, [.. Commands(db, modules, input.Q), .. records]);
    }

    /// <summary>The records found, as data.</summary>
    public static async Task<Outcome<IReadOnlyList<Found>>> Read(Input input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct) =>
        Outcome.Done(await db.FindAsync(input.Q, [.. modules.SelectMany(m => m.OwnedKinds).Where(k => modules.SelectMany(m => m.SearchKinds).Any(s => s.Kind == k.Kind))], Limit, ct));

    private static async Task<Dictionary<Guid, string>> NotesAsync(AppDb db, IReadOnlyList<Found> found, IEnumerable<IFoundNotes> notes, CancellationToken ct)
    {
        var said = new Dictionary<Guid, string>();
        foreach (var kind in notes)
        {
            var ids = found.Where(f => f.Kind == kind.Kind).Select(f => f.Id).ToList();
            if (ids.Count == 0) continue;
            foreach (var (id, note) in await kind.ReadAsync(db, ids, ct)) said[id] = note;
        }
        return said;
    }

    private static IEnumerable<FindHit> Commands(AppDb db, IReadOnlyList<IModule> modules, string? text)
    {
        var typed = Folding.Fold(text);
        return modules.SelectMany(m => m.Places).Where(p => db.Viewer.May(p.Needs) && Fits(p.Label(), typed)).OrderBy(p => p.Order)
            .Select(p => new FindHit(p.In is PlaceIn.Add ? T("Do") : T("Go to"), p.Label(), p.Href, null, p.Icon)).OrderBy(h => h.Group, StringComparer.CurrentCulture);
    }

    private static bool Fits(string label, string typed) => typed.Length == 0 || Folding.Fold(label).Split(' ').Any(w => w.StartsWith(typed, StringComparison.Ordinal));
}

/// <summary>What the finder lists.</summary>
public sealed record FoundView(string? Query, IReadOnlyList<FindHit> Hits);

/// <summary>How found records of a kind are shown.</summary>
/// <param name="Kind">The object kind.</param>
/// <param name="Order">Groups stand in this order.</param>
/// <param name="Label">The heading of the group, through T.</param>
/// <param name="Icon">A name of Ui/Icons.</param>
public sealed record SearchKind(string Kind, int Order, Func<string> Label, string Icon);
