using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Going for a deal in words.</summary>
internal static class PursuitWords
{
    public static string Choice(PursuitChoice choice) => choice switch { PursuitChoice.Pursue => T("go for it"), PursuitChoice.Watch => T("watch it"), _ => T("leave it") };

    public static Tone ToneOf(PursuitChoice choice) => choice switch { PursuitChoice.Pursue => Tone.Good, PursuitChoice.Watch => Tone.Warn, _ => Tone.Plain };

    public static string Status(int status) => status switch { 1 => T("not looking"), 2 => T("looking"), 3 => T("comparing"), _ => T("deciding") };

    public static string Interest(int interest) => interest switch { 1 => T("no interest"), 2 => T("little interest"), 3 => T("some interest"), _ => T("much interest") };

    public static string Label(PursuitField field) => field switch { PursuitField.Status => T("Where they are in buying"), PursuitField.Interest => T("Interest"), PursuitField.Chance => T("Chance, as stated"), _ => T("Hours beside the talks, as stated") };

    public static string Question(PursuitField field) => field switch { PursuitField.Status => T("Where are they in buying?"), PursuitField.Interest => T("How much interest do they show?"), PursuitField.Chance => T("How likely is it, of 100?"), _ => T("How many hours went into it beside the talks?") };

    public static string Why(PursuitField field) => field switch
    {
        PursuitField.Status => T("Before they look, a push pushes them away."),
        PursuitField.Interest => T("Look at it before you ask for a decision: asked too early, they say no."),
        PursuitField.Chance => T("As you see it today; what you said before stays beside it."),
        _ => T("Offers, drawings, trips, talks among us: time that other deals do not get."),
    };

    public static string Said(PursuitField field, int? value) => (field, value) switch
    {
        (_, null) => T("unknown"),
        (PursuitField.Status, { } status) => Status(status),
        (PursuitField.Interest, { } interest) => Interest(interest),
        (PursuitField.Chance, { } chance) => T("{0} of 100", chance),
        (_, { } hours) => N(hours, "one hour", "{0} hours"),
    };

    /// <summary>The words one chooses from; none where it is a number.</summary>
    public static IReadOnlyList<Choice> Values(PursuitField field) => field switch
    {
        PursuitField.Status => [.. Enumerable.Range(1, 4).Select(v => new Choice($"{v}", Status(v)))],
        PursuitField.Interest => [.. Enumerable.Range(1, 4).Select(v => new Choice($"{v}", Interest(v)))],
        _ => [],
    };

    public static IReadOnlyList<Choice> Choices => [new("Pursue", T("go for it"), T("with time and people")), new("Watch", T("watch it"), T("until more is known")), new("Leave", T("leave it"), T("well and early"))];

    public static string Minutes(int minutes) => minutes < 60 ? N(minutes, "one minute", "{0} minutes") : T("{0} h {1} min", minutes / 60, minutes % 60);
}
