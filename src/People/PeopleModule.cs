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
using Coxswain.People.Visibility;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People;

public sealed class PeopleModule : IModule
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<AccessRules>();
        services.AddSingleton<Platform.Checkups.ICheckup, Checkups.OwnerCheckup>();
        services.AddSingleton<IPeopleNow, PeopleNow>().AddSingleton<Platform.Outside.IOwnStaff, StaffAddresses>();
        services.AddSingleton<IUpkeep, OldDoors>();
        services.AddSingleton<Platform.Privacy.IProcessing, PeopleProcessing>().AddSingleton<Platform.Privacy.IPersonData, OwnData>();
        services.AddSingleton<AuditWords>();
        services.AddSingleton<Platform.Importing.IImportTarget, Import.PersonImport>();
        Export.PeopleExported.AddExported(services);
        services.AddSingleton<FirstRun>();
        services.TryAddSingleton(new DemoOffer());
        services.TryAddSingleton(OpenDoor.Shut);
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<Invitation>();
        services.AddSingleton<SignInPace>();
        services.AddSingleton<IIdentify>(s => s.GetRequiredService<SessionCookie>());
        services.AddSingleton<IIdentify, BearerKey>();
        services.AddIdentityCore<Login>(Identity).AddEntityFrameworkStores<AppDb>().AddDefaultTokenProviders();
    }

    public IReadOnlyList<NavigationPlace> Places =>
    [
        new(90, () => T("People"), "/people", "network", Permission.ManagePeople),
        new(91, () => T("Settings"), "/settings", "settings", Permission.ManageSettings),
        new(89, () => T("Teams"), "/people/teams", "network", Permission.ManageTeams) { In = PlaceIn.Menu },
        new(92, () => T("Audit"), "/audit", "history", Permission.SeeAudit) { In = PlaceIn.Menu },
        new(91, () => T("My settings"), "/me", "user", Permission.Enter) { In = PlaceIn.Menu },
    ];

    public void Map(Routes pages)
    {
        pages.Show<FirstRunPage>("/first-run", ShowFirstRun.Do).ForAnyone();
        pages.Act("/first-run", Begin.Do, (SignedIn done) => done.Next).Redraws<FirstRunPage>(ShowFirstRun.Do).ForAnyone();
        pages.Act("/first-run/demo", BeginDemo.Do, (DemoView _) => "/first-run/demo").ForAnyone();
        pages.Show<DemoPage>("/first-run/demo", ShowDemo.Do).ForAnyone();
        pages.Show<DemoProgress>("/first-run/demo/progress", ShowDemo.Do).ForAnyone();
        pages.Show<ExplorePage>("/explore", ShowCast.Do).ForAnyone();
        pages.Act("/explore/{id:guid}", EnterAs.Do, (SignedIn done) => done.Next).ForAnyone();
        pages.Show<SignInPage>("/sign-in", ShowSignIn.Do).ForAnyone();
        pages.Act("/sign-in", SignIn.SignIn.Do, (SignedIn done) => done.Next).Redraws<SignInPage>(ShowSignIn.Do).ForAnyone();
        pages.Show<InvitationPage>("/invitations/{code}", ShowInvitation.Do).ForAnyone();
        pages.Act("/invitations/{code}", AcceptInvitation.Do, (SignedIn done) => done.Next).Redraws<InvitationPage>(ShowInvitation.Do).ForAnyone();
        pages.Act("/sign-out", SignOut.Do, (SignedIn done) => done.Next).ForAnyone();

        var mine = pages.Requires(Permission.Enter);
        mine.Show<MePage>("/me", ShowMe.Do);
        mine.Show<ToldPage>("/told", ShowTold.Do);
        mine.Act("/told", AcknowledgeTold.Do, (SignedIn done) => done.Next);
        mine.Act("/me/sessions/{id:guid}/end", EndSession.Do, (Ended _) => "/me");
        mine.Act("/me/sessions/end", EndSession.Do, (Ended _) => "/me");
        mine.Act<KeyPage>("/me/keys", MakeKey.Do).Redraws<MePage>(ShowMe.Do);
        mine.Act("/me/keys/{id:guid}/revoke", RevokeKey.Do, (Ended _) => "/me");
        mine.Act("/me/language", ChooseLanguage.Do, (Ended _) => "/me").Redraws<MePage>(ShowMe.Do);
        mine.Show<MyDataPage>("/me/data", MyData.Do);
        mine.Act("/me/data-exports", MyData.Ask, (Platform.Privacy.PersonExportAsked asked) => asked.Url);
        mine.Show<SecondFactorPage>("/me/second-factor", ShowSecondFactor.Do);
        mine.Act<RecoveryPage>("/me/second-factor", StartSecondFactor.Do).Redraws<SecondFactorPage>(ShowSecondFactor.Do);
        mine.Act("/me/second-factor/end", EndSecondFactor.Do, (Ended _) => "/me").Redraws<MePage>(ShowMe.Do);

        pages.Requires(Permission.Enter).Show<SharesPage>("/shares/{kind}/{id:guid}", ShowShares.Do);
        pages.Requires(Permission.Enter).Act("/shares/{kind}/{id:guid}", ShareRecord.Do, (SharesView done) => $"/shares/{done.Kind}/{done.RecordId}").Redraws<SharesPage>(ShowShares.Do);
        pages.Requires(Permission.Enter).Act("/shares/{id:guid}/ends", EndShare.Do, (SharesView done) => $"/shares/{done.Kind}/{done.RecordId}");

        var manages = pages.Requires(Permission.ManagePeople);
        manages.Show<PeoplePage>("/people", ListPeople.Do);
        manages.Act("/people", AddPerson.Do, (PersonAdded _) => "/people").Redraws<PeoplePage>(ListPeople.Do);
        manages.Act("/people/{id:guid}/moves", MovePerson.Do, (PeopleView _) => "/people").Redraws<PeoplePage>(ListPeople.Do);
        manages.Act("/people/{id:guid}/returns", ReturnPerson.Do, (PeopleView _) => "/people");
        manages.Act("/people/{id:guid}/departures", LeavePerson.Do, (PeopleView _) => "/people").Redraws<PeoplePage>(ListPeople.Do);
        manages.Act<InvitedPage>("/people/{id:guid}/invitations", Invite.Do).Redraws<PeoplePage>(ListPeople.Do);
        manages.Act("/people/told", RecordTold.Do, (ToldRecorded done) => done.Next);

        var teams = pages.Requires(Permission.ManageTeams);
        teams.Show<TeamsPage>("/people/teams", ShowTeams.Do);
        teams.Act("/people/teams", AddTeam.Do, (TeamsView _) => "/people/teams").Redraws<TeamsPage>(ShowTeams.Do);
        teams.Act("/people/teams/{id:guid}/closings", CloseTeam.Do, (TeamsView _) => "/people/teams");
        teams.Act("/people/teams/told", RecordTold.Do, (ToldRecorded _) => "/people/teams");

        var settings = pages.Requires(Permission.ManageSettings);
        settings.Show<SettingsPage>("/settings", ShowSettings.Do);
        settings.Act("/settings", ChangeSettings.Do, (SettingsView _) => "/settings").Redraws<SettingsPage>(ShowSettings.Do);
        settings.Show<RatesPage>("/settings/rates", ShowRates.Do);
        settings.Act("/settings/rates", SetRate.Do, (RatesView _) => "/settings/rates").Redraws<RatesPage>(ShowRates.Do);
        settings.Act("/settings/rates/{id:guid}/removals", RemoveRate.Do, (RatesView _) => "/settings/rates");
        settings.Show<ApiSettingsPage>("/settings/api", ShowApiSettings.Do);
        settings.Act("/settings/api", ChangeApiSettings.Do, (ApiSettingsView _) => "/settings/api").Redraws<ApiSettingsPage>(ShowApiSettings.Do);
        settings.Act("/settings/api/accounts", AddServiceAccount.Do, (ServiceAccount made) => $"/settings/api#a{made.Id:N}").Redraws<ApiSettingsPage>(ShowApiSettings.Do);
        settings.Act<KeyPage>("/settings/api/accounts/{id:guid}/keys", MakeServiceKey.Do).Redraws<ApiSettingsPage>(ShowApiSettings.Again);
        settings.Act("/settings/api/accounts/{id:guid}/ends", EndServiceAccount.Do, (Ended _) => "/settings/api");
        settings.Act("/settings/api/keys/{id:guid}/revoke", RevokeServiceKey.Do, (Ended _) => "/settings/api");
        settings.Show<RolesPage>("/settings/roles", ShowRoles.Do);
        settings.Show<RolePage>("/settings/roles/{role}", ShowRole.Do);
        settings.Act("/settings/roles/{role}/kinds/{kind}", ChangeReach.Do, (RoleView done) => $"/settings/roles/{done.Role}").Redraws<RolePage>(ShowRole.Do);
        settings.Act("/settings/roles/{role}/limits", LimitField.Do, (RoleView done) => $"/settings/roles/{done.Role}").Redraws<RolePage>(ShowRole.Do);
        settings.Act("/settings/roles/limits/{id:guid}/liftings", LiftLimit.Do, (RoleView done) => $"/settings/roles/{done.Role}");
        settings.Show<MailSettingsPage>("/settings/mail", ShowMailSettings.Do);
        settings.Act("/settings/mail", ChangeMailSettings.Do, (MailSettingsView _) => "/settings/mail").Redraws<MailSettingsPage>(ShowMailSettings.Do);
        settings.Act("/settings/mail/tests", TestMailSettings.Do, (MailSettingsView _) => "/settings/mail").Redraws<MailSettingsPage>(ShowMailSettings.Do);
        pages.Requires(Permission.SeeAudit).Show<AuditPage>("/audit", ShowAudit.Do);
    }

    public void MapApi(Routes api) => PeopleApi.Map(api);

    private static void Identity(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Password = new PasswordOptions { RequiredLength = Passwords.Least, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 5 };
        options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15), AllowedForNewUsers = true };
    }
}
