using System.Numerics;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Tabular;

/// <summary>
/// Finds the existing name that a misspelt one means: GTXPro is GTX Pro, technolgy is technology. The same name wins, then one that
/// differs by case and accents, then by spaces and signs, then by few letters. Digits must agree (Model 1 is never Model 2), short names
/// must be the same, and of two names equally near none is proposed.
/// </summary>
public sealed class NameMatch
{
    private sealed record Entry(string Name, string Bare, string Digits, uint Letters);

    private readonly HashSet<string> same = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> folded, bare;
    private readonly ILookup<int, Entry> byLength;
    private readonly Dictionary<string, NameProposal> answered = [];

    /// <param name="names">All existing names; repeated ones count once.</param>
    public NameMatch(IEnumerable<string> names)
    {
        same.UnionWith(names.Where(n => !string.IsNullOrWhiteSpace(n)));
        var entries = same.Select(Of).ToList();
        folded = same.ToLookup(Folding.Fold);
        bare = entries.Where(e => e.Bare.Length > 0).ToLookup(e => e.Bare, e => e.Name);
        byLength = entries.ToLookup(e => e.Bare.Length);
    }

    /// <summary>What a written name means. Answers are remembered, so that asking for each row of a file is cheap; not for several threads at once.</summary>
    public NameProposal Find(string written)
    {
        if (same.Contains(written)) return new(written, 1, NameLikeness.Same, []);
        if (answered.TryGetValue(written, out var known)) return known;
        if (answered.Count > 100_000) answered.Clear();
        return answered[written] = Look(written);
    }

    private NameProposal Look(string written)
    {
        var trimmed = ColumnText.Trim(written);
        if (same.Contains(trimmed)) return new(trimmed, 1, NameLikeness.Same, []);
        if (One(folded[Folding.Fold(trimmed)], 0.99, NameLikeness.Folded) is { } byFold) return byFold;
        var entry = Of(trimmed);
        if (entry.Bare.Length > 0 && One(bare[entry.Bare], 0.97, NameLikeness.Respelt) is { } bySigns) return bySigns;
        return Near(entry);
    }

    private NameProposal Near(Entry entry)
    {
        var length = entry.Bare.Length;
        var limit = length switch { < 5 => 0, < 9 => 1, < 14 => 2, _ => 3 };
        if (limit == 0) return NameProposal.No(NameLikeness.TooShort);
        var best = limit;
        List<string> nearest = [];
        for (var size = length - limit; size <= length + limit; size++)
            foreach (var candidate in byLength[size])
            {
                if (size < 5 || candidate.Digits != entry.Digits || BitOperations.PopCount(candidate.Letters ^ entry.Letters) > 2 * best) continue;
                var distance = EditDistance.Between(entry.Bare, candidate.Bare, best);
                if (distance > best) continue;
                if (distance < best) nearest.Clear();
                best = distance;
                nearest.Add(candidate.Name);
            }
        return nearest.Count == 0 ? NameProposal.No(NameLikeness.None) : One(nearest, Math.Round(0.95 - (double)best / length, 2), NameLikeness.Near)!;
    }

    private static NameProposal? One(IEnumerable<string> names, double confidence, NameLikeness likeness) => names.ToList() switch
    {
        [] => null,
        [var one] => new(one, confidence, likeness, []),
        var several => NameProposal.No(NameLikeness.Tied, several),
    };

    private static Entry Of(string name)
    {
        var letters = string.Concat(Folding.Fold(name).Where(char.IsLetterOrDigit));
        var mask = 0u;
        foreach (var c in letters) mask |= 1u << (c % 32);
        return new(name, letters, string.Concat(letters.Where(char.IsDigit)), mask);
    }
}
