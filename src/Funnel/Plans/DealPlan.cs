using System.Text.Json.Serialization;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Plans.Looks;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Plans;

/// <summary>The plan of a deal as pages and the API show it, as of a day.</summary>
public sealed record DealPlan
{
    /// <summary>So many days where an organisation says nothing else.</summary>
    internal const int UsualStaleAfter = 30;

    /// <summary>A plan that nobody has looked through is to be, so many days after it was begun.</summary>
    public const int ReviewAfter = 28;

    public required Guid DealId { get; init; }
    public required string Deal { get; init; }
    public required Guid? AccountId { get; init; }
    public required string? Account { get; init; }

    /// <summary>The day it is read on.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>A judgement older than so many days has aged and is asked again.</summary>
    public int StaleAfter { get; init; } = UsualStaleAfter;
    public required bool IsOpen { get; init; }
    public required bool MayEdit { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>; null is unknown.</summary>
    [JsonIgnore]
    public long? Minor { get; init; }
    public required string Currency { get; init; }

    /// <summary>Who decides, each once, with every part they have.</summary>
    public required IReadOnlyList<PlanPerson> People { get; init; }

    /// <summary>What else the customer could do: always these four.</summary>
    public required IReadOnlyList<PlanAlternative> Alternatives { get; init; }

    /// <summary>Other suppliers that are known by name, each as the customer sees it.</summary>
    public IReadOnlyList<PlanAlternative> Rivals { get; init; } = [];

    /// <summary>What is said of the deal as a whole.</summary>
    public required IReadOnlyList<PlanSaid> Says { get; init; }

    /// <summary>What is to be won, the latest version first.</summary>
    public IReadOnlyList<ObjectiveView> Objectives { get; init; } = [];
    public IReadOnlyList<StrengthView> Strengths { get; init; } = [];

    /// <summary>Open actions with what they aim at.</summary>
    public IReadOnlyList<PlanAction> Actions { get; init; } = [];

    /// <summary>Actions that were done in the last 30 days, the latest first.</summary>
    public IReadOnlyList<PlanDone> Done { get; init; } = [];

    /// <summary>A step was done in these days, so that the plan goes on though the next one is not agreed yet.</summary>
    [JsonIgnore]
    public bool HasStepped { get; init; }

    /// <summary>On how many different days it was to be decided so far.</summary>
    public int DecisionDays { get; init; }

    /// <summary>What to look out for, the weightiest first; muted ones come last.</summary>
    public IReadOnlyList<PlanWarning> Warnings { get; init; } = [];

    /// <summary>The one question that would change most; null where none is open.</summary>
    public PlanQuestion? Question { get; init; }

    /// <summary>How deals with a plan like this ended here; null where nothing can be told, and once it has ended.</summary>
    public Odds.PlanChance? Chance { get; init; }

    /// <summary>Each time somebody looked through it, the latest first.</summary>
    public IReadOnlyList<PlanLooked> Looks { get; init; } = [];

    /// <summary>It follows from the answers and from the deal; null where no plan is begun.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<PlanStatus>))]
    public PlanStatus? Status => !IsBegun ? null : !IsOpen ? PlanStatus.Closed : With(DealPart.Approver).Any(p => p.Said(PlanField.Gain)?.Text is not null) && (HasStepped || Actions.Any(a => a.DueOn is not null)) ? PlanStatus.Active : PlanStatus.Draft;

    /// <summary>When somebody last looked through it; null while nobody did.</summary>
    public DateOnly? ReviewedOn => Looks is [var last, ..] ? last.On : null;

    /// <summary>When it is to be looked through; null where nobody is reminded, and once the deal has ended.</summary>
    public DateOnly? NextReviewDue => !IsOpen || Said(PlanField.Begun) is not { } begun ? null : Looks is [var last, ..] ? last.NextOn : begun.On.AddDays(ReviewAfter);

    public bool IsBegun => Says.Any(s => s.Field is PlanField.Begun);

    public PlanScores Scores => _scored.Of(this);

    // Worked out once, however many rules ask; a copy with something else in it works out its own.
    private readonly Scored _scored = new();

    private sealed class Scored
    {
        private (DealPlan Of, PlanScores Scores)[] _last = [];

        public PlanScores Of(DealPlan plan)
        {
            if (_last is [var last] && ReferenceEquals(last.Of, plan)) return last.Scores;
            var scores = PlanScores.Of(plan);
            _last = [(plan, scores)];
            return scores;
        }

        // Two plans with the same in them are the same, whichever was asked.
        public override bool Equals(object? obj) => obj is Scored;
        public override int GetHashCode() => 0;
    }

    internal string Url => $"/opportunities/{DealId}/plan";

    internal ObjectiveView? Objective => Objectives.Count == 0 ? null : Objectives[0];

    internal IEnumerable<PlanPerson> With(DealPart part) => People.Where(p => p.Parts.Any(x => x.Part == part));

    internal PlanSaid? Said(PlanField field) => Says.FirstOrDefault(s => s.Field == field && s.Topic is null);

    internal PlanPerson? Person(Guid? id) => People.FirstOrDefault(p => p.Id == id);

    internal IEnumerable<PlanWarning> Open => Warnings.Where(w => w.Muted is null);
}

/// <summary>How far a plan is: its first three answers are not all there yet, they are, or its deal has ended.</summary>
public enum PlanStatus { Draft, Active, Closed }

/// <summary>One judgement.</summary>
public sealed record PlanSaid
{
    public required Guid Id { get; init; }

