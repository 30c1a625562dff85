using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Whether an account is as a criterion of the profile asks.</summary>
public enum FitSaid { Yes, No, Unknown }

/// <summary>An edition of whom the organisation wants as customers. Editions are only added.</summary>
[Tracked(Kinds.FitProfile)]
internal sealed class FitProfile : Entity
{
    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }
    public required DateOnly InForceOn { get; init; }

    /// <summary>From so many of 100 an account fits.</summary>
    public required int FitsFrom { get; init; }

    /// <summary>What was learned that led to it.</summary>
    public string? Because { get; init; }
    public required Guid SaidById { get; init; }
}

/// <summary>Something an edition of the profile asks of a customer, or of each deal. The same words in two editions are the same question: its answers stay.</summary>
[Tracked(Kinds.FitCriterion)]
internal sealed class FitCriterion : Entity
{
    public required Guid FitProfileId { get; init; }
    public required int Position { get; init; }
    public required string Text { get; init; }

    /// <summary>Of 100.</summary>
    public required int Weight { get; init; }

    /// <summary>Asked of each deal, and not of the customer.</summary>
    public bool IsOfDeal { get; init; }

    [Derived]
    public string FoldedText { get => Folding.Fold(Text); private set { } }
}

/// <summary>What somebody said of an account, of a lead that is none yet or of a deal, with the edition it was asked under, which its criterion is of. Answers are only added; the latest of a question counts.</summary>
[Tracked(Kinds.FitAnswer)]
internal sealed class FitAnswer : Entity
{
    /// <summary>Null of a deal, and as long as a lead has not become one.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The lead it was said of.</summary>
    public Guid? LeadId { get; set; }

    /// <summary>The deal, where its criterion is asked of deals.</summary>
    public Guid? OpportunityId { get; init; }
    public required Guid FitCriterionId { get; init; }
    public required FitSaid Said { get; init; }

    /// <summary>What they did or said that shows it.</summary>
    [Personal]
    public string? Evidence { get; set; }

    /// <summary>The day it is of.</summary>
    public required DateOnly On { get; init; }
    public required Guid SaidById { get; init; }
}
