namespace Coxswain.Browser.Tests;

/// <summary>
/// How long a person takes, by the keystroke-level model: Card, Moran and Newell, "The keystroke-level model for user performance time
/// with interactive systems", Communications of the ACM 23(7), 1980, 396–410. Typing is that of its average non-secretary typist. Reading
/// aloud in the head goes at 238 words a minute: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109, 2019.
/// </summary>
public static class HumanTime
{
    /// <summary>One key.</summary>
    public const double Key = 0.28;

    /// <summary>Pointing at something, with mouse or thumb.</summary>
    public const double Point = 1.10;

    /// <summary>Pressing and letting go.</summary>
    public const double Press = 0.20;

    /// <summary>The hand goes from mouse to keyboard or back.</summary>
    public const double Home = 0.40;

    /// <summary>Making up one's mind.</summary>
    public const double Decide = 1.35;

    public const double Word = 60 / 238.0;

    public static double Type(string text) => Decide + Point + Press + Home + Key * text.Length + Home;

    public static double Click => Decide + Point + Press;

    /// <summary>The dialog for files: open it, find the folder, take them all, say so.</summary>
    public static double Files => 4 * Click;
}
