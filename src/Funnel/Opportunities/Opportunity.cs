using Coxswain.Funnel.Stages;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Mirroring;
namespace Coxswain.Funnel.Opportunities;

/// <summary>A chance to sell something to an account. What lists and forecasts need of its past is kept in <see cref="OpportunityState"/>.</summary>
[Tracked("opportunity"), Under("account", nameof(AccountId))]
internal sealed class Opportunity : Entity, IMirrored, IOwned, ISearchable, IRemovable, IOnTimeline, IBegan, IHasPast, IHasCustomFields
{
    public required string Name { get; set; }
    public required Guid OwnerId { get; set; }

    /// <summary>Unknown on some imported deals: kept and marked, never invented.</summary>
    public Guid? AccountId { get; set; }
    public required Guid StageId { get; set; }

    /// <summary>The end of <see cref="StageId"/>'s stage, kept here so that lists of open deals need no join.</summary>
    [Derived]
    public required StageEnd End { get; set; }

    /// <summary>Minor units of <see cref="Currency"/>; null is unknown, never 0.</summary>
    public long? Amount { get; set; }
    public required string Currency { get; set; }

    /// <summary>Set by a person; null takes the stage's.</summary>
    public ForecastCategory? Category { get; set; }

    /// <summary>New business, expansion or renewal.</summary>
    public BusinessKind Business { get; set; }

    /// <summary>When the customer is expected to decide; for a closed deal, when it was decided.</summary>
    public DateOnly? CloseOn { get; set; }

    /// <summary>First day it was worked on; null where nobody knows.</summary>
    public DateOnly? OpenedOn { get; set; }

    /// <summary>Day it was won, lost or given up; null while open.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Where it came from, in the organisation's own words.</summary>
    public string? Source { get; set; }

    /// <summary>Why it was lost or given up.</summary>
    [ClearedBy(nameof(End))]
    public string? ClosedBecause { get; set; }

    /// <summary>The product that stands for it in figures: its largest line.</summary>
    public Guid? MainProductId { get; set; }

    /// <summary>The list its prices come from; null takes the products' own.</summary>
    public Guid? PriceListId { get; set; }

    /// <summary>The process it follows; null is the standard one.</summary>
    public Guid? ProcessId { get; set; }

    /// <summary>Since when it follows that, where it was put on it later than it came: it goes by the edition of then.</summary>
    [Derived]
    public DateTime? FollowsSince { get; set; }
    public string? SourceId { get; set; }
    public string? CustomFields { get; set; }
    public DateTime? RemovedAt { get; set; }

    /// <summary>Since when it is in its stage; null where nobody knows.</summary>
    [Derived]
    public DateTime? StageSince { get; set; }

    /// <summary>The state row that is open now.</summary>
    [Derived]
    public Guid StateId { get; private set; }

    /// <summary>Since when that row is true.</summary>
    [Derived]
    public DateTime StateSince { get; private set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }

    /// <summary>The whole known past, where an import or a generator gives it; written with the row itself.</summary>
    internal IReadOnlyList<OpportunityState>? KnownHistory;

    /// <summary>How it became what it is, where the whole past is known.</summary>
    public IReadOnlyList<PastChange> Past { get; internal set; } = [];

    /// <summary>The act has written the intervals of this save itself.</summary>
    internal bool IsHistoryWritten;

    /// <summary>The row that is open from here on.</summary>
    internal void IsNow(OpportunityState state) => (StateId, StateSince) = (state.Id, state.From);

    /// <summary>Puts it into another stage, or at an end.</summary>
    /// <param name="stage">Where to; its name and the old one go into history.</param>
    /// <param name="from">The name of the stage it leaves.</param>
    /// <param name="now">When.</param>
    public void MoveTo(Stage stage, string from, DateTime now)
    {
        if (stage.Id == StageId) return;
        Record(OpportunityMoved.Of(from, stage) with { OccurredAt = now });
        Stand(stage, now);
    }

    /// <summary>Puts it into another stage without a word: for a past that is told as a whole.</summary>
    internal void Stand(Stage stage, DateTime now)
    {
        StageId = stage.Id;
        End = stage.End;
        StageSince = now;
        ClosedOn = stage.End is StageEnd.Open ? null : DateOnly.FromDateTime(now);
        if (stage.End is not StageEnd.Open) CloseOn = ClosedOn;
        else ClosedBecause = null;
    }

    /// <summary>Puts it into another currency: the number that people read stays. The price list is in the old one, so it goes.</summary>
    public void Restate(string currency)
    {
        if (currency == Currency) return;
        Amount = Platform.Money.Minor.Restate(Amount, Currency, currency);
        (Currency, PriceListId) = (currency, null);
    }

    internal DateTime StartOfDay(DateTime now) => OpenedOn is { } opened && opened < DateOnly.FromDateTime(now) ? OpportunityHistory.Start(opened) : now;

    public DateTime? BeganAt => OpenedOn?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public Guid? TimelineId => AccountId;

    public IReadOnlyDictionary<string, decimal?> Numbers => new Dictionary<string, decimal?> { ["Amount"] = Amount is { } minor ? (decimal)Platform.Money.Minor.ToMajor(minor, Currency) : null };

    public SearchWords? Words => RemovedAt is not null ? null : new(Name, "", $"{Source} {CustomValues.Words(CustomFields)}", $"/opportunities/{Id}");
}

/// <summary>An opportunity went to another stage or end.</summary>
internal sealed record OpportunityMoved(string From, string To, string End) : News("opportunity.moved")
{
    public static OpportunityMoved Of(string from, Stage to) => new(from, to.Name, to.End.ToString());
}
