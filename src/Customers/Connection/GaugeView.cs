using Coxswain.Customers.Favours;
namespace Coxswain.Customers.Connection;

/// <summary>How close an account and we are, from what was logged and what they said.</summary>
public sealed record GaugeView
{
    public required Guid AccountId { get; init; }
    public required string Account { get; init; }

    /// <summary>Twelve times thirty days, the oldest first.</summary>
    public required IReadOnlyList<GaugeMonth> Months { get; init; }
    public required TouchTrend Trend { get; init; }

    /// <summary>Mean length of calls and meetings of the last twelve months in minutes; null where none was said.</summary>
    public required double? MeanMinutes { get; init; }

    /// <summary>Of how many calls and meetings the length is known.</summary>
    public required int Timed { get; init; }

    /// <summary>Calls and meetings of the last twelve months.</summary>
    public required int CallsAndMeetings { get; init; }

    /// <summary>Contacts we were in touch with in the last ninety days.</summary>
    public required int PeopleReached { get; init; }

    /// <summary>Contacts known there.</summary>
    public required int PeopleKnown { get; init; }

    /// <summary>When we were first in touch.</summary>
    public required DateOnly? FirstTouch { get; init; }

    /// <summary>Where their deals stood when we were first in touch about them.</summary>
    public required IReadOnlyList<FirstStage> FirstStages { get; init; }

    /// <summary>How different they find us, 1 to 5, the latest first.</summary>
    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>What we gave them, the latest first.</summary>
    public required IReadOnlyList<FavourView> Favours { get; init; }
    public required bool MayAdd { get; init; }
    public required DateOnly Today { get; init; }
}

/// <summary>Thirty days of being in touch.</summary>
/// <param name="From">The first day.</param>
/// <param name="Theirs">They began.</param>
/// <param name="Ours">We began.</param>
/// <param name="Unsaid">Nobody said who began.</param>
public sealed record GaugeMonth(DateOnly From, int Theirs, int Ours, int Unsaid)
{
    internal int All => Theirs + Ours + Unsaid;
}

/// <summary>How different from others they found us on a day, from 1, the same, to 5, quite different.</summary>
public sealed record Difference(DateOnly On, int Of5);
