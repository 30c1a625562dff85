using System.Globalization;
using Coxswain.Insight.Diagnosis;
using Coxswain.Insight.Statistics;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Briefing;

/// <summary>Puts a verdict into sentences a manager could say aloud. Says no more than the verdict holds.</summary>
internal sealed class BriefWording(Verdict verdict, Func<string, string> name, string currency, bool wholeOrganisation, bool isOwn)
{
    public string Sentence() => verdict.Answer switch
    {
        Answer.NotEnoughData => T("There is not enough data yet to compare people."),
        Answer.NoDetectableDifference => T("People do not differ detectably."),
        Answer.OnlyVolumeDiffers => T("In win rate, deal size and speed, people do not differ detectably."),
        _ when verdict.Lead is { } lead => lead.Worth is { Low: > 0 } worth
            ? $"{Gap(lead)} {T("Closing that gap is worth {0} to {1} a quarter.", BriefWords.Money(worth.Low, currency), BriefWords.Money(worth.High, currency))}" : Gap(lead),
        _ when wholeOrganisation => T("People differ, but nobody is clearly behind the others."),
        _ => isOwn ? T("You are not detectably behind your peers.") : T("Nobody in this team is detectably behind their peers."),
    };

    public IReadOnlyList<string> Why()
    {
        if (verdict.Answer is Answer.NotEnoughData) return [Needed()];
        var why = new List<string> { Basis() };
        if (verdict.Answer is Answer.OnlyVolumeDiffers) why.Add(T("They differ in how many deals they open or are given: a question of leads and territory."));
        if (verdict.Answer is not Answer.PeopleDiffer) return why;
        if (Other() is { } other) why.Add(other);
        why.Add(Process());
        return why;
    }

    private string Gap(Finding finding)
    {
        if (isOwn) return Own(finding);
        var who = Names(finding.People);
        var many = finding.People.Count;
        return finding.Component switch
        {
            Component.WinRate when finding.Stage is { } stage => N(many, "{1} loses more deals at {2} than peers would with the same deals.", "{1} lose more deals at {2} than peers would with the same deals.", who, stage),
            Component.WinRate => N(many, "{1} wins fewer deals than peers would with the same deals.", "{1} win fewer deals than peers would with the same deals.", who),
            Component.Value => N(many, "{1} wins smaller deals than peers would with the same mix.", "{1} win smaller deals than peers would with the same mix.", who),
            Component.Cycle => N(many, "{1} takes longer to a decision than peers would with the same deals.", "{1} take longer to a decision than peers would with the same deals.", who),
            _ => N(many, "{1} opens fewer deals than the others: look at leads and territory first.", "{1} open fewer deals than the others: look at leads and territory first.", who),
        };
    }

    private static string Own(Finding finding) => finding.Component switch
    {
        Component.WinRate when finding.Stage is { } stage => T("You lose more deals at {0} than peers would with the same deals.", stage),
        Component.WinRate => T("You win fewer deals than peers would with the same deals."),
        Component.Value => T("You win smaller deals than peers would with the same mix."),
        Component.Cycle => T("You take longer to a decision than peers would with the same deals."),
        _ => T("You open fewer deals than the others: look at leads and territory first."),
    };

    private string Basis() => T("From {0} deals of {1} people since {2}; product, segment and source are taken out first, since they are assigned.",
        Count(verdict.Deals), Count(verdict.People), verdict.Window.From.ToString("MMMM yyyy", CultureInfo.CurrentCulture));

    private static string Needed() => T("People are compared from {0} of them on, each with at least {1} closed deals. Import more history, or come back when more deals are decided.", Minima.People, Minima.Deals(Component.WinRate));

    private string? Other()
    {
        var others = verdict.Findings.Where(f => f != verdict.Lead).Select(Gap).ToList();
        return others.Count == 0 ? null : string.Join(" ", others);
    }

    private string Process()
    {
        var common = verdict.Spread.Common;
        return common > 0.5
            ? T("About {0} of what differs from one result to the next is common to all: process, customers and chance.", common.ToString("P0", CultureInfo.CurrentCulture))
            : T("About {0} of what differs between results are lasting differences between people.", verdict.Spread.People.ToString("P0", CultureInfo.CurrentCulture));
    }

    private string Names(IReadOnlyList<string> people)
    {
        const int most = 3;
        var names = people.Take(most).Select(name).ToList();
        if (people.Count > most) return T("{0} and {1} more", string.Join(", ", names), people.Count - most);
        return names.Count == 1 ? names[0] : T("{0} and {1}", string.Join(", ", names[..^1]), names[^1]);
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
