using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Processes.Lessons;

/// <summary>What was decided of a lesson.</summary>
public enum LessonVerdict
{
    /// <summary>The process is to change by it.</summary>
    Adopted,

    /// <summary>It is tried for a while.</summary>
    Tried,

    /// <summary>It stays as it is.</summary>
    Left,
}

/// <summary>That those who sell looked together at what the deals teach, and when they do so again.</summary>
[Tracked(Kinds.LessonMeeting)]
internal sealed class LessonMeeting : Entity
{
    public required DateOnly HeldOn { get; init; }

    /// <summary>When the next one is due.</summary>
    public required DateOnly NextOn { get; set; }
    public required Guid SaidById { get; init; }
}

/// <summary>One thing that was learned, and what was decided.</summary>
[Tracked(Kinds.Lesson)]
internal sealed class Lesson : Entity, IOnTimeline
{
    public required Guid MeetingId { get; init; }

    /// <summary>What was learned, in the words of then.</summary>
    public required string What { get; init; }

    /// <summary>Which proposal of the figures it answers; null where somebody said it.</summary>
    public string? Proposal { get; init; }
    public required LessonVerdict Verdict { get; init; }
    public required Guid SaidById { get; init; }

    public Guid? TimelineId => MeetingId;
}
