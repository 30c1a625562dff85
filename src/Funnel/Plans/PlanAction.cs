namespace Coxswain.Funnel.Plans;

/// <summary>An open task of the deal with what it aims at.</summary>
public sealed record PlanAction(Guid Id, string Title, DateOnly? DueOn, string? Owner, string? AimsAt)
{
    /// <summary>With whom of theirs; null where nobody is named.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>What would show that it is done.</summary>
    public string? Expected { get; init; }
}

/// <summary>An action of the plan that was done.</summary>
/// <param name="Id">Its task.</param>
/// <param name="Title">What it was.</param>
/// <param name="On">When it was done.</param>
/// <param name="Owner">Who did it.</param>
/// <param name="AimsAt">What it was to settle.</param>
/// <param name="Result">What came of it; null where nobody said.</param>
public sealed record PlanDone(Guid Id, string Title, DateOnly On, string? Owner, string? AimsAt, string? Result);
