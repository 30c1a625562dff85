namespace Coxswain.People.SignIn;

/// <summary>The demo company's door: whoever sits at the machine goes in as anyone of it, without a password. Only the program of a demo has it open.</summary>
/// <param name="TenantId">The demo company; null shuts the door, as everywhere an organisation works.</param>
public sealed record OpenDoor(int? TenantId)
{
    public static OpenDoor Shut { get; } = new((int?)null);
}
