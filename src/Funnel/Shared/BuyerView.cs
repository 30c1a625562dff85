namespace Coxswain.Funnel.Shared;

/// <summary>What somebody at the customer reads. Whatever is not in here does not go out.</summary>
public sealed record BuyerView
{
    /// <summary>What stands in the address.</summary>
    public required string Token { get; init; }
    public required string Organisation { get; init; }
    public string? Aim { get; init; }
    public DateOnly? WantedOn { get; init; }
    public required DateOnly Until { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>What they do, by day.</summary>
    public required IReadOnlyList<BuyerStep> Theirs { get; init; }

    /// <summary>What we do, by day.</summary>
    public required IReadOnlyList<BuyerStep> Ours { get; init; }

    /// <summary>What they said, the latest first.</summary>
    public required IReadOnlyList<BuyerWord> Words { get; init; }

    /// <summary>It is decided: it is read, and nothing is done any more.</summary>
    public bool IsDecided { get; init; }

    internal string Url => $"/shared/{Uri.EscapeDataString(Token)}";
}

/// <summary>A step as they read it.</summary>
public sealed record BuyerStep
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public string? Who { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateOnly? DoneOn { get; init; }
    public string? DoneBy { get; init; }

    /// <summary>They ticked it themselves, so they may take the tick back.</summary>
    public bool MayUntick { get; init; }
}

/// <summary>What somebody of them said of a step.</summary>
/// <param name="Of">What the step is called.</param>
/// <param name="Name">The name they gave.</param>
/// <param name="On">When.</param>
/// <param name="Text">What.</param>
/// <param name="ProposedOn">The other day they propose.</param>
public sealed record BuyerWord(string Of, string Name, DateOnly On, string? Text, DateOnly? ProposedOn);

/// <summary>Something was done on the page of a link.</summary>
/// <param name="Token">What stands in the address.</param>
public sealed record BuyerDone(string Token)
{
    // Coming back to it is not one more opening.
    internal string Url => $"/shared/{Uri.EscapeDataString(Token)}?back=true";
}
