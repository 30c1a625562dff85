using Coxswain.Platform.Ui;
namespace Coxswain.Customers;

/// <summary>What a task's form starts with. Funnel's pages may draw <see cref="TaskForm"/> from it too.</summary>
public sealed record TaskFormView
{
    /// <summary>The task that is changed; null adds one.</summary>
    public TaskView? Task { get; init; }

    /// <summary>The page to come back to.</summary>
    public required string Back { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? ContactId { get; init; }
    public string? AboutKind { get; init; }
    public Guid? AboutId { get; init; }

    /// <summary>A new task that no page says the customer of, so the form asks.</summary>
    public bool AsksAccount => Task is null && AccountId is null && ContactId is null && AboutId is null;

    /// <summary>Who may be given it; empty leaves it with whoever adds it.</summary>
    public IReadOnlyList<Choice> Owners { get; init; } = [];
    public Guid? OwnerId { get; init; }
}
