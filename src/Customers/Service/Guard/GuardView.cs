using System.Text.Json.Serialization;
namespace Coxswain.Customers.Service.Guard;

/// <summary>Whether satisfaction held while service heard opportunities.</summary>
public enum GuardVerdict { NoTipsYet, NotEnough, Held, Unclear, Fell }

/// <summary>A calendar month of the guard.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Satisfied">Of the ratings given in it, how many were good; null below five.</param>
/// <param name="Rated">How many ratings there were.</param>
/// <param name="Tips">Heard in it.</param>
/// <param name="Taken">Of those, taken as deals.</param>
public sealed record GuardMonth(DateOnly From, Ratio? Satisfied, int Rated, int Tips, int Taken);

/// <summary>Satisfaction beside the growth of tips.</summary>
public sealed record GuardView
{
    public required IReadOnlyList<GuardMonth> Months { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<GuardVerdict>))]
    public required GuardVerdict Verdict { get; init; }

    /// <summary>The month of the first tip: what was rated before it is "before".</summary>
    public DateOnly? Since { get; init; }
    public Ratio? Before { get; init; }
    public Ratio? After { get; init; }

    /// <summary>How much satisfaction rose, with the bounds of that; a fall is below zero.</summary>
    public double? Rise { get; init; }
    public double? RiseLow { get; init; }
    public double? RiseHigh { get; init; }

    /// <summary>Tips that wait for the viewer's word, counted along with all others.</summary>
    [JsonIgnore]
    public int ToDecide { get; init; }

    /// <summary>A fall of less than this is no fall; from 0 to 1.</summary>
    public required double MostDrop { get; init; }

    /// <summary>Ratings that were entered by whoever they are about.</summary>
    public required int OwnWord { get; init; }
    public int Rated => Months.Sum(m => m.Rated);

    /// <summary>So few people are rated that the figure would be about one of them: it is shown to their line alone.</summary>
    public bool IsHidden { get; init; }

    public int TipsLately => Months.TakeLast(6).Sum(m => m.Tips);

    public int TipsBefore => Months.SkipLast(6).TakeLast(6).Sum(m => m.Tips);

    /// <summary>Held: the lower bound of the change is above the drop that counts. Fell: its upper bound is below zero.</summary>
    internal static GuardView Of(IReadOnlyList<GuardMonth> months, IReadOnlyDictionary<DateOnly, int> good, DateOnly? since, double mostDrop, int ownWord)
    {
        var view = new GuardView { Months = months, Verdict = GuardVerdict.NoTipsYet, MostDrop = mostDrop, OwnWord = ownWord, Since = since };
        if (since is not { } first) return view;
        Ratio? Ratio(Func<GuardMonth, bool> of) => Guard.Ratio.Of(months.Where(of).Sum(m => good.GetValueOrDefault(m.From)), months.Where(of).Sum(m => m.Rated));
        view = view with { Verdict = GuardVerdict.NotEnough, Before = Ratio(m => m.From < first), After = Ratio(m => m.From >= first) };
        if (view is not { Before: { } before, After: { } after }) return view;
        var (rise, low, high) = Guard.Ratio.Rise(before, after);
        return view with { Rise = rise, RiseLow = low, RiseHigh = high, Verdict = high < 0 ? GuardVerdict.Fell : low >= -mostDrop ? GuardVerdict.Held : GuardVerdict.Unclear };
    }
}
