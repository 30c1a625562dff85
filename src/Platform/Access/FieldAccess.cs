namespace Coxswain.Platform.Access;

/// <summary>The fields that a viewer does not see, and those the viewer sees and does not change.</summary>
public sealed class FieldAccess
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();
    private readonly Dictionary<string, IReadOnlySet<string>> _hidden, _locked;

    /// <param name="limits">Kind and field, with whether it is hidden or only locked.</param>
    internal FieldAccess(IEnumerable<(string Kind, string Field, bool IsHidden)> limits)
    {
        var all = limits.ToList();
        (_hidden, _locked) = (Gathered(all.Where(l => l.IsHidden)), Gathered(all));
    }

    /// <summary>Nothing is kept from the viewer, so that nobody has to look further.</summary>
    public bool IsWhole => _locked.Count == 0;

    /// <summary>Something is hidden from the viewer.</summary>
    public bool HidesAny => _hidden.Count > 0;

    /// <summary>The kinds of which something is hidden.</summary>
    public IEnumerable<string> HiddenKinds => _hidden.Keys;

    /// <summary>The fields of a kind that the viewer does not see.</summary>
    public IReadOnlySet<string> Hidden(string kind) => _hidden.GetValueOrDefault(kind, Nothing);

    /// <summary>The fields of a kind that the viewer does not change, be they seen or not.</summary>
    public IReadOnlySet<string> Locked(string kind) => _locked.GetValueOrDefault(kind, Nothing);

    private static Dictionary<string, IReadOnlySet<string>> Gathered(IEnumerable<(string Kind, string Field, bool IsHidden)> limits) =>
        limits.GroupBy(l => l.Kind).ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.Select(l => l.Field).ToHashSet(StringComparer.Ordinal));
}
