using System.Collections.Frozen;
namespace Coxswain.Customers.Duplicates.Matching;

/// <summary>How two people's names stand to each other.</summary>
internal enum NameFit { Differs, Same, Near, Initials, OtherFamilyName, OtherGeneration }

/// <summary>A person's name taken apart: given names first, then the family's, without titles.</summary>
internal sealed class PersonName
{
    private static readonly FrozenSet<string> Titles = FrozenSet.Create("dr", "prof", "ing", "dipl", "mag", "mr", "mrs", "ms", "miss", "herr", "frau", "hr", "fr", "sir", "mba", "phd", "msc", "bsc", "med", "jur", "rer", "nat", "hc");
    private static readonly FrozenDictionary<string, string> Generations = new Dictionary<string, string> { ["jun"] = "jr", ["jr"] = "jr", ["junior"] = "jr", ["sen"] = "sr", ["sr"] = "sr", ["senior"] = "sr", ["ii"] = "ii", ["iii"] = "iii" }.ToFrozenDictionary();

    private PersonName(string[] words, string generation)
    {
        (Words, Generation, Joined) = (words, generation, string.Concat(words));
        Ordered = string.Concat(words.Order(StringComparer.Ordinal));
    }

    public string[] Words { get; }

    /// <summary>The younger or the elder of a name, where it says so.</summary>
    public string Generation { get; }
    public string Joined { get; }
    public string Ordered { get; }
    public string Family => Words.Length == 0 ? "" : Words[^1];

    public static PersonName Of(string? name)
    {
        // "Kaur, Rana" is Rana Kaur; "Weber, jun." is not.
        var parts = (name ?? "").Split(',', 2);
        var turned = parts.Length == 2 && Plain.Words(parts[1]) is { Length: > 0 } rest && !rest.All(w => Generations.ContainsKey(w) || Titles.Contains(w)) ? $"{parts[1]} {parts[0]}" : name;
        var words = Plain.Words(turned).Where(w => w != "&" && !Titles.Contains(w)).ToList();
        var generation = words.Count > 1 ? words.Skip(1).Select(w => Generations.GetValueOrDefault(w)).FirstOrDefault(g => g is not null) ?? "" : "";
        if (generation.Length > 0) words = [.. words.Take(1), .. words.Skip(1).Where(w => !Generations.ContainsKey(w))];
        return new PersonName([.. words], generation);
    }

    /// <summary>What can be said of both names.</summary>
    public NameFit To(PersonName other)
    {
        if (Words.Length == 0 || other.Words.Length == 0) return NameFit.Differs;
        var fit = Fit(other);
        return Generation != other.Generation && fit is not NameFit.Differs ? NameFit.OtherGeneration : fit;
    }

    private NameFit Fit(PersonName other)
    {
        if (Joined == other.Joined || Ordered == other.Ordered) return NameFit.Same;
        if (Words.Length > 1 && other.Words.Length > 1)
        {
            // A second given name is often left out.
            if (Family == other.Family && Words[0] == other.Words[0] && (Words.Length == 2 || other.Words.Length == 2)) return NameFit.Same;
            if (Family == other.Family && (Abbreviates(Words[0], other.Words[0]) || Abbreviates(other.Words[0], Words[0]))) return NameFit.Initials;
            if (Words.Length == other.Words.Length && Slips(other)) return NameFit.Near;
            return Words[0] == other.Words[0] && Words[0].Length > 1 ? NameFit.OtherFamilyName : NameFit.Differs;
        }
        return Words.Length + other.Words.Length > 2 && Family == other.Family ? NameFit.Initials : NameFit.Differs;
    }

    private static bool Abbreviates(string a, string b) => a.Length == 1 && b[0] == a[0];

    // One slip in one word. The last letter of a given name tells Maria from Marie and Simon from Simone, so there it has to be right.
    private bool Slips(PersonName other)
    {
        var wrong = 0;
        for (var i = 0; i < Words.Length; i++)
        {
            var (a, b, isFamily) = (Words[i], other.Words[i], i == Words.Length - 1);
            if (a == b) continue;
            var longer = Math.Max(a.Length, b.Length);
            if (++wrong > 1 || Math.Min(a.Length, b.Length) < 4 || longer < 5 || a[0] != b[0] || Likeness.Slips(a, b) > 1 || (a[^1] != b[^1] && !(isFamily && longer >= 6))) return false;
        }
        return wrong == 1;
    }
}
