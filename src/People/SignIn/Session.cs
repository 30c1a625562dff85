namespace Coxswain.People.SignIn;

/// <summary>One browser that is signed in; listed to its owner, and ended there.</summary>
internal sealed class Session
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required int TenantId { get; init; }
    public required Guid LoginId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Browser and system in plain words, e.g. "Firefox on Linux".</summary>
    public required string Device { get; init; }
    public required DateTime StartedAt { get; init; }
    public required DateTime SeenAt { get; set; }
    public DateTime? EndedAt { get; set; }
}
