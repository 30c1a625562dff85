using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Capture;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Connection;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Import;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Objects;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Records;
using Coxswain.Customers.Signals;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Search;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers;

public sealed class CustomersModule : IModule
{
    public void Add(IServiceCollection services)
    {
        // Whoever is registered last erases first, and the others go by what the contact still says.
        services.AddSingleton<IErase, ContactErasing>();
        Privacy.PrivacyRoutes.AddPrivacy(services);
        CustomersApi.Add(services);
        services.AddSingleton<ITakeOver, TakeOver>().AddSingleton<INewTenant, DefaultSteps>();
        services.AddImport();
        services.AddCapture();
        services.AddSingleton<Platform.CustomFields.ILinkKind, ObjectLinks>();
        foreach (var slot in (string[])[Panels.Contact, Panels.Deal]) services.AddSingleton<IPanel>(new LinkedPanel(slot));
        Duplicates.DuplicateServices.Add(services);
        Service.ServiceRoutes.AddService(services);
        services.AddSingleton<IErase, ImportErasing>().AddSingleton<IErase, AttachmentErasing>().AddSingleton<IPanel, Attachments.DealFiles>().AddSingleton<Platform.CustomFields.ILinkKind, AccountLinks>().AddSingleton<Platform.CustomFields.ILinkKind, ContactLinks>().AddSingleton<Platform.Jobs.IUpkeep, UnusedContents>().AddSingleton<Platform.Checkups.ICheckup, AttachmentCheckup>();
        // Before the files, which it points at.
        services.AddConsent();
    }

    public IReadOnlyList<OwnedKind> OwnedKinds =>
    [
        new(Kinds.Account, Permission.SeeCustomers, Permission.EditCustomers) { Label = () => T("Accounts"), Fields = Records.Guarded.Account },
        new(Kinds.Contact, Permission.SeeCustomers, Permission.EditCustomers) { Label = () => T("Contacts"), Fields = Records.Guarded.Contact },
        new(Kinds.Attachment, Permission.SeeCustomers, Permission.EditCustomers),
        new(Kinds.Favour, Permission.SeeCustomers, Permission.EditCustomers),
        new(Kinds.Lead, Permission.SeeCustomers, Permission.EditCustomers) { Label = () => T("Leads"), Fields = Records.Guarded.Lead },
        new(Kinds.Tip, Permission.SeeCustomers, Permission.EditCustomers),
        .. Service.ServiceRoutes.OwnedKinds,
        new(Kinds.Interaction, Permission.SeeCustomers, Permission.EditCustomers),
        new(Kinds.Signal, Permission.SeeCustomers, Permission.EditCustomers),
        new(Kinds.DeskNote, Permission.SeeCustomers, Permission.EditCustomers),
        new(Platform.CustomObjects.CustomObject.RecordKind, Permission.SeeCustomers, Permission.EditCustomers) { Label = () => T("Your own records") },
        new(Kinds.Task, Permission.Enter, Permission.Enter, Scope.Line),
    ];

    public IReadOnlyList<SearchKind> SearchKinds =>
    [
        new(Kinds.Account, 1, () => T("Accounts"), "building-2"),
        new(Kinds.Contact, 2, () => T("Contacts"), "users"),
        new(Kinds.Lead, 3, () => T("Leads"), "user-search"),
        new(Platform.CustomObjects.CustomObject.RecordKind, 4, () => T("Your own records"), "table"),
    ];

    public IReadOnlyList<NavigationPlace> Places =>
    [
        new(40, () => T("Accounts"), "/accounts", "building-2", Permission.SeeCustomers) { Kind = Kinds.Account, Key = 'a', OnPhone = true },
        new(50, () => T("Contacts"), "/contacts", "users", Permission.SeeCustomers) { Kind = Kinds.Contact, Key = 'c' },
        new(55, () => T("Leads"), "/leads", "user-search", Permission.SeeCustomers) { Kind = Kinds.Lead, Key = 'e' },
        new(60, () => T("Tasks"), "/tasks", "circle-check", Permission.SeeCustomers) { Kind = Kinds.Task, Key = 'k' },
        new(65, () => T("Signals"), "/signals", "bell", Permission.SeeCustomers),
        new(68, () => T("Duplicates"), "/duplicates", "copy", Permission.SeeCustomers),
        .. Service.ServiceRoutes.Places,
        new(70, () => T("Add an account"), "/accounts/new", "plus", Permission.EditCustomers) { In = PlaceIn.Add },
        new(71, () => T("Add a contact"), "/contacts/new", "plus", Permission.EditCustomers) { In = PlaceIn.Add },
        new(72, () => T("Add a lead"), "/leads/new", "plus", Permission.EditCustomers) { In = PlaceIn.Add },
        new(73, () => T("Add a task"), "/tasks/new", "plus", Permission.EditCustomers) { In = PlaceIn.Add },
        new(75, () => T("Note a signal"), "/signals/new", "plus", Permission.EditCustomers) { In = PlaceIn.Add },
        new(74, () => T("Log a call, a meeting, a mail or a note"), "/interactions/new", "pencil", Permission.EditCustomers) { In = PlaceIn.Add },
        new(40, () => T("Beside your CRM"), "/settings/masters", "lock", Permission.ManageProcess) { In = PlaceIn.Process },
        new(30, () => T("Account steps"), "/settings/account-steps", "circle-check", Permission.ManageProcess) { In = PlaceIn.Process },
        new(95, () => T("Common ground"), "/common-ground", "handshake", Permission.EditCustomers) { In = PlaceIn.Menu },
        new(92, () => T("Mail and calendar"), "/me/capture", "mail", Permission.EditCustomers) { In = PlaceIn.Menu },
        new(80, () => T("Import"), "/import", "upload", Permission.Import) { Key = 'i' },
    ];

