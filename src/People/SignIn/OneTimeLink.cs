using Coxswain.Platform.Data;
namespace Coxswain.People.SignIn;

/// <summary>What a link sent to a person opens.</summary>
internal enum LinkPurpose { Invitation, PasswordReset }

/// <summary>A link that works once and for a while. Only the hash of its secret is kept.</summary>
internal sealed class OneTimeLink : Entity
{
    public required Guid PersonId { get; init; }
    public required LinkPurpose Purpose { get; init; }
    public required byte[] SecretHash { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }
    public required Guid MadeById { get; init; }
}
