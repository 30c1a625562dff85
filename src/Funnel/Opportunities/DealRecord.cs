using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Opportunities;

/// <summary>The page of a deal.</summary>
public sealed record DealRecord
{
    public required DealFactsView Facts { get; init; }
    public required IReadOnlyList<StageStep> Path { get; init; }
    public required DealLinesView Lines { get; init; }
    public required IReadOnlyList<DealTask> Tasks { get; init; }

    /// <summary>Who works on it beside its owner.</summary>
    public required IReadOnlyList<DealMember> Team { get; init; }
    public required IReadOnlyList<TimelineItem> Happened { get; init; }

    /// <summary>Open stages it can be put into.</summary>
    public required IReadOnlyList<Choice> Stages { get; init; }

    /// <summary>What other modules say of it.</summary>
    public required IReadOnlyList<Microsoft.AspNetCore.Components.RenderFragment> Panels { get; init; }

    /// <summary>The customer's steps that something shows, and the one they are at.</summary>
    public required IReadOnlyList<Selection.CustomerStep> Steps { get; init; }

    /// <summary>Moves that the customer's steps do not explain, the earliest first.</summary>
    public required IReadOnlyList<Selection.MoveLine> Moves { get; init; }

    /// <summary>The process it follows; null where the organisation has none but its stages.</summary>
    public required DealProcess? Process { get; init; }

    /// <summary>The steps that can be shown.</summary>
    public required IReadOnlyList<Choice> StepChoices { get; init; }

    /// <summary>It is worth more than most won deals here.</summary>
    public bool IsPlanOffered { get; init; }

    /// <summary>What they want solved, those they confirmed first.</summary>
    public required IReadOnlyList<Issues.IssueLine> Issues { get; init; }

    /// <summary>Whether somebody decided to go for it; null while nobody did.</summary>
    public Pursuit.PursuitGlance? Pursuit { get; init; }

    /// <summary>What was seen in looking back on how it ended; null while nobody did.</summary>
    public Reviews.ReviewGlance? Review { get; init; }

    /// <summary>What of the negotiation needs a look.</summary>
    public Negotiation.NegotiationAlert? Negotiation { get; init; }

    /// <summary>A form that stands open: <c>step</c>, <c>log</c> or <c>evidence</c>.</summary>
    public string? Adding { get; init; }
}

/// <summary>The process of a deal.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Edition">The version the deal goes by; 0 before there was one.</param>
/// <param name="Others">What it can follow instead; itself where a later edition is in force.</param>
public sealed record DealProcess(Guid Id, string Name, int Edition, IReadOnlyList<Choice> Others);

/// <summary>An open task about a deal.</summary>
public sealed record DealTask(Guid Id, int Version, string Title, DateOnly? DueOn, string? OwnerName, string? AimsAt);

/// <summary>Somebody a deal is shown to.</summary>
public sealed record DealMember(string? Name, string? Function, bool MayEdit);

/// <summary>What of our products a deal is about.</summary>
public sealed record DealLinesView
{
    public required Guid DealId { get; init; }
    public required string Currency { get; init; }
    public required long? Amount { get; init; }
    public required bool MayEdit { get; init; }
    public required IReadOnlyList<DealLine> Lines { get; init; }
    public required IReadOnlyList<Choice> Products { get; init; }

    /// <summary>Where its prices come from; null is the products' own.</summary>
    public required Guid? PriceListId { get; init; }

    /// <summary>The lists it may take its prices from.</summary>
    public required IReadOnlyList<Choice> PriceLists { get; init; }

    /// <summary>Minor units of all lines together; null while a price is unknown.</summary>
    public long? Sum => Lines.Count == 0 || Lines.Any(l => l.UnitPrice is null) ? null : Lines.Sum(l => l.Quantity * l.UnitPrice!.Value);
}

/// <summary>So many of a product at a price, and what it costs by the list the deal takes, in minor units.</summary>
public sealed record DealLine(Guid Id, int Version, string Product, int Quantity, long? UnitPrice, long? ListPrice)
{
    /// <summary>How much less than the list it is, from 0 to 1; below 0 is more; null where either is unknown.</summary>
    public double? Discount => UnitPrice is { } price && ListPrice is > 0 and { } list ? 1 - (double)price / list : null;
}
