namespace Coxswain.Platform.Access;

/// <summary>One thing an endpoint may ask for. Which role has it is in <see cref="Permissions"/>.</summary>
public enum Permission
{
    /// <summary>Anyone signed in.</summary>
    Enter,
    SeeCustomers,
    EditCustomers,
    /// <summary>Erasing a person at once and for good.</summary>
    Erase,
    SeeFunnel,
    EditFunnel,
    /// <summary>Figures about the people in one's own line.</summary>
    SeeTeamFigures,
    /// <summary>Figures of the whole organisation.</summary>
    SeeAllFigures,
    Import,
    Export,
    ManagePeople,
    ManageTeams,
    ManageProcess,
    ManageSettings,
    SeeJobs,
    SeeAudit,
    UseApi,
}
