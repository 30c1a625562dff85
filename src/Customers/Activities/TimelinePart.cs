using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
namespace Coxswain.Customers.Activities;

/// <summary>What a timeline can be narrowed to.</summary>
public enum TimelineSort { Touches, Notes, Files, Changes }

/// <summary>Which record's timeline is asked for, and what of it.</summary>
public sealed record TimelineInput
{
    // So many are read at once; what is older is asked for with the date it goes on at.
    private const int AtOnce = 500;

    // Of changes and of touches each 20,000 are looked through: a lifetime of most records, within a bounded number of statements.
    private const int AtOnceSearched = 5_000;
    private const int MostReads = 4;

    public Guid Id { get; init; }
    public TimelineSort? Sort { get; init; }

    /// <summary>Words that all have to stand in an entry.</summary>
    public string? Q { get; init; }

    /// <summary>Only what was until then.</summary>
    public DateTime? Before { get; init; }

    /// <summary>So many changes of that very moment were told already.</summary>
    public int Changes { get; init; }

    /// <summary>Likewise of touches.</summary>
    public int Touches { get; init; }

    /// <summary>Reads it. Where words are looked for everything is gone through, however far back, and only what has them all is kept.</summary>
    public async Task<TimelineRead> ReadAsync(Func<TimelinePart, Task<TimelineRead>> read)
    {
        var part = new TimelinePart(Sort, Before is { } at ? new(at, Math.Max(0, Changes), Math.Max(0, Touches)) : null, AtOnce);
        var words = Folding.Fold(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return await read(part);
        var found = new List<TimelineItem>();
        // An entry is put into words after it was read, some of it sealed: no statement could look through them.
        for (var reads = 1; ; reads++)
        {
            var some = await read(part with { Most = AtOnceSearched, ToSearch = true });
            found.AddRange(some.Items.Where(i => Holds(i, words)));
            if (some.Earlier is null || found.Count >= AtOnce || reads == MostReads) return new(found, some.Earlier);
            part = part with { From = some.Earlier };
        }
    }

    private static bool Holds(TimelineItem item, string[] words)
    {
        var text = Folding.Fold($"{item.Title} {item.Note} {item.Said} {item.Chip} {item.Unshown}");
        return words.All(w => text.Contains(w, StringComparison.Ordinal));
    }
}

/// <summary>Where a timeline goes on.</summary>
/// <param name="At">At what was then, and goes back.</param>
/// <param name="Changes">So many of the moment were told: an import may know days alone, and a day then holds more than is read at once.</param>
/// <param name="Touches">Likewise.</param>
public sealed record TimelineFrom(DateTime At, int Changes, int Touches);

/// <summary>What of a timeline is read: of one sort, from a moment back, so much at most.</summary>
/// <param name="Sort">All of it, where nobody says.</param>
/// <param name="From">From now, where nobody says.</param>
/// <param name="Most">Of events and of touches each.</param>
public sealed record TimelinePart(TimelineSort? Sort, TimelineFrom? From, int Most)
{
    /// <summary>Words are looked for, also in what is not shown.</summary>
    public bool ToSearch { get; init; }
    public DateTime Before => From?.At ?? DateTime.MaxValue;

    /// <summary>Puts together what was read, each list the latest first and of so many at most.</summary>
    /// <returns>What there is, the latest first, and where to go on where there is more.</returns>
    public TimelineRead Of(IReadOnlyList<TimelineMoment> events, IReadOnlyList<TimelineMoment> touches)
    {
        // Beyond the earliest of a list that was cut short, the other one would stand alone.
        var (lastEvent, lastTouch) = (events.Count < Most ? (DateTime?)null : events[^1].At, touches.Count < Most ? (DateTime?)null : touches[^1].At);
        var earlier = lastEvent is null ? lastTouch : lastTouch is null || lastEvent > lastTouch ? lastEvent : lastTouch;
        var items = events.Concat(touches).Where(i => i.Item is not null).ToList();
        // What is of the very moment may have been cut apart, so it comes with what was before; unless there is nothing else.
        var whole = items.Where(i => !(i.At <= earlier)).OrderByDescending(i => i.At).Select(i => i.Item!).ToList();
        if (earlier is not { } at) return new(whole, null);
        if (whole.Count > 0) return new(whole, new(at, 0, 0));
        var told = From?.At == at ? From : new(at, 0, 0);
        return new([.. items.Where(i => i.At == at).Select(i => i.Item!)], new(at, told.Changes + events.Count(i => i.At == at), told.Touches + touches.Count(i => i.At == at)));
    }
}

/// <summary>An entry and its moment; none for what says nothing of its own.</summary>
public sealed record TimelineMoment(DateTime At, TimelineItem? Item);

/// <summary>Entries, the latest first, and where to go on where there is more.</summary>
public sealed record TimelineRead(IReadOnlyList<TimelineItem> Items, TimelineFrom? Earlier);
