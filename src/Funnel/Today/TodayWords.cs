using System.Globalization;
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
            return N(customers, "One customer waits for you.", "{1} customers wait for you.", Word(customers)) + " " + T("{0} first: {1}", Bidi.Isolated(first.Customer), Sentence(first.Title));
        }
        if (today.Due.Count > 0) return N(today.Due.Count, "One thing is due.", "{1} things are due.", Word(today.Due.Count)) + " " + T("First: {0}", Sentence(today.Due[0].Title));
        if (today.Deals.Agreed.First is [var agreed, ..]) return N(today.Deals.Agreed.Count, "One thing agreed with a customer is due.", "{1} things agreed with customers are due.", Word(today.Deals.Agreed.Count)) + " " + T("{0} first: {1}", Bidi.Isolated(agreed.Deal.Account ?? agreed.Deal.Name), Sentence(agreed.Due.Text));
        if (today.Deals.Next.First is [var next, ..] && today.Deals.Passed.Count + today.Deals.NoStep.Count == 0) return T("Nothing is due.") + " " + T("Best next for {0}: {1}", Bidi.Isolated(next.Deal.Account ?? next.Deal.Name), Sentence(next.Act));
        if (today.Tips is [var tip, ..]) return T("Nothing is due.") + " " + N(today.Tips.Count, "One tip from service waits for your word", "{1} tips from service wait for your word", Word(today.Tips.Count)) + (tip.AccountName is { } at ? T(", {0} first.", Bidi.Isolated(at)) : ".");
        if (today.Deals.Passed.First is [var late, ..]) return T("Nothing is due.") + " " + N(today.Deals.Passed.Count, "One decision day has passed", "{1} decision days have passed", Word(today.Deals.Passed.Count)) + T(", {0} first.", Bidi.Isolated(late.Account ?? late.Name));
        if (today.Deals.NoStep.First is [var stepless, ..]) return T("Nothing is due.") + " " + N(today.Deals.NoStep.Count, "One deal has no next step", "{1} deals have no next step", Word(today.Deals.NoStep.Count)) + T(", {0} first.", Bidi.Isolated(stepless.Account ?? stepless.Name));
        if (today.Deals.Quiet.First is [var quiet, ..]) return T("Nothing is due.") + " " + N(today.Deals.Quiet.Count, "One deal has gone quiet", "{1} deals have gone quiet", Word(today.Deals.Quiet.Count)) + T(", {0} first.", Bidi.Isolated(quiet.Account ?? quiet.Name));
        return T("Nothing waits for you today.");
    }

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
        _ => count.ToString("N0", CultureInfo.CurrentCulture),
    };

    private static string Sentence(string title)
    {
        // German nouns keep their capitals.
        var lowers = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "de";
        var text = lowers && title.Length > 1 && char.IsUpper(title[0]) && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
        return text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!') ? text : text + ".";
    }
}
