namespace Coxswain.Platform.Tabular;

/// <summary>How a written name stands to an existing one. TooShort and Tied: nothing is proposed, for that reason.</summary>
public enum NameLikeness { None, Same, Folded, Respelt, Near, TooShort, Tied }

/// <summary>The existing name that a written one probably means.</summary>
/// <param name="Name">Null when none is proposed.</param>
/// <param name="Confidence">0 to 1; 1 for the same name. Respelt (spaces, signs) and Folded (case, accents) are above 0.95, Near below.</param>
/// <param name="Rivals">The names that are equally near, when tied.</param>
public sealed record NameProposal(string? Name, double Confidence, NameLikeness Likeness, IReadOnlyList<string> Rivals)
{
    internal static NameProposal No(NameLikeness why, IReadOnlyList<string>? rivals = null) => new(null, 0, why, rivals ?? []);
}
