using System.Globalization;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>What looks odd about the days of a file: figures of time would tell of whoever tidied up, and not of selling.</summary>
internal static class Oddities
{
    // So many on one day, so many times what is usual on a day, and such a share of all: then somebody closed them at once.
    private const int Fewest = 20, Times = 8;
    private const double Share = 0.02;
    private const int Told = 3;

    /// <param name="closed">How many rows were closed on each day.</param>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<DateOnly, int> closed)
    {
        if (closed.Count < 2) return [];
        var (all, counts) = (closed.Values.Sum(), closed.Values.Order().ToList());
        var usual = counts[counts.Count / 2];
        return
        [
            .. closed.Where(d => d.Value >= Fewest && d.Value >= usual * Times && d.Value >= all * Share).OrderByDescending(d => d.Value).Take(Told)
                .Select(d => T("{0} rows are closed on {1} alone, {2} on a usual day: probably tidied up at once, so how long they took says little.", d.Value.ToString("N0", CultureInfo.CurrentCulture), DayText.Full(d.Key), usual)),
        ];
    }
}
