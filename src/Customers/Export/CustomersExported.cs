using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Objects;
using Coxswain.Customers.Plans;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Service;
using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Signals;
using Coxswain.Platform.Data;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Files;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Export;

/// <summary>Customers in an export of everything. What somebody of us shares with a contact, captured mail, and figures about people in service stay.</summary>
internal static class CustomersExported
{
    public static void AddExported(this IServiceCollection services)
    {
        Add(services, new Exported<AccountStep>("account-step", "account-steps", 28, () => T("Account steps")) { IsStarter = true, KnownBy = s => s.RetiredAt is null ? $"{s.Class} {s.FoldedName}" : null });
        AddMerging(services, new Exported<Account>("account", "accounts", 30, () => T("Accounts")) { Above = [nameof(Account.ParentId)], Money = new Dictionary<string, string?> { [nameof(Account.Revenue)] = nameof(Account.RevenueCurrency) } }, () => T("Accounts that were merged into others"));
        Add(services, new Exported<AccountMember>("account-member", "account-teams", 31, () => T("Teams of accounts")));
        Add(services, new Exported<StepDone>("account-step-done", "account-steps-done", 32, () => T("Steps done for accounts")));
        AddMerging(services, new Exported<Contact>("contact", "contacts", 40, () => T("Contacts")), () => T("Contacts that were merged into others"));
        Add(services, new Exported<Position>("position", "positions", 42, () => T("Positions of contacts")));
        AddMerging(services, new Exported<Lead>("lead", "leads", 55, () => T("Leads")), () => T("Leads that were merged into others"));
        Add(services, new Exported<Todo>("task", "tasks", 60, () => T("Tasks")));
        // What somebody lets nobody else see is theirs, captured words are in rows of their own, and neither goes.
        Add(services, new Exported<Interaction>("interaction", "interactions", 61, () => T("Interactions")) { Rows = db => db.Rows<Interaction>().Where(i => !i.IsHidden), Stays = [nameof(Interaction.IsHidden)] });
        Add(services, new Exported<ServiceCase>("service-case", "cases", 62, () => T("Cases in service")));
        Add(services, new Exported<Signal>("signal", "signals", 63, () => T("Signals")));
        Add(services, new Exported<DeskNote>("desk-note", "desk-notes", 64, () => T("On customers' desks")));
        Add(services, new Exported<Favour>("favour", "favours", 65, () => T("Given to customers")));
        Add(services, new Exported<Tip>("tip", "tips", 66, () => T("Tips from service")));
        Add(services, new Exported<ServiceTerms>("service-terms", "service-terms", 67, () => T("What was agreed with support")) { Money = new Dictionary<string, string?> { [nameof(ServiceTerms.PointWorth)] = null } });
        Add(services, new Exported<MapPerson>("map-person", "map-people", 70, () => T("People of relationship maps")) { Above = [nameof(MapPerson.ReportsToId), nameof(MapPerson.SitsInId)] });
        Add(services, new Exported<MapTie>("map-tie", "map-ties", 71, () => T("Lines of relationship maps")));
        Add(services, new Exported<MapPart>("map-part", "map-parts", 72, () => T("Parts in deals")));
        Add(services, new Exported<AccountPlan>("account-plan", "account-plans", 73, () => T("Account plans")));
        Add(services, new Exported<PlanItem>("plan-item", "account-plan-lines", 74, () => T("Lines of account plans")) { Money = new Dictionary<string, string?> { [nameof(PlanItem.Amount)] = nameof(PlanItem.Currency) } });
        Add(services, new Exported<PlanReview>("plan-review", "account-plan-reviews", 75, () => T("Reviews of account plans")));
        services.AddSingleton<IExported>(s => new Exported<AttachedContent>("attached-content", ContentExport.File, 80, () => T("Contents of files"))
        {
            Rows = db => ContentExport.Held(db), Stays = [nameof(AttachedContent.Hash), nameof(AttachedContent.MediaType), nameof(AttachedContent.Bytes), nameof(AttachedContent.KeptAt)], Extras = [new(ContentExport.Column, ContentExport.PathsAsync)],
            IsForGood = true, CompletesWhoIsWho = true, Completes = new ContentExport(s.GetRequiredService<DataFolder>()).KeepAsync,
        });
        Add(services, new Exported<Attachment>("attachment", "files", 81, () => T("Files on records")));
        Add(services, new Exported<ConsentEntry>("consent", "consents", 82, () => T("Consents")) { IsForGood = true });
        // A fingerprint is of the organisation's own key, so one without its address says nothing elsewhere.
        Add(services, new Exported<Suppression>("suppression", "suppressed-addresses", 83, () => T("Suppressed addresses"))
        {
            Rows = db => db.Rows<Suppression>().Where(s => s.Value != null), Stays = [nameof(Suppression.Fingerprint)], IsForGood = true, Completes = SuppressionTaking.CompleteAsync,
        });
        Add(services, new Exported<ObjectRecord>("object-record", "own-records", 90, () => T("Own records")));
        services.AddSingleton<IExportedFiles, ContentFiles>();
    }

    private static void AddMerging<T>(IServiceCollection services, Exported<T> kind, Func<string> merged) where T : Entity, IMergeable
    {
        Add(services, kind);
        Add(services, MergedAway.Of(kind, merged));
    }

    private static void Add<T>(IServiceCollection services, Exported<T> kind) where T : Entity => services.AddSingleton<IExported>(kind);
}
