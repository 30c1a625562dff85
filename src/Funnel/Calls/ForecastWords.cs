using System.Globalization;
using Coxswain.Funnel.Calls.Changes;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Calls;

/// <summary>A number in words: the one sentence, why, and what things are called.</summary>
internal static class ForecastWords
{
    /// <summary>What one would say aloud.</summary>
    public static string Answer(ForecastView of)
    {
        var stands = of.Sums;
        if (of.IsPast) return T("{0} was won by then, and {1} more committed.", Money(of, stands.Won.Amount), Money(of, stands.Commit.Amount));
        if (of.Period.IsClosed) return Closed(of);
        if (of.IsMe && of.Mine is { } mine) return Called(of, mine);
        if (of.IsMe) return stands.Sure == 0 ? T("Nothing is won or committed for {0} yet.", of.Period.Name) : T("{0} is won and {1} committed. What do you call?", Money(of, stands.Won.Amount), Money(of, stands.Commit.Amount));
        if (of.Theirs is { } theirs && of.Mine is { } yours) return theirs.Commit == yours.Commit ? T("{0} called {1}, as you did.", of.Name, Money(of, theirs.Commit)) : T("{0} called {1}, you called {2}.", of.Name, Money(of, theirs.Commit), Money(of, yours.Commit));
        return T("{0} has won {1}, and {2} more is committed.", of.Name, Money(of, stands.Won.Amount), Money(of, stands.Commit.Amount));
    }

    /// <summary>What stands behind the sentence.</summary>
    public static string Why(ForecastView of) => string.Join(" ", new[]
    {
        of.Target switch { null => T("No target is set."), { } target when of.Gap <= 0 => T("The target of {0} is reached by what is won and committed.", Money(of, target)), { } target => T("The target is {0}; {1} is missing after what is won and committed.", Money(of, target), Money(of, of.Gap!.Value)) },
        !of.IsPast && !of.Period.IsClosed && of.Sums.BestCase.Deals > 0 ? T("{0} more is best case.", Money(of, of.Sums.BestCase.Amount)) : null, of.NotAdded,
    }.OfType<string>());

    public static string Kicker(ForecastView of)
    {
        var left = of.Period.To.DayNumber - of.AsOf.DayNumber;
        var when = of.Period.IsClosed ? T("closed") : of.AsOf < of.Period.From ? T("still to come") : left == 0 ? T("last day") : N(left, "one day left", "{0} days left");
        return string.Join(" · ", new[] { of.IsMe ? T("Forecast") : T("Forecast of {0}", of.Name), of.Period.Name, when });
    }

    public static string Name(Place place) => place switch
    {
        Place.Won => T("Won"),
        Place.Commit => T("Commit"),
        Place.BestCase => T("Best case"),
        Place.Pipeline => T("Pipeline"),
        Place.Unplaced => T("Stage not recorded"),
        _ => T("Left out"),
    };

    public static string Name(ChangeReason reason) => reason switch
    {
        ChangeReason.New => T("New"),
        ChangeReason.PulledIn => T("Pulled in"),
        ChangeReason.CameOver => T("Came over from others"),
        ChangeReason.Reopened => T("Opened again"),
        ChangeReason.AmountUp => T("Amount up"),
        ChangeReason.AmountDown => T("Amount down"),
        ChangeReason.Category => T("Category or stage changed"),
        ChangeReason.Won => T("Won"),
        ChangeReason.PushedOut => T("Pushed out"),
        ChangeReason.HandedOver => T("Handed over to others"),
        ChangeReason.Lost => T("Lost"),
        ChangeReason.NoDecision => T("No decision"),
        _ => T("Exchange rate"),
    };

    /// <summary>What changed between two days, in a sentence.</summary>
    public static string Answer(ChangesView of)
    {
        var (change, since) = (of.Now.Total - of.Then.Total, of.Call is null ? DayText.Short(of.From, of.Today) : T("the call of {0}", DayText.Short(of.From, of.Today)));
        if (of.Reasons.Count == 0) return T("Nothing changed in {0} since {1}.", of.Period.Name, since);
        if (change == 0) return T("As much stands in {0} as at {1}.", of.Period.Name, since);
        var most = of.Reasons.Where(r => r.Change.Total != 0 && r.Change.Total < 0 == change < 0).MaxBy(r => Math.Abs(r.Change.Total));
        var amount = MoneyText.Of(Math.Abs(change), of.Currency);
        var said = change < 0 ? T("{0} less stands in {1} than at {2}.", amount, of.Period.Name, since) : T("{0} more stands in {1} than at {2}.", amount, of.Period.Name, since);
        return most is null ? said : $"{said} {T("Most of it: {0}, {1}.", Lower(Name(most.Reason)), N(most.Deals, "one deal", "{0} deals"))}";
    }

    /// <summary>A change with its sign; nothing where there is none.</summary>
    public static string Signed(long change, string currency) => change == 0 ? "" : (change > 0 ? "+" : "\u2212") + MoneyText.Of(Math.Abs(change), currency);

    private static string Closed(ForecastView of)
    {
        var called = of.Theirs ?? of.Mine;
        if (called is null) return T("{0} closed with {1}.", of.Period.Name, Money(of, of.Sums.Won.Amount));
        var off = of.Sums.Won.Amount - called.Commit;
        return off == 0 ? T("{0} closed with {1}, as called.", of.Period.Name, Money(of, of.Sums.Won.Amount)) : off > 0 ? T("{0} closed with {1}, {2} more than called.", of.Period.Name, Money(of, of.Sums.Won.Amount), Money(of, off)) : T("{0} closed with {1}, {2} less than called.", of.Period.Name, Money(of, of.Sums.Won.Amount), Money(of, -off));
    }

    private static string Called(ForecastView of, CallView mine)
    {
        var open = mine.Commit - of.Sums.Sure;
        if (of.Sums.PastItsDay.Amount > 0) return T("You called {0}; {1} of what is committed or best case is past its day.", Money(of, mine.Commit), Money(of, of.Sums.PastItsDay.Amount));
        return open > 0 ? T("You called {0}; {1} of it is neither won nor committed yet.", Money(of, mine.Commit), Money(of, open)) : T("You called {0}, and that much is won or committed.", Money(of, mine.Commit));
    }

    private static string Lower(string text) => char.ToLower(text[0], CultureInfo.CurrentCulture) + text[1..];

    private static string Money(ForecastView of, long minor) => MoneyText.Of(minor, of.Currency);
}