    public IReadOnlyList<Platform.CustomFields.CustomKind> CustomKinds => [new(Kinds.Account, () => T("Accounts"), ["Employees", "Revenue", "FoundedYear"]), new(Kinds.Contact, () => T("Contacts"), []), new(Kinds.Lead, () => T("Leads"), [])];

    public void Map(Routes pages)
    {
        ImportServices.MapImport(pages);
        var sees = pages.Requires(Permission.SeeCustomers);
        var edits = pages.Requires(Permission.EditCustomers);
        sees.Show<AccountsPage>("/accounts", ListAccounts.Do);
        CardMoveRoutes.Map(edits);
        edits.Show<NewAccountPage>("/accounts/new", NewAccount.Do);
        edits.Act("/accounts", CreateAccount.Do, (AccountView made) => $"/accounts/{made.Id}").Redraws<NewAccountForm>(NewAccount.Do);
        sees.Show<AccountPage>("/accounts/{id:guid}", ShowAccount.Do);
        sees.Show<FactSheet>("/accounts/{id:guid}/facts", ShowAccountFacts.Do);
        edits.Act<FactSheet>("/accounts/{id:guid}", ChangeAccount.OnPage).Redraws<FactSheet>(ShowAccountFacts.Do);
        edits.Act("/accounts/{id:guid}/removals", RemoveAccount.Do, (Removed gone) => gone.Url);
        edits.Act("/accounts/{id:guid}/restorations", RestoreAccount.Do, (Removed back) => back.Url);
        edits.Show<MemberPage>("/accounts/{id:guid}/members/new", NewMember.Do);
        edits.Act("/accounts/{id:guid}/members", AddMember.OnPage, (WentBack done) => done.Url).Redraws<MemberForm>(NewMember.Do);
        edits.Act("/account-members/{id:guid}/removals", RemoveMember.Do, (WentBack done) => done.Url);
        edits.Act("/accounts/{id:guid}/steps/{step:guid}/ticks", TickStep.Do, (WentBack done) => done.Url);
        sees.Show<TimelinePage>("/accounts/{id:guid}/timeline", ShowTimeline.OnAccount);
        sees.Show<TimelinePage>("/contacts/{id:guid}/timeline", ShowTimeline.OnContact);
        sees.Show<GaugePage>("/accounts/{id:guid}/connection", ShowGauge.Do);
        FileRoutes.Map(pages, edits);
        edits.Show<FavourPage>("/accounts/{id:guid}/favours/new", GiveFavour.Form);
        edits.Act("/accounts/{id:guid}/favours", GiveFavour.OnPage, (WentBack done) => done.Url).Redraws<FavourForm>(GiveFavour.Form);
        edits.Act("/favours/{id:guid}/results", EndFavour.Do, (WentBack done) => done.Url);
        edits.Act("/favours/{id:guid}/removals", RemoveFavour.Do, (WentBack done) => done.Url);
        edits.Act("/favours/{id:guid}/restorations", RestoreFavour.Do, (WentBack done) => done.Url);
        // No program may ask for what is personal: these have no twin in the API.
        edits.Show<GroundPage>("/contacts/{id:guid}/common-ground", NoteGround.Form);
        edits.Act("/contacts/{id:guid}/common-ground", NoteGround.Do, (WentBack done) => done.Url).Redraws<GroundForm>(NoteGround.Form);
        edits.Act("/common-ground/{id:guid}/removals", ForgetGround.Do, (WentBack done) => done.Url);
        edits.Show<InterestsPage>("/common-ground", ShowInterests.Do);
        edits.Act("/common-ground", AddInterest.Do, (WentBack done) => done.Url).Redraws<InterestsPage>(ShowInterests.Do);
        edits.Act("/interests/{id:guid}/removals", ForgetInterest.Do, (WentBack done) => done.Url);
        edits.Show<DeskPage>("/accounts/{id:guid}/desk", NewDesk.Do);
        edits.Act("/accounts/{id:guid}/desk-notes", NoteDesk.OnPage, (WentBack done) => done.Url).Redraws<DeskForm>(NewDesk.Do);
        edits.Act("/desk-notes/{id:guid}/removals", RemoveDesk.Do, (WentBack done) => done.Url);
        edits.Act("/desk-notes/{id:guid}/restorations", RestoreDesk.Do, (WentBack done) => done.Url);

        MapProcess(pages.Requires(Permission.ManageProcess));

        pages.Inner.MapGet("/accounts/export", async (HttpContext http, AppDb db) => await ListExport.WriteAsync(http, AccountList.Of(db, await ListLookups.OfFieldsAsync(db, Kinds.Account, http.RequestAborted)), db.Accounts, "accounts")).WithMetadata(new Requirement(Permission.Export));

        sees.Show<ContactsPage>("/contacts", ListContacts.Do);
        edits.Show<NewContactPage>("/contacts/new", NewContact.Do);
        edits.Act("/contacts", CreateContact.Do, (ContactView made) => $"/contacts/{made.Id}").Redraws<NewContactForm>(NewContact.Do);
        sees.Show<ContactPage>("/contacts/{id:guid}", ShowContact.Do);
        sees.Show<FactSheet>("/contacts/{id:guid}/facts", ShowContactFacts.Do);
        edits.Act<FactSheet>("/contacts/{id:guid}", ChangeContact.OnPage).Redraws<FactSheet>(ShowContactFacts.Do);
        edits.Act("/contacts/{id:guid}/removals", RemoveContact.Do, (Removed gone) => gone.Url);
        edits.Act("/contacts/{id:guid}/restorations", RestoreContact.Do, (Removed back) => back.Url);
        edits.Show<JobPage>("/contacts/{id:guid}/job-change", ShowPositions.Do);
        edits.Act("/contacts/{id:guid}/job-changes", ChangeJob.OnPage, (WentBack done) => done.Url).Redraws<JobForm>(ShowPositions.Do);
        edits.Show<PositionPage>("/contacts/{id:guid}/positions/new", ShowPositions.Do);
        edits.Act("/contacts/{id:guid}/positions", AddPosition.OnPage, (WentBack done) => done.Url).Redraws<PositionForm>(ShowPositions.Do);
        edits.Act("/positions/{id:guid}/removals", RemovePosition.Do, (WentBack done) => done.Url);
        edits.Act("/positions/{id:guid}/restorations", RestorePosition.Do, (WentBack done) => done.Url);
        Privacy.PrivacyRoutes.Map(pages, edits);

        pages.Inner.MapGet("/contacts/export", async (HttpContext http, AppDb db) => await ListExport.WriteAsync(http, ContactList.Of(db, await ListLookups.OfFieldsAsync(db, Kinds.Contact, http.RequestAborted)), db.Contacts, "contacts")).WithMetadata(new Requirement(Permission.Export));

        sees.Show<AccountOptions>("/accounts/names", SuggestAccounts.Do);
        LeadRoutes.Map(pages, sees, edits);
        ObjectRoutes.Map(pages, sees, edits);
        Service.ServiceRoutes.Map(pages, sees, edits);
        CaptureRoutes.Map(pages, sees, edits);
        ConsentRoutes.Map(pages, edits);
        MapRoutes.Map(pages, sees, edits);
        Duplicates.DuplicateRoutes.Map(sees, edits);

        edits.Show<LogPage>("/interactions/new", ListInteractions.New);
        edits.Act("/interactions", LogInteraction.OnPage, (WentBack done) => done.Url).Redraws<LogForm>(ListInteractions.New);
        edits.Act("/interactions/{id:guid}/outcomes", ChangeInteraction.OnPage, (WentBack done) => done.Url);
        edits.Act("/interactions/{id:guid}/removals", RemoveInteraction.Do, (WentBack done) => done.Url);
        edits.Act("/interactions/{id:guid}/restorations", RestoreInteraction.Do, (WentBack done) => done.Url);

        SignalRoutes.Map(pages, sees, edits);
        sees.Show<TasksPage>("/tasks", ListTasks.Do);
        edits.Show<TaskPage>("/tasks/new", NewTask.Do);
        edits.Show<TaskPage>("/tasks/{id:guid}", NewTask.Do);
        edits.Act("/tasks", CreateTask.OnPage, (WentBack done) => done.Url).Redraws<TaskForm>(NewTask.Do);
        edits.Act("/tasks/{id:guid}", ChangeTask.OnPage, (WentBack done) => done.Url).Redraws<TaskForm>(NewTask.Do);
        edits.Act("/tasks/{id:guid}/done", FinishTask.Do, (WentBack done) => done.Url);
        edits.Act("/tasks/{id:guid}/reopenings", ReopenTask.Do, (WentBack done) => done.Url);
        edits.Act("/tasks/{id:guid}/moves", MoveTask.Do, (WentBack done) => done.Url);
        edits.Act("/tasks/{id:guid}/removals", RemoveTask.Do, (WentBack done) => done.Url);
        edits.Act("/tasks/{id:guid}/restorations", RestoreTask.Do, (WentBack done) => done.Url);
    }