    /// <summary>About whom of the map; null for an alternative and for the deal.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>About which alternative or warning.</summary>
    public string? Topic { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<PlanField>))]
    public required PlanField Field { get; init; }
    public int? Value { get; init; }
    public string? Text { get; init; }
    public Guid? WhoId { get; init; }

    /// <summary>Who of us, by name.</summary>
    public string? Who { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<PlanGround>))]
    public PlanGround? Ground { get; init; }
    public required DateOnly On { get; init; }
    public string? By { get; init; }

    /// <summary>When it was taken off; null while it counts.</summary>
    [JsonIgnore]
    public DateTime? GoneAt { get; init; }

    internal bool IsOld(DealPlan plan) => plan.Today.DayNumber - On.DayNumber > plan.StaleAfter;

    internal bool SaysNothing => Value is null && Text is null && WhoId is null;
}

/// <summary>Something else the customer could do.</summary>
/// <param name="Code">Which: <c>supplier</c>, <c>money</c>, <c>nothing</c> or <c>inside</c>; of a supplier known by name <c>supplier:</c> and the name.</param>
/// <param name="Says">What is judged of it.</param>
public sealed record PlanAlternative(string Code, IReadOnlyList<PlanSaid> Says)
{
    /// <summary>In the order they are shown.</summary>
    public static readonly IReadOnlyList<string> Codes = ["nothing", "supplier", "inside", "money"];

    /// <summary>What the code of a supplier known by name begins with.</summary>
    public const string Named = "supplier:";

    /// <summary>More suppliers than these are in no decision.</summary>
    public const int MostNamed = 8;

    internal static bool Is(string? topic) => topic is not null && (Codes.Contains(topic) || IsNamed(topic));

    internal static bool IsNamed(string? topic) => topic is not null && topic.StartsWith(Named, StringComparison.Ordinal) && topic.Length > Named.Length && !string.IsNullOrWhiteSpace(topic[Named.Length..]);

    internal PlanSaid? Said(PlanField field) => Says.FirstOrDefault(s => s.Field == field);
}

/// <summary>A version of what is to be won. Amounts are in whole units of the currency.</summary>
public sealed record ObjectiveView
{
    public required Guid Id { get; init; }
    public required string What { get; init; }
    public int? Quantity { get; init; }
    public decimal? Amount { get; init; }
    public required string Currency { get; init; }
    public string? Place { get; init; }
    public required DateOnly On { get; init; }
    public string? Statement { get; init; }
    public string? Because { get; init; }
    public DateOnly? SaidOn { get; init; }
    public string? By { get; init; }

    /// <summary>What the five tests miss in it.</summary>
    public IReadOnlyList<string> Missing => ObjectiveLints.Of(this);
}

/// <summary>A strength that counts here.</summary>
public sealed record StrengthView
{
    public required Guid Id { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<StrengthKind>))]
    public required StrengthKind Kind { get; init; }
    public required string Text { get; init; }
    public Guid? PersonId { get; init; }
    public string? SoWhat { get; init; }
    public string? Proof { get; init; }

    /// <summary>The warning it takes away, by its code.</summary>
    public string? AimsAt { get; init; }
    public required DateOnly On { get; init; }
    public string? By { get; init; }

    /// <summary>When it was taken off; null while it counts.</summary>
    [JsonIgnore]
    public DateTime? GoneAt { get; init; }
}

/// <summary>Something to look out for.</summary>
/// <param name="Code">Which rule found it, and of whom.</param>
/// <param name="Text">What.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Act">The best thing to do about it; null where it is settled by saying something.</param>
/// <param name="Weight">The higher the graver.</param>
public sealed record PlanWarning(string Code, string Text, string Why, string? Act, int Weight)
{
    public Guid? PersonId { get; init; }

    /// <summary>The field of the deal that settles it; null where none does.</summary>
    public string? Settles { get; init; }

    /// <summary>Who muted it, when and why; null while it is shown.</summary>
    public PlanSaid? Muted { get; init; }

    /// <summary>Open actions that aim at it.</summary>
    public int Actions { get; init; }
}
