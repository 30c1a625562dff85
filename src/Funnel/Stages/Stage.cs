using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Stages;

/// <summary>A step of the sales process, as the customer goes through it, or one of its ends.</summary>
[Tracked("stage")]
internal sealed class Stage : Entity, IPlaced
{
    public required string Name { get; set; }
    public required int Position { get; set; }
    public required StageEnd End { get; init; }

    /// <summary>What the customer has done when a deal may leave this stage, e.g. "Agreed it matters".</summary>
    public string? CustomerAct { get; set; }

    /// <summary>What is to be uncovered in it, a line each; null leaves what comes with the product.</summary>
    public string? Guide { get; set; }

    /// <summary>No deal leaves it until something shows that act; otherwise it is only asked about.</summary>
    public bool IsBinding { get; set; }
    public required ForecastCategory Category { get; set; }

    /// <summary>Since when no deal may enter it; old ones keep it.</summary>
    public DateTime? RetiredAt { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }
}
