using System.Text.Json.Serialization;
using Coxswain.Customers.Service.Guard;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Negotiation;

/// <summary>How a deal is negotiated: who with, what was named and granted, and what is left of the price.</summary>
public sealed record NegotiationView
{
    public required Guid DealId { get; init; }
    public required int Version { get; init; }

    /// <summary>Whether they know that it is being negotiated; null is unknown.</summary>
    public required bool? TheyKnow { get; init; }

    /// <summary>Whether whom we negotiate with may decide; null is unknown.</summary>
    public required bool? HasAuthority { get; init; }
    public Guid? CounterpartId { get; init; }
    public string? Counterpart { get; init; }
    public DateOnly? Since { get; init; }
    public required string Currency { get; init; }

    /// <summary>Before anything is granted, in whole units; null is unknown.</summary>
    public decimal? ListPrice => Whole(List);

    /// <summary>What is left of it after all that was granted; null where that cannot be worked out.</summary>
    public decimal? PocketPrice => Whole(Ledger.Left);

    /// <summary>What was granted of the list price, from 0 to 1; null where that cannot be worked out.</summary>
    public double? Discount => Ledger.Share;

    /// <summary>What we say when they ask what it costs.</summary>
    public string? PriceAnswer { get; init; }

    /// <summary>Figures that were named, the first one first.</summary>
    public required IReadOnlyList<AnchorView> Anchors { get; init; }

    /// <summary>What was granted, and what is thought of.</summary>
    public required IReadOnlyList<ConcessionView> Concessions { get; init; }

    /// <summary>Signs that it may fail.</summary>
    public required IReadOnlyList<SeenSignView> Signs { get; init; }

    /// <summary>Where we walk away; null where none is set.</summary>
    public required WalkAwayView? WalkAway { get; init; }

    /// <summary>What to look out for, the gravest first.</summary>
    public IReadOnlyList<NegotiationWarning> Warnings { get; init; } = [];

    [JsonIgnore]
    public OpportunityView Deal { get; init; } = null!;

    [JsonIgnore]
    public long? List { get; init; }

    [JsonIgnore]
    public bool MayEdit { get; init; }

    /// <summary>The viewer may say where we walk away.</summary>
    [JsonIgnore]
    public bool MaySetWalkAway { get; init; }

    /// <summary>The viewer decides who else reads it.</summary>
    [JsonIgnore]
    public bool MayName { get; init; }

    [JsonIgnore]
    public DateOnly Today { get; init; }

    [JsonIgnore]
    public IReadOnlyList<Choice> Contacts { get; init; } = [];

    /// <summary>Who can be named to read it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Choice> People { get; init; } = [];

    /// <summary>How deals with a sign ended.</summary>
    [JsonIgnore]
    public IReadOnlyList<SignFigure> Learned { get; init; } = [];

    /// <summary>Fields that the viewer's role leaves alone.</summary>
    [JsonIgnore]
    public IReadOnlySet<string> Locked { get; init; } = new HashSet<string>();

    /// <summary>What was granted last when the price came below where we walk away; null where it did not, and for whoever may not read that.</summary>
    public Guid? CrossedById => Deal.End is StageEnd.Open && WalkAway is { IsOpen: true, Minor: { } floor } walk && walk.Currency == Currency ? Ledger.Granted.FirstOrDefault(s => s.After < floor)?.Of.Id : null;

    internal PriceLedger Ledger => PriceLedger.Of(List, Currency, Concessions);

    internal string Url => $"/opportunities/{DealId}/negotiation";

    private decimal? Whole(long? minor) => minor is { } known ? (decimal)Platform.Money.Minor.ToMajor(known, Currency) : null;
}

/// <summary>A figure one side named.</summary>
public sealed record AnchorView
{
    public required Guid Id { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<PriceSide>))]
    public required PriceSide Side { get; init; }

    /// <summary>In whole units; null where the viewer's role does not see it.</summary>
    public decimal? Amount => Minor is { } minor ? (decimal)Platform.Money.Minor.ToMajor(minor, Currency) : null;
    public required string Currency { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>How whoever named it came to it.</summary>
    public string? Basis { get; init; }

    /// <summary>What it told us of their needs.</summary>
    public string? Learned { get; init; }

    [JsonIgnore]
    public long? Minor { get; init; }
}

/// <summary>Something granted, or that could be.</summary>
public sealed record ConcessionView
{
    public required Guid Id { get; init; }

    /// <summary>What we give.</summary>
    public required string Give { get; init; }

    /// <summary>What we get for it.</summary>
    public string? Get { get; init; }

    /// <summary>Off the price, in whole units.</summary>
    public decimal? Amount => Minor is { } minor ? (decimal)Platform.Money.Minor.ToMajor(minor, Currency) : null;

    /// <summary>Or in percent of the price before it.</summary>
    public double? Percent { get; init; }
    public required string Currency { get; init; }

    /// <summary>When it was granted; null while it is only thought of.</summary>
    public DateOnly? GrantedOn { get; init; }

    /// <summary>The stage of the deal then.</summary>
    public string? Stage { get; init; }

    /// <summary>That is the last stage before the end.</summary>
    public required bool IsLate { get; init; }
    public string? Because { get; init; }

    [JsonIgnore]
    public long? Minor { get; init; }
}

/// <summary>A sign that was seen on the deal.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Sign">Its stable name; <c>own</c> for one of our own.</param>
/// <param name="Text">What it is.</param>
/// <param name="On">When it was seen.</param>
public sealed record SeenSignView(Guid Id, string Sign, string Text, DateOnly On);

/// <summary>How deals ended on which a sign was seen before.</summary>
/// <param name="Sign">Its stable name.</param>
/// <param name="Text">What it is.</param>
/// <param name="Lost">The share not won; null below five.</param>
/// <param name="Deals">Decided deals it was seen on.</param>
public sealed record SignFigure(string Sign, string Text, Ratio? Lost, int Deals);

/// <summary>Where we walk away. What it says stands here for whoever may read it only.</summary>
public sealed record WalkAwayView
{
    public required DateOnly SaidOn { get; init; }

    /// <summary>The caller may read it.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The key it was closed with is not on this machine: it has to be said anew.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Those whom they answer to whose it is may read it too.</summary>
    public required bool ForLine { get; init; }

    /// <summary>It is the caller's, who names who else reads it.</summary>
    public bool IsMine { get; init; }

    /// <summary>Whose it is.</summary>
    public string? HolderName { get; init; }

    /// <summary>The lowest price, in whole units.</summary>
    public decimal? Floor => Minor is { } minor ? (decimal)Platform.Money.Minor.ToMajor(minor, Currency) : null;
    public string Currency { get; init; } = "";
    public string? Conditions { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>Who else may read it; nothing for whoever may not.</summary>
    public IReadOnlyList<WalkAwayReader> Readers { get; init; } = [];

    [JsonIgnore]
    public long? Minor { get; init; }
}

/// <summary>Somebody who may read where we walk away.</summary>
public sealed record WalkAwayReader(Guid PersonId, string Name);

/// <summary>Something to look out for.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Text">What it is.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Act">The best thing to do; null where saying something settles it.</param>
public sealed record NegotiationWarning(string Code, string Text, string Why, string? Act);
