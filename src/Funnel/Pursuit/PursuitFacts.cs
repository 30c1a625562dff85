using System.Text.Json.Serialization;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
namespace Coxswain.Funnel.Pursuit;

/// <summary>What is known of a deal when one asks whether to go for it.</summary>
internal sealed record PursuitFacts
{
    public required OpportunityView Deal { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>How far it fits; null while there is no profile, or no account and nothing is asked of deals.</summary>
    public required FitScore? Fit { get; init; }
    public int? FitEdition { get; init; }

    /// <summary>The profile asks something of each deal, too.</summary>
    public bool AsksDeals { get; init; }

    /// <summary>The questions of the profile that nobody can answer yet.</summary>
    public IReadOnlyList<string> Unasked { get; init; } = [];

    /// <summary>The latest of each field.</summary>
    public required IReadOnlyList<PursuitSaid> Says { get; init; }

    /// <summary>Where they were in buying when we first knew; null where nobody asked.</summary>
    public PursuitSaid? FirstStatus { get; init; }

    /// <summary>Who decides, as its plan has it.</summary>
    public required DealPlan Plan { get; init; }
    public required PursuitSpent Spent { get; init; }
    public required OwnTimes Times { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<PursuitDecided> Decisions { get; init; }

    /// <summary>From so many of 100, as stated, it is among those to be closed.</summary>
    public required int CloseOutChance { get; init; }

    internal PursuitSaid? Said(PursuitField field) => Says.FirstOrDefault(s => s.Field == field);

    internal int? Value(PursuitField field) => Said(field)?.Value;

    internal PursuitDecided? Latest => Decisions.Count == 0 ? null : Decisions[0];

    /// <summary>Of the four roles, those of which somebody is known.</summary>
    internal IReadOnlyList<DealPart> RolesKnown => [.. Enum.GetValues<DealPart>().Where(part => Plan.With(part).Any(p => !p.IsUnknown))];

    internal IReadOnlyList<DealPart> RolesMissing => [.. Enum.GetValues<DealPart>().Except(RolesKnown)];

    /// <summary>How urgent it is for them, as the plan has it.</summary>
    internal int? Urgency => Plan.Said(PlanField.Urgency)?.Value;

    internal int? DaysOpen => Deal.OpenedOn is { } opened ? Math.Max(0, (Deal.ClosedOn ?? Today).DayNumber - opened.DayNumber) : null;

    /// <summary>Whether each of the three holds; null is not known.</summary>
    internal bool? FitHolds => Fit?.Verdict switch { FitVerdict.Fits => true, FitVerdict.FitsNot => false, _ => null };

    internal bool? StatusHolds => Value(PursuitField.Status) is { } status ? status > 1 : null;

    /// <summary>Whoever approves it, and two more of the four.</summary>
    internal bool RolesHold => RolesKnown.Contains(DealPart.Approver) && RolesKnown.Count >= PursuitAdvisor.EnoughRoles;

    internal int Holding => new[] { FitHolds == true, StatusHolds == true, RolesHold }.Count(h => h);
}

/// <summary>What was decided of a deal, at a glance.</summary>
public sealed record PursuitGlance(PursuitChoice Choice, string Reason, DateOnly? AgainOn);

/// <summary>Something said of a deal.</summary>
/// <param name="Field">What about.</param>
/// <param name="Value">Null where nobody knows.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="On">The day it is of.</param>
/// <param name="By">Who said so.</param>
public sealed record PursuitSaid([property: JsonConverter(typeof(JsonStringEnumConverter<PursuitField>))] PursuitField Field, int? Value, string? Evidence, DateOnly On, string? By);

/// <summary>What went into a deal so far.</summary>
/// <param name="Talks">Calls, meetings, mails and messages about it.</param>
/// <param name="Timed">Of these, those whose minutes are noted.</param>
/// <param name="Minutes">Minutes of these.</param>
/// <param name="People">People of ours who were in touch about it.</param>
/// <param name="Hours">Hours beside that, as stated; null where nobody said.</param>
public sealed record PursuitSpent(int Talks, int Timed, int Minutes, int People, int? Hours);

/// <summary>A decision with the figures it was taken on.</summary>
public sealed record PursuitDecided
{
    public required Guid Id { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<PursuitChoice>))]
    public required PursuitChoice Choice { get; init; }
    public required string Reason { get; init; }
    public string? StopRule { get; init; }
    public DateOnly? AgainOn { get; init; }
    public required DateOnly On { get; init; }
    public string? By { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<PursuitChoice>))]
    public required PursuitChoice Advised { get; init; }
    public int? FitScore { get; init; }
    public int? FitUnknown { get; init; }
    public int? Status { get; init; }
    public int? Interest { get; init; }
    public int? Chance { get; init; }
    public int RolesKnown { get; init; }
    public int Talks { get; init; }
    public int Minutes { get; init; }
    public int? Hours { get; init; }
    public int? DaysOpen { get; init; }
}
