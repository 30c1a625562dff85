using Coxswain.Platform.Data;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.CommonGround;

/// <summary>
/// Tells what is not kept about a person: health, belief, politics, sexuality, family. It reads words, so it finds what is said plainly in
/// English, German, French or Spanish and not what is hinted at; the form says what is not wanted as well.
/// </summary>
internal static class Sensitive
{
    private static readonly Lexicon Fine = Lexicon.Of("fine");

    private static readonly (Func<string> Name, Lexicon Words)[] Matters =
    [
        (() => T("health"), Lexicon.Of("health")), (() => T("belief"), Lexicon.Of("belief")), (() => T("politics"), Lexicon.Of("politics")), (() => T("sexuality"), Lexicon.Of("sexuality")), (() => T("family"), Lexicon.Of("family")),
    ];

    /// <summary>What it tells of that is not kept; null where nothing of that is found.</summary>
    public static string? In(string? text)
    {
        var words = Fine.TakenFrom(Folding.Words(text));
        return Matters.FirstOrDefault(m => m.Words.IsIn(words)).Name?.Invoke();
    }
}
