using Coxswain.People.Audit;
using Coxswain.People.Keys;
using Coxswain.People.Me;
using Coxswain.People.Persons;
using Coxswain.People.Roles;
using Coxswain.People.Settings;
using Coxswain.People.Sharing;
using Coxswain.People.SignIn;
using Coxswain.People.Teams;
using Coxswain.People.Told;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
namespace Coxswain.People;

/// <summary>People, teams and settings at the API.</summary>
internal static class PeopleApi
{
    public static void Map(Routes api)
    {
        var mine = api.Requires(Permission.Enter);
        mine.Act("/me/language", ChooseLanguage.Do);
        mine.Act("/me/sessions/{id:guid}/end", EndSession.Do);

        mine.Show("/shares/{kind}/{id:guid}", ShowShares.Do);
        mine.Act("/shares/{kind}/{id:guid}", ShareRecord.Do);
        mine.Delete("/shares/{id:guid}", EndShare.Do);

        var manages = api.Requires(Permission.ManagePeople);
        manages.Show("/people", ListPeople.Do);
        manages.Act("/people", AddPerson.Do, status: 201);
        manages.Act("/people/{id:guid}/moves", MovePerson.Do);
        manages.Act("/people/{id:guid}/returns", ReturnPerson.Do);
        manages.Act("/people/{id:guid}/departures", LeavePerson.Do);
        manages.Act("/people/{id:guid}/invitations", Invite.Do);
        manages.Act("/people/told", RecordTold.Do);

        var teams = api.Requires(Permission.ManageTeams);
        teams.Show("/teams", ShowTeams.Do);
        teams.Act("/teams", AddTeam.Do, status: 201);
        teams.Act("/teams/{id:guid}/closings", CloseTeam.Do);
        teams.Act("/teams/told", RecordTold.Do);

        var settings = api.Requires(Permission.ManageSettings);
        settings.Show("/settings", ShowSettings.Do);
        settings.Act("/settings", ChangeSettings.Do);
        settings.Show("/api-settings", ShowApiSettings.Do);
        settings.Act("/api-settings", ChangeApiSettings.Do);
        settings.Act("/service-accounts", AddServiceAccount.Do, status: 201);
        settings.Act("/service-accounts/{id:guid}/ends", EndServiceAccount.Do);
        settings.Delete("/service-keys/{id:guid}", RevokeServiceKey.Do);
        settings.Show("/rates", ShowRates.Do);
        settings.Act("/rates", SetRate.Do, status: 201);
        settings.Delete("/rates/{id:guid}", RemoveRate.Do);
        settings.Show("/roles", ShowRoles.Do);
        settings.Show("/roles/{role}", ShowRole.Do);
        settings.Act("/roles/{role}/kinds/{kind}", ChangeReach.Do);
        settings.Act("/roles/{role}/limits", LimitField.Do);
        settings.Delete("/role-limits/{id:guid}", LiftLimit.Do);
        settings.Show("/mail-server", ShowMailSettings.Do);
        settings.Act("/mail-server", ChangeMailSettings.Do);
        api.Requires(Permission.SeeAudit).Show("/audit", ShowAudit.Do);
    }
}
