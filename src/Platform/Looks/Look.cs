using Coxswain.Platform.Data;
namespace Coxswain.Platform.Looks;

/// <summary>
/// Who looked at figures about whom: one row a day, viewer, person and kind of figure, however often they looked. It is that person's to
/// read and nobody else's, administrators included.
/// </summary>
public sealed class Look : Entity
{
    /// <summary>Kept this long, where nobody set anything.</summary>
    public const int Months = 12;

    /// <summary>Its time limit's name.</summary>
    public const string Retained = "looks";

    /// <summary>Who looked; <see cref="Guid.Empty"/> is the operator at the command line.</summary>
    public required Guid ViewerId { get; init; }

    /// <summary>Whom the figures are about.</summary>
    [PointsAt(StaysBecause = "it says what was looked at")]
    public required Guid SubjectId { get; init; }

    /// <summary>Stable name of what was looked at, such as <c>brief</c>; its words are a <see cref="LookName"/>.</summary>
    public required string What { get; init; }

    /// <summary>The day in the organisation's time zone.</summary>
    public required DateOnly Day { get; init; }
    public required int Count { get; set; }
    public required DateTime FirstAt { get; init; }
    public required DateTime LastAt { get; set; }
}

/// <summary>What people call a figure that was looked at. Registered as a service by the module that shows it.</summary>
/// <param name="What">As in <see cref="Look.What"/>.</param>
/// <param name="Label">In the reader's language, through T.</param>
public sealed record LookName(string What, Func<string> Label);
