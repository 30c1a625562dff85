using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Selection;

/// <summary>The customer's steps of a deal: those that something shows, and the one they are at.</summary>
internal static class CustomerSteps
{
    /// <summary>More would not be read; the rest is in what happened.</summary>
    public const int Most = 50;

    public static IReadOnlyList<CustomerStep> Of(OpportunityView deal, IReadOnlyList<Stage> stages, IReadOnlyList<StepLine> shown) =>
    [
        .. from stage in stages
           let of = shown.Where(l => l.StageId == stage.Id).ToList()
           where of.Count > 0 || stage.Id == deal.StageId && deal.End is StageEnd.Open && stage.CustomerAct is not null
           select new CustomerStep(stage.CustomerAct ?? stage.Name, stage.Name, of),
    ];

    /// <summary>The steps that can be shown.</summary>
    public static IReadOnlyList<Choice> Choices(OpportunityView deal, IReadOnlyList<Stage> stages) =>
        [.. stages.Where(s => s.CustomerAct is not null && (s.RetiredAt is null || s.Id == deal.StageId)).Select(s => new Choice(s.Id.ToString(), s.CustomerAct!, s.Name))];
}

/// <summary>A step of the customer.</summary>
/// <param name="Act">What they do.</param>
/// <param name="Stage">Our stage that it ends.</param>
/// <param name="Shown">What shows it, the earliest first.</param>
public sealed record CustomerStep(string Act, string Stage, IReadOnlyList<StepLine> Shown);

/// <summary>What shows a step, and when it was.</summary>
public sealed record StepLine(Guid Id, Guid StageId, string Text, DateOnly On);
