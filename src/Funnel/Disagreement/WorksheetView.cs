using System.Text.Json.Serialization;
using Coxswain.Customers.Service.Guard;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Disagreement;

/// <summary>A disagreement in a list of one's own.</summary>
public sealed record WorksheetLine
{
    public required Guid Id { get; init; }

    /// <summary>With whom; null where it cannot be read.</summary>
    public string? With { get; init; }
    public string? Issue { get; init; }
    public DateOnly? Since { get; init; }
    public DateOnly? EndedOn { get; init; }
    public int Gestures { get; init; }

    /// <summary>Of those that came back, so many turned toward.</summary>
    public int Toward { get; init; }
    public int Answered { get; init; }

    /// <summary>What comes next; null where nothing does.</summary>
    public NextGesture? Next { get; init; }

    /// <summary>Gestures do not solve it.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Who let the viewer read it; null for one's own.</summary>
    public string? Author { get; init; }

    /// <summary>The key it was closed with is not on this machine.</summary>
    public bool IsLocked { get; init; }
}

/// <summary>A disagreement, for whoever wrote it and whom they let read it.</summary>
public sealed record WorksheetView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required bool IsLocked { get; init; }
    public required string Author { get; init; }

    /// <summary>With whom: the name as it is now.</summary>
    public string? With { get; init; }
    public Guid? PersonId { get; init; }
    public Guid? TeamId { get; init; }
    public string? Name { get; init; }

    /// <summary>Whom it is with works here no longer.</summary>
    public bool HasLeft { get; init; }
    public string? Issue { get; init; }
    public DateOnly? Since { get; init; }
    public int? TimesAWeek { get; init; }
    public string? MyNeed { get; init; }
    public string? TheirNeed { get; init; }

    /// <summary>The way things are arranged causes it; null is unknown, and likewise the next two.</summary>
    public bool? IsStructural { get; init; }

    /// <summary>Somebody cannot do what their work asks for.</summary>
    public bool? IsAbility { get; init; }

    /// <summary>Somebody means harm.</summary>
    public bool? IsBadFaith { get; init; }

    /// <summary>One of the three is so: gestures do not solve it.</summary>
    public bool IsExcluded { get; init; }
    public DateOnly? EndedOn { get; init; }
    public string? Ending { get; init; }

    /// <summary>Gestures that can be made, the smallest first.</summary>
    public IReadOnlyList<Rung> Ladder { get; init; } = [];

    /// <summary>Those that were made, the latest first.</summary>
    public IReadOnlyList<GestureView> Gestures { get; init; } = [];

    /// <summary>What to do next; null where gestures do not solve it or it has ended.</summary>
    public NextGesture? Next { get; init; }

    /// <summary>By month, the earliest first.</summary>
    public IReadOnlyList<GestureMonth> Months { get; init; } = [];
    public int Answered { get; init; }
    public int Toward { get; init; }

    /// <summary>Of those that were answered, the share that turned toward; null below five.</summary>
    public Ratio? TowardShare { get; init; }
    public Guid? MediatorId { get; init; }
    public string? Mediator { get; init; }

    [JsonIgnore]
    public bool IsOwn { get; init; }

    [JsonIgnore]
    public IReadOnlyList<Choice> People { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<Choice> Teams { get; init; } = [];

    [JsonIgnore]
    public DateOnly Today { get; init; }

    internal string Url => $"/disagreements/{Id}";

    /// <summary>The gesture whose response is asked for: the latest.</summary>
    internal GestureView? Latest => Gestures is [var first, ..] ? first : null;
}

/// <summary>A gesture that was made.</summary>
/// <param name="Id">By which its response is noted.</param>
/// <param name="Rung">What it was.</param>
/// <param name="Size">From 1 to 5.</param>
/// <param name="Text">What exactly was said or done.</param>
/// <param name="On">When.</param>
/// <param name="Response">How they met it; null while nothing came back.</param>
/// <param name="RespondedOn">When.</param>
/// <param name="Note">What they said or did.</param>
public sealed record GestureView(Guid Id, string Rung, int Size, string? Text, DateOnly On, Response? Response, DateOnly? RespondedOn, string? Note);

/// <summary>Gestures of a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Count">How many.</param>
/// <param name="MeanSize">Their mean size; null where there was none.</param>
public sealed record GestureMonth(DateOnly Month, int Count, double? MeanSize);
