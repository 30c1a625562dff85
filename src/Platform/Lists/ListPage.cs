namespace Coxswain.Platform.Lists;

/// <summary>A page of a list.</summary>
/// <param name="Rows">At most <see cref="ListRequest.PageSize"/>.</param>
/// <param name="Next">What the next page begins after; null at the end.</param>
/// <param name="Count">All matching rows, counted no further than <see cref="Cap"/>.</param>
public sealed record ListPage<TRow>(IReadOnlyList<TRow> Rows, string? Next, int Count)
{
    /// <summary>The rows put together, where the request asked for groups, a board or a calendar; <see cref="Rows"/> then holds the first of each.</summary>
    public IReadOnlyList<ListGroup<TRow>>? Groups { get; init; }

    /// <summary>The month a calendar shows.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Grouping.CalendarMonth? Month { get; init; }

    /// <summary>Groups beyond those shown.</summary>
    public int MoreGroups { get; init; }

    /// <summary>Of a board whose cards are moved: the version of each row whose card the viewer may move.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyDictionary<object, int>? Movable { get; init; }

    /// <summary>Counting stops here: a list says "1,000+".</summary>
    public const int Cap = 1000;

    /// <summary>On the first page of what changed since a moment: the records that are there no more, or that the caller may read no longer as their own history shows.</summary>
    public IReadOnlyList<Guid>? Gone { get; init; }

    /// <summary>What to ask from next time, on the first page of what changed since a moment.</summary>
    public DateTime? Until { get; init; }
}

/// <summary>Rows that have the same answer, or the same month or day.</summary>
/// <param name="Key">The answer as a filter takes it, a month as yyyy-MM, a day as yyyy-MM-dd; null for unknown.</param>
/// <param name="Count">All rows of the group.</param>
/// <param name="Sums">What those come to, by column and currency.</param>
/// <param name="Rows">The first of them.</param>
public sealed record ListGroup<TRow>(string? Key, int Count, IReadOnlyList<ListSum> Sums, IReadOnlyList<TRow> Rows);

/// <summary>What rows come to in one column.</summary>
/// <param name="Column">Its id.</param>
/// <param name="Currency">Of amounts; null for plain numbers.</param>
/// <param name="Known">Rows whose number is known.</param>
/// <param name="Sum">Minor units where <paramref name="IsMinor"/>.</param>
/// <param name="IsMinor">Whether it is in minor units.</param>
public sealed record ListSum(string Column, string? Currency, int Known, double Sum, bool IsMinor);
