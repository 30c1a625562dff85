namespace Coxswain.Customers.Duplicates.Typing;

/// <summary>What is known already and looks like what is being typed.</summary>
/// <param name="Records">The likeliest first.</param>
public sealed record KnownView(IReadOnlyList<KnownRecord> Records);

/// <summary>A record that looks like what is being typed. Of one the viewer may not see it says only that it is known, and whom to ask.</summary>
public sealed record KnownRecord
{
    /// <summary>account, contact or lead.</summary>
    public required string Kind { get; init; }

    /// <summary>Null where the viewer may not see it, as is everything but its owner.</summary>
    public Guid? Id { get; init; }
    public string? Name { get; init; }

    /// <summary>Where it is or with whom.</summary>
    public string? Hint { get; init; }
    public string? Url { get; init; }

    /// <summary>0 to 100; from 95 on it is certain.</summary>
    public int? Score { get; init; }
    public IReadOnlyList<SignView> Signs { get; init; } = [];

    /// <summary>Whose it is, to be asked.</summary>
    public string? OwnerName { get; init; }
}
