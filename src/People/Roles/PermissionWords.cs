using Coxswain.Platform.Access;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Roles;

/// <summary>Permissions as people say them.</summary>
internal static class PermissionWords
{
    public static string Of(Permission permission) => permission switch
    {
        Permission.Enter => T("Sign in, find, and see what is theirs"),
        Permission.SeeCustomers => T("See accounts, contacts and what was done with them"),
        Permission.EditCustomers => T("Add and change accounts and contacts of their own and their line"),
        Permission.SeeFunnel => T("See deals, and figures about themselves"),
        Permission.EditFunnel => T("Add, move and change deals of their own and their line"),
        Permission.SeeTeamFigures => T("See figures about the people of their line"),
        Permission.SeeAllFigures => T("See figures about everyone"),
        Permission.Import => T("Import files"),
        Permission.Export => T("Take lists out as files"),
        Permission.ManagePeople => T("Add people, give roles, make links, record departures"),
        Permission.ManageTeams => T("Make, move and close teams"),
        Permission.ManageProcess => T("Arrange stages and products"),
        Permission.ManageSettings => T("Change the settings of the organisation and exchange rates"),
        Permission.SeeJobs => T("See what runs in the background"),
        Permission.Erase => T("Answer people about their data: all of it as a file, or erased for good"),
        Permission.SeeAudit => T("See who changed what"),
        Permission.UseApi => T("Use the API with a key of their own"),
        _ => permission.ToString(),
    };
}
