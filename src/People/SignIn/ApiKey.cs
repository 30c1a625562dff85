using Coxswain.Platform.Data;
namespace Coxswain.People.SignIn;

/// <summary>A key with which a program acts as a person. Shown once; only its hash is kept.</summary>
[Tracked("api-key")]
internal sealed class ApiKey : Entity
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }

    [Derived]
    public required byte[] SecretHash { get; init; }
    public required DateTime MadeAt { get; init; }

    /// <summary>What it is limited to, as <see cref="Platform.Access.Scopes"/> keeps it; null where it may do all that its owner may.</summary>
    public string? Scopes { get; init; }
    public DateTime? ExpiresAt { get; init; }
    public DateTime? RevokedAt { get; set; }

    [Derived]
    public DateOnly? LastUsedOn { get; set; }
}
