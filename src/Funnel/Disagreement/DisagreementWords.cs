using System.Globalization;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>Disagreements in words.</summary>
internal static class DisagreementWords
{
    public static string Of(Response? response) => response switch { Response.Toward => T("toward you"), Response.Away => T("away: they let it pass"), Response.Against => T("against: they hit back"), _ => T("nothing came back yet") };

    public static Tone ToneOf(Response? response) => response switch { Response.Toward => Tone.Good, Response.Against => Tone.Bad, Response.Away => Tone.Warn, _ => Tone.Plain };

    public static IReadOnlyList<Choice> Responses => [.. Enum.GetValues<Response>().Select(r => new Choice(r.ToString(), Of(r)))];

    public static IReadOnlyList<Choice> YesNo => [new("false", T("no")), new("true", T("yes"))];

    public static string Of(TurfState state) => state switch { TurfState.Open => T("nothing is done yet"), TurfState.Acting => T("being seen to"), _ => T("settled") };

    public static Tone ToneOf(TurfState state) => state switch { TurfState.Open => Tone.Bad, TurfState.Acting => Tone.Warn, _ => Tone.Good };

    public static IReadOnlyList<Choice> States => [.. Enum.GetValues<TurfState>().Select(s => new Choice(s.ToString(), Of(s)))];

    /// <summary>How long it has gone on, in its largest unit; null where that is unknown.</summary>
    public static string? AgeOf(DateOnly? since, DateOnly today)
    {
        if (since is not { } from) return null;
        var months = (today.Year - from.Year) * 12 + today.Month - from.Month - (today.Day < from.Day ? 1 : 0);
        return months >= 24 ? N(months / 12, "going on for one year", "going on for {0} years") : months >= 1 ? N(months, "going on for one month", "going on for {0} months") : T("going on for less than a month");
    }

    public static string Size(int size) => string.Join(' ', Enumerable.Range(1, Ladder.Largest).Select(s => s <= size ? "●" : "○"));

    public static string Month(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A month in figures.</summary>
    public static string Said(GestureMonth month) => month.MeanSize is { } size ? T("{0}, mean size {1}", month.Count, size.ToString("0.0", CultureInfo.CurrentCulture)) : T("none");

    /// <summary>How often they came toward, with its range where there is enough to say one.</summary>
    public static string Toward(WorksheetView sheet) => sheet switch
    {
        { TowardShare: { } share } => T("{0} of {1} ({2} to {3})", sheet.Toward, sheet.Answered, share.Low.ToString("P0", CultureInfo.CurrentCulture), share.High.ToString("P0", CultureInfo.CurrentCulture)),
        { Answered: 0 } => T("nothing came back yet"),
        _ => T("{0} of {1}; from five on a range is given", sheet.Toward, sheet.Answered),
    };

    /// <summary>What comes next, in a line.</summary>
    public static string Next(NextGesture next, DateOnly today) => next switch
    {
        { Rung: null } => T("What came back?"),
        { NotBefore: { } day } => T("Next, from {0}: {1}", DayText.Short(day, today), next.Rung.Text),
        _ => T("Next: {0}", next.Rung.Text),
    };
}
