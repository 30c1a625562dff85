using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
namespace Coxswain.People.Settings;

/// <summary>What each role may do, from the table the system asks.</summary>
internal static class ShowRoles
{
    public static Task<Outcome<RolesView>> Do(CancellationToken ct) =>
        Task.FromResult(Outcome.Done(new RolesView([.. Permissions.All.OrderBy(r => r.Role).Select(r => r.Role)], [.. Enum.GetValues<Permission>()])));
}

public sealed record RolesView(IReadOnlyList<Role> Roles, IReadOnlyList<Permission> Permissions);
