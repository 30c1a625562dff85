namespace Coxswain.Insight.Diagnosis;

/// <summary>Cuts the deals of a window into the observations of each component.</summary>
internal static class Samples
{
    public static Sample WinRate(IReadOnlyList<BriefDeal> deals, Roster roster, BriefWindow window)
    {
        var closed = deals.Where(d => d.ClosedIn(window)).ToArray();
        bool[] won = [.. closed.Select(d => d.Ending == Ending.Won)];
        var n = Count(closed, roster);
        var wins = Count([.. closed.Where(d => d.Ending == Ending.Won)], roster);
        return new(Component.WinRate, new WinLikelihood(won), Factors(closed, roster, d => Quarter(d.Closed!.Value)),
            WinLikelihood.Share, Ones(closed.Length), n, [.. n.Select((count, i) => count == 0 ? null : (double?)wins[i] / count)]);
    }

    public static Sample Value(IReadOnlyList<BriefDeal> deals, Roster roster, BriefWindow window)
    {
        var won = deals.Where(d => d.Ending == Ending.Won && d.ClosedIn(window) && d.Amount > 0).ToArray();
        var likelihood = new ValueLikelihood([.. won.Select(d => Math.Log(d.Amount!.Value))]);
        return new(Component.Value, likelihood, Factors(won, roster, d => Quarter(d.Closed!.Value)),
            x => Math.Exp(x + likelihood.Within / 2), Ones(won.Length), Count(won, roster), Means(won, roster, d => d.Amount!.Value));
    }

    public static Sample Cycle(IReadOnlyList<BriefDeal> deals, Roster roster, BriefWindow window)
    {
        var watched = deals.Where(d => d.WatchedIn(window)).ToArray();
        var decided = watched.Where(d => d.ClosedIn(window)).ToArray();
        var likelihood = new CycleLikelihood(
            [.. watched.Select(d => d.Opened < window.From ? Math.Log(window.From.DayNumber - d.Opened!.Value.DayNumber) : Baseline.Start)],
            [.. watched.Select(d => Math.Log(d.Days(window)))], [.. watched.Select(d => d.ClosedIn(window))]);
        return new(Component.Cycle, likelihood, Factors(watched, roster, d => Quarter(d.Opened!.Value)),
            x => Math.Exp(x) * likelihood.MeanDays, Ones(watched.Length), Count(decided, roster), Means(decided, roster, d => d.Days(window)));
    }

    /// <summary>Log days of decided deals alone: the witness of the cycle, blind to deals left open.</summary>
    public static Sample Decided(IReadOnlyList<BriefDeal> deals, Roster roster, BriefWindow window)
    {
        var decided = deals.Where(d => d.WatchedIn(window) && d.ClosedIn(window)).ToArray();
        var likelihood = new ValueLikelihood([.. decided.Select(d => Math.Log(d.Days(window)))]);
        return new(Component.Cycle, likelihood, Factors(decided, roster, d => Quarter(d.Closed!.Value)),
            Math.Exp, Ones(decided.Length), Count(decided, roster), Means(decided, roster, d => d.Days(window)));
    }

    /// <summary>One observation per person and calendar month at work.</summary>
    public static Sample Volume(IReadOnlyList<BriefDeal> deals, Roster roster, BriefWindow window)
    {
        var cells = roster.AtWork.SelectMany((work, person) => work is { } w ? Months(person, w.From, w.To) : []).ToArray();
        var place = cells.Select((c, i) => (c, i)).ToDictionary(x => (x.c.Person, x.c.Month), x => x.i);
        var opened = new int[cells.Length];
        foreach (var deal in deals.Where(d => d.Opened is { } day && day <= window.End))
        {
            var person = roster[deal.Person];
            if (roster.AtWork[person] is not { } work || deal.Opened < work.From || deal.Opened > work.To) continue;
            opened[place[(person, Month(deal.Opened!.Value))]]++;
        }

        var n = new int[roster.People.Length];
        for (var i = 0; i < cells.Length; i++) n[cells[i].Person] += opened[i];
        var first = cells.Length == 0 ? 0 : cells.Min(c => c.Month);
        double[] days = [.. cells.Select(c => c.Days)];
        var season = new Factor([.. cells.Select(c => c.Month - first)], cells.Length == 0 ? 0 : cells.Max(c => c.Month) - first + 1);
        return new(Component.Volume, new VolumeLikelihood(opened, days),
            [season, .. People([.. cells.Select(c => c.Person)], roster)], x => Math.Exp(x) * Roster.Quarter, days, n,
            [.. n.Select((count, i) => roster.Quarters(i) > 0 ? count / roster.Quarters(i) : (double?)null)]);
    }

    private static Factor[] Factors(BriefDeal[] deals, Roster roster, Func<BriefDeal, int> season) =>
    [
        Keys(deals, d => d.Product ?? "", mix: true), Keys(deals, d => d.Segment ?? "", mix: true), Keys(deals, d => d.Source ?? "", mix: true),
        Keys(deals, season, mix: false), .. People([.. deals.Select(d => roster[d.Person])], roster),
    ];

    private static Factor[] People(int[] person, Roster roster) =>
        [new([.. person.Select(p => roster.Group[p])], roster.Groups), new(person, roster.People.Length)];

    private static Factor Keys<T>(BriefDeal[] deals, Func<BriefDeal, T> key, bool mix) where T : notnull
    {
        var levels = new Dictionary<T, int>();
        int[] level = [.. deals.Select(d => levels.TryGetValue(key(d), out var l) ? l : levels[key(d)] = levels.Count)];
        return new(level, levels.Count, mix);
    }

    private static IEnumerable<(int Person, int Month, double Days)> Months(int person, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to;)
        {
            var next = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            var last = next.AddDays(-1) < to ? next.AddDays(-1) : to;
            yield return (person, Month(day), last.DayNumber - day.DayNumber + 1);
            day = next;
        }
    }

    private static int Month(DateOnly day) => day.Year * 12 + day.Month;

    private static int Quarter(DateOnly day) => day.Year * 4 + (day.Month - 1) / 3;

    private static double[] Ones(int n) => [.. Enumerable.Repeat(1.0, n)];

    private static int[] Count(BriefDeal[] deals, Roster roster)
    {
        var n = new int[roster.People.Length];
        foreach (var deal in deals) n[roster[deal.Person]]++;
        return n;
    }

    private static double?[] Means(BriefDeal[] deals, Roster roster, Func<BriefDeal, double> figure)
    {
        var means = new double?[roster.People.Length];
        foreach (var person in deals.GroupBy(d => roster[d.Person])) means[person.Key] = person.Average(figure);
        return means;
    }
}
