using Microsoft.AspNetCore.Identity;
namespace Coxswain.People.SignIn;

/// <summary>How a person signs in: a global row, since the tenant is known only afterwards.</summary>
internal sealed class Login : IdentityUser<Guid>
{
    public Login() => Id = Guid.CreateVersion7();

    public required int TenantId { get; init; }
    public required Guid PersonId { get; init; }
}
