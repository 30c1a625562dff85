namespace Coxswain.Insight.Diagnosis;

/// <summary>What was known of a deal at the end of a window: a decision after it has not happened yet.</summary>
internal static class BriefDealDates
{
    public static bool ClosedIn(this BriefDeal deal, BriefWindow window) =>
        deal.Ending != Ending.Open && deal.Closed >= window.From && deal.Closed <= window.End;

    /// <summary>Open for at least half a day of the window, with known dates.</summary>
    public static bool WatchedIn(this BriefDeal deal, BriefWindow window)
    {
        if (deal.Opened is not { } opened || opened > window.End || deal.Closed < opened) return false;
        if (deal.Ending != Ending.Open && deal.Closed is null) return false;
        var entry = Math.Max(0, window.From.DayNumber - opened.DayNumber);
        return deal.Days(window) > entry;
    }

    public static double Days(this BriefDeal deal, BriefWindow window)
    {
        var until = deal.Ending != Ending.Open && deal.Closed <= window.End ? deal.Closed.Value : window.End;
        return Math.Max(0.5, until.DayNumber - deal.Opened!.Value.DayNumber);
    }
}
