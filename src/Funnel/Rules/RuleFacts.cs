using Coxswain.Funnel.Efforts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Reviews;
using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Rules;

/// <summary>Everything rules may ask of a deal, as it stands or stood on a day. Pages read it of one deal, the background of many.</summary>
internal sealed record RuleFacts
{
    /// <summary>Its plan on that day, begun or not.</summary>
    public required DealPlan Plan { get; init; }
    public required Guid StageId { get; init; }
    public required Guid OwnerId { get; init; }

    /// <summary>What a person called it, or its stage.</summary>
    public required ForecastCategory Category { get; init; }
    /// <summary>New business, expansion or renewal.</summary>
    public BusinessKind? Business { get; init; }
    public required string? Source { get; init; }
    public required DateOnly? CloseOn { get; init; }
    public required DateOnly? OpenedOn { get; init; }
    public required DateOnly? StageSince { get; init; }
    public required bool HasStep { get; init; }

    /// <summary>When the next step is due; null where there is none, or no day.</summary>
    public required DateOnly? StepOn { get; init; }

    /// <summary>What the next step is called.</summary>
    public string? Step { get; init; }

    /// <summary>The last day we were in touch about it or with its account; null where we never were.</summary>
    public required DateOnly? TouchedOn { get; init; }

    /// <summary>Steps of the customer in its stage that nothing shows.</summary>
    public required int Missing { get; init; }

    /// <summary>What was decided and negotiated.</summary>
    public DealBeyond Beyond { get; init; } = DealBeyond.Nothing;

    /// <summary>The last stage of its way before the end.</summary>
    public Guid? LastStage { get; init; }

    /// <summary>How long own won deals took; null where that is not known of the day.</summary>
    public StallRule? Times { get; init; }

    /// <summary>What we did for its customer and they did, in the 90 days up to it; null without an account, and where nobody asked, as on the page of the deal.</summary>
    public EffortFact? Effort { get; init; }

    /// <summary>What is known of whether to go for it; null where nobody asked, as on the page of the deal.</summary>
    public PursuitFacts? Pursuit { get; init; }

    /// <summary>How far the work on it is; null where nobody asked.</summary>
    public DealWork? Work { get; init; }

    /// <summary>How far it is whom we want; null where nothing asks, or there is nobody to ask of.</summary>
    public FitScore? Fit { get; init; }

    /// <summary>It is, or it is not; null where what nobody knows could change it.</summary>
    public bool? FitHolds => Fit?.Verdict switch { FitVerdict.Fits => true, FitVerdict.FitsNot => false, _ => null };

    /// <summary>The next planned meeting, or the one that is asked about.</summary>
    public WorkMeeting? Meeting => Work?.Meeting(Day);

    /// <summary>When they last had a new leader, or merged, since somebody looked through the plan; null where they did not.</summary>
    // By when it was noted: what nobody knew, nobody thought of.
    public DateOnly? Upheaval => Work?.Upheavals.Where(u => Keys.MomentOf(u.Id) > Thought).Select(u => (DateOnly?)u.On).Max();

    private DateTime Thought => Plan.Looks is [var last, ..] ? Keys.MomentOf(last.Id) : Plan.Said(PlanField.Begun) is { } begun ? Keys.MomentOf(begun.Id) : DateTime.MinValue;

    /// <summary>What took something off the price in the last stage.</summary>
    public IEnumerable<GrantLine> Late => Beyond.Granted.Where(g => g.IsPriced && g.StageId == LastStage);

    /// <summary>Why it takes long; null where it does not, or too little is known.</summary>
    public string? Slow => OpenedOn is { } opened ? Times?.Slow(opened, Day) : null;

    /// <summary>Whether it is open longer than own won deals took: <c>no</c>, <c>half</c> or <c>most</c>; null where too little is known.</summary>
    public string? Pace => (Times is { } known ? known.Half : Pursuit?.Times.WonHalf) is not { } half || (Times is { } all ? all.Days : Pursuit?.Times.WonMost) is not { } most || OpenedOn is not { } opened ? null : Day.DayNumber - opened.DayNumber is var open && open > most ? "most" : open > half ? "half" : "no";

    /// <summary>The values of the organisation's own fields, as the row keeps them.</summary>
    public string? CustomFields { get; init; }

    public DateOnly Day => Plan.Today;

    /// <summary>Of what is known of whether to go for a deal, and nothing beside.</summary>
    public static RuleFacts Of(PursuitFacts facts) => Of(facts.Deal, facts.Plan, new PlanBeside([], [], [], 0) { StaleAfter = facts.Plan.StaleAfter, Category = facts.Deal.Category ?? default }) with { Pursuit = facts, Fit = facts.Fit };

    /// <summary>Of a deal whose page is open.</summary>
    public static RuleFacts Of(OpportunityView deal, DealPlan plan, PlanBeside beside) => new()
    {
        Plan = plan, StageId = deal.StageId, OwnerId = deal.OwnerId, Category = beside.Category, Business = deal.Business, Source = deal.Source, CloseOn = deal.CloseOn, OpenedOn = deal.OpenedOn, StageSince = deal.StageSince is { } since ? DateOnly.FromDateTime(since) : null,
        HasStep = deal.NextStep is not null, StepOn = deal.NextStepOn, Step = deal.NextStep, TouchedOn = beside.Touched, Missing = beside.Missing, Beyond = beside.Beyond, Work = beside.Work, Fit = beside.Work?.Fit(deal), LastStage = beside.LastStage, Times = beside.Times, Effort = beside.Effort, Pursuit = beside.Pursuit?.At(deal, plan, past: null), CustomFields = deal.CustomFields,
    };
}
