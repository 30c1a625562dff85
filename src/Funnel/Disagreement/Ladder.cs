using System.Globalization;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>A gesture that can be made.</summary>
/// <param name="Key">Stable; the id of one's own.</param>
/// <param name="Text">What it is.</param>
/// <param name="Size">From 1, the smallest and least risky, to 5.</param>
/// <param name="IsOwn">It was added to the worksheet.</param>
public sealed record Rung(string Key, string Text, int Size, bool IsOwn);

/// <summary>What to do next, and why.</summary>
/// <param name="Rung">The gesture; null where nothing is to be done yet.</param>
/// <param name="NotBefore">A day to wait for; null where it can be made today.</param>
/// <param name="Reason">Why this one.</param>
public sealed record NextGesture(Rung? Rung, DateOnly? NotBefore, string Reason);

/// <summary>Gestures from small to large, and which comes next: one larger after a step toward us, the same or a smaller one after none, a smaller one after a pause where they hit back.</summary>
internal static class Ladder
{
    public const string SmallTalk = "small-talk", Coffee = "coffee", Theirs = "theirs", View = "view";
    public const int Largest = 5;
    private const int AWeek = 7, Pause = 14, Silence = 14;

    private static readonly (string Key, int Size)[] Given = [(SmallTalk, 1), (Coffee, 3), (Theirs, 4), (View, Largest)];

    public static string Of(string key) => key switch
    {
        SmallTalk => T("Small talk"),
        Coffee => T("Coffee, to talk about it"),
        Theirs => T("“Would you like to offer your view?”"),
        View => T("“May I offer another view?”"),
        _ => T("a gesture of one's own"),
    };

    public static IReadOnlyList<Rung> All(SheetWords words) => [.. Given.Select(g => new Rung(g.Key, Of(g.Key), g.Size, false)).Concat(words.Rungs.Select(r => new Rung(r.Id.ToString(), r.Text, r.Size, true))).OrderBy(r => r.Size).ThenBy(r => r.IsOwn)];

    public static IEnumerable<Gesture> InOrder(SheetWords words) => words.Gestures.Select((g, i) => (Gesture: g, Nth: i)).OrderBy(g => g.Gesture.On).ThenBy(g => g.Nth).Select(g => g.Gesture);

    public static NextGesture Next(SheetWords words, DateOnly today)
    {
        // To ask for theirs answers a no to ours: nobody climbs over it.
        var (all, made) = (All(words), InOrder(words).ToList());
        var climbed = all.Where(r => r.Key != Theirs).ToList();
        if (made is not [.., var last]) return new(climbed[0], null, T("Begin with the smallest: it risks least."));
        if (last.Response is not { } response)
            return new(null, null, today.DayNumber - last.On.DayNumber >= Silence ? T("Two weeks without a word are an answer: note that they turned away.") : T("Wait for what comes back, and note it before the next one."));
        var on = last.RespondedOn ?? last.On;
        var (same, smaller) = (all.FirstOrDefault(r => r.Key == last.Rung) ?? climbed.Last(r => r.Size <= Math.Max(last.Size, climbed[0].Size)), climbed.LastOrDefault(r => r.Size < last.Size) ?? climbed[0]);
        return response switch
        {
            Response.Toward when climbed.Find(r => r.Size > last.Size) is { } larger => new(larger, null, T("They came toward you: one step larger.")),
            Response.Toward => new(same, null, T("They came toward you on the largest step there is: do it again, and settle the matter itself.")),
            _ when last.Rung == View => new(all.First(r => r.Key == Theirs), null, T("They did not want your view: ask for theirs.")),
            Response.Away when made is [.., { Response: Response.Away } before, _] && before.Size == last.Size => new(smaller, Later(on.AddDays(AWeek), today), T("They let it pass twice: a smaller one, a week later.")),
            Response.Away => new(same, Later(on.AddDays(AWeek), today), T("They let it pass: the same again, a week later.")),
            _ => new(smaller, Later(on.AddDays(Pause), today), T("They hit back: a smaller one, after a pause of two weeks.")),
        };
    }

    public static IReadOnlyList<Choice> Sizes => [.. Enumerable.Range(1, Largest).Select(s => new Choice(s.ToString(CultureInfo.InvariantCulture), s switch { 1 => T("1, the smallest"), Largest => T("5, the largest"), _ => s.ToString(CultureInfo.CurrentCulture) }))];

    private static DateOnly? Later(DateOnly day, DateOnly today) => day > today ? day : null;
}
