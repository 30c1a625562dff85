using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Today;

/// <summary>The one sentence of the home screen: what waits, and what is first.</summary>
internal static class TodayWords
{
    public static string Answer(TodayView today)
    {
        var customers = today.Due.Select(t => t.Customer).OfType<string>().Distinct().Count();
        if (customers > 0)
        {
            var first = today.Due.First(t => t.Customer is not null);
            return Many(customers, "One customer waits for you.", "{0} customers wait for you.") + " " + T("{0} first: {1}", Bidi.Isolated(first.Customer), Sentence(first.Title));
        }
        if (today.Due.Count > 0) return Many(today.Due.Count, "One thing is due.", "{0} things are due.") + " " + T("First: {0}", Sentence(today.Due[0].Title));
        if (today.Passed is [var late, ..]) return T("Nothing is due.") + " " + Many(today.Passed.Count, "One decision day has passed", "{0} decision days have passed") + T(", {0} first.", Bidi.Isolated(late.Account ?? late.Name));
        if (today.NoStep is [var stepless, ..]) return T("Nothing is due.") + " " + Many(today.NoStep.Count, "One deal has no next step", "{0} deals have no next step") + T(", {0} first.", Bidi.Isolated(stepless.Account ?? stepless.Name));
        if (today.Quiet is [var quiet, ..]) return T("Nothing is due.") + " " + Many(today.Quiet.Count, "One deal has gone quiet", "{0} deals have gone quiet") + T(", {0} first.", Bidi.Isolated(quiet.Account ?? quiet.Name));
        return T("Nothing waits for you today.");
    }

    private static string Many(int count, string one, string many) => N(count, one, many.Replace("{0}", Word(count), StringComparison.Ordinal));

    // Small numbers are read as words; larger ones stay figures.
    private static string Word(int count) => count switch
    {
        2 => T("Two"),
        3 => T("Three"),
        4 => T("Four"),
        5 => T("Five"),
        6 => T("Six"),
        7 => T("Seven"),
        8 => T("Eight"),
        9 => T("Nine"),
        _ => "{0}",
    };

    private static string Sentence(string title)
    {
        var text = title.Length > 1 && char.IsUpper(title[0]) && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
        return text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!') ? text : text + ".";
    }
}