    private static void MapProcess(Routes manages)
    {
        manages.Show<StepsPage>("/settings/account-steps", ShowSteps.Do);
        manages.Act("/settings/account-steps", ChangeStep.Add, (ChangeStep.Changed _) => "/settings/account-steps").Redraws<StepsPage>(ShowSteps.Do);
        manages.Act("/settings/account-steps/{id:guid}", ChangeStep.Do, (ChangeStep.Changed _) => "/settings/account-steps").Redraws<StepsPage>(ShowSteps.Again);
        manages.Act("/settings/account-steps/{id:guid}/arrangements", ArrangeStep.Do, (ChangeStep.Changed _) => "/settings/account-steps");
        manages.Act("/settings/account-steps/{id:guid}/retirements", RetireStep.Do, (ChangeStep.Changed _) => "/settings/account-steps");
    }

    public void MapApi(Routes api)
    {
        ImportServices.MapMastersApi(api);
        CustomersApi.Map(api);
        var sees = api.Requires(Permission.SeeCustomers);
        var edits = api.Requires(Permission.EditCustomers);
        sees.Show("/accounts", ListAccounts.Read);
        sees.Show("/accounts/{id:guid}", ShowAccountFacts.Read);
        edits.Act("/accounts", CreateAccount.Do, status: 201);
        edits.Patch("/accounts/{id:guid}", ChangeAccount.Do);
        edits.Delete("/accounts/{id:guid}", RemoveAccount.Do);
        edits.Act("/accounts/{id:guid}/restorations", RestoreAccount.Do);
        sees.Show("/accounts/{id:guid}/members", NewMember.Read);
        edits.Act("/accounts/{id:guid}/members", AddMember.Do, status: 201);
        edits.Delete("/account-members/{id:guid}", RemoveMember.Do);
        sees.Show("/accounts/{id:guid}/connection", ShowGauge.Do);
        sees.Show("/account-steps", ShowSteps.Read);
        sees.Show("/accounts/{id:guid}/steps", TickStep.Read);
        edits.Act("/accounts/{id:guid}/steps/{step:guid}/ticks", TickStep.Do);
        sees.Show("/accounts/{id:guid}/desk-notes", NewDesk.Read);
        edits.Act("/accounts/{id:guid}/desk-notes", NoteDesk.Do, status: 201);
        edits.Delete("/desk-notes/{id:guid}", RemoveDesk.Do);
        edits.Act("/desk-notes/{id:guid}/restorations", RestoreDesk.Do);
        sees.Show("/contacts", ListContacts.Read);
        sees.Show("/contacts/{id:guid}", ShowContactFacts.Read);
        edits.Act("/contacts", CreateContact.Do, status: 201);
        edits.Patch("/contacts/{id:guid}", ChangeContact.Do);
        edits.Delete("/contacts/{id:guid}", RemoveContact.Do);
        edits.Act("/contacts/{id:guid}/restorations", RestoreContact.Do);
        edits.Act("/contacts/{id:guid}/job-changes", ChangeJob.Do);
        sees.Show("/contacts/{id:guid}/positions", ShowPositions.Read);
        edits.Act("/contacts/{id:guid}/positions", AddPosition.Do, status: 201);
        edits.Delete("/positions/{id:guid}", RemovePosition.Do);
        edits.Act("/positions/{id:guid}/restorations", RestorePosition.Do);
        Privacy.PrivacyRoutes.MapApi(api, edits);
        sees.Show("/accounts/{id:guid}/favours", GiveFavour.Read);
        edits.Act("/accounts/{id:guid}/favours", GiveFavour.Do, status: 201);
        edits.Act("/favours/{id:guid}/results", EndFavour.Do);
        edits.Delete("/favours/{id:guid}", RemoveFavour.Do);
        edits.Act("/favours/{id:guid}/restorations", RestoreFavour.Do);
        LeadRoutes.MapApi(sees, edits);
        ObjectRoutes.MapApi(sees, edits);
        ConsentRoutes.MapApi(api, sees, edits);
        MapRoutes.MapApi(sees, edits);
        Duplicates.DuplicateRoutes.MapApi(sees, edits);
        Service.ServiceRoutes.MapApi(api, sees, edits);
        ActivityRoutes.MapApi(sees, edits);
        SignalRoutes.MapApi(sees, edits);
    }
}
