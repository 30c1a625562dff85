using Coxswain.Platform.Access;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Persons;

/// <summary>Roles as people say them.</summary>
internal static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Staff => T("Colleague"),
        Role.Seller => T("Seller"),
        Role.Support => T("Support"),
        Role.Trainer => T("Trainer"),
        Role.Recruiter => T("Recruiter"),
        Role.Manager => T("Manager"),
        Role.Leader => T("Leader"),
        _ => T("Administrator"),
    };

    /// <summary>Several who have it.</summary>
    public static string Several(Role role) => role switch
    {
        Role.Staff => T("colleagues"),
        Role.Seller => T("sellers"),
        Role.Support => T("people in support"),
        Role.Trainer => T("trainers"),
        Role.Recruiter => T("recruiters"),
        Role.Manager => T("managers"),
        Role.Leader => T("leaders"),
        _ => T("administrators"),
    };
}
