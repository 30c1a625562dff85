using System.Collections.Frozen;
using static Coxswain.Platform.Access.Permission;
namespace Coxswain.Platform.Access;

/// <summary>The one truth table of roles and permissions. A private thing (a coaching note, an answer) is not opened by any role: its own rows say who may see it.</summary>
public static class Permissions
{
    private static readonly Permission[] Everyone = [Enter, UseApi];
    private static readonly Permission[] Sales = [.. Everyone, SeeCustomers, EditCustomers, SeeFunnel, EditFunnel];

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, Permission[]>
    {
        [Role.Staff] = Everyone,
        [Role.Seller] = Sales,
        [Role.Support] = [.. Everyone, SeeCustomers, EditCustomers, SeeFunnel],
        [Role.Trainer] = [.. Everyone, SeeCustomers, SeeFunnel],
        [Role.Recruiter] = Everyone,
        [Role.Manager] = [.. Sales, SeeTeamFigures, Import, Export],
        [Role.Leader] = [.. Sales, SeeTeamFigures, SeeAllFigures, Import, Export, ManageTeams, ManageProcess],
        [Role.Admin] = Enum.GetValues<Permission>(),
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>Whether this role has this permission.</summary>
    public static bool Allows(this Role role, Permission permission) => Table[role].Contains(permission);

    /// <summary>The whole table, for the settings page and the tests.</summary>
    public static IEnumerable<(Role Role, IReadOnlySet<Permission> Permissions)> All => Table.Select(row => (row.Key, (IReadOnlySet<Permission>)row.Value));
}
