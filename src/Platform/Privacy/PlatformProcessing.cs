using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Mirroring;
using Coxswain.Platform.Money;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Search;
using Coxswain.Platform.Sending;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Privacy;

/// <summary>What Platform's own tables keep.</summary>
internal sealed class PlatformProcessing : IProcessing
{
    public IReadOnlyList<Processing> Entries { get; } =
    [
        new(() => T("History and audit"), About.Both, [typeof(Event), typeof(SubjectKey), typeof(Delivery)])
        {
            What = () => T("Who changed what and when, with the values before and after; values about people only under a key of each person."),
            Purpose = () => T("Timelines, past views, and showing who did what"), Basis = () => T("legitimate interest: being able to account for what was done"),
            SeenBy = () => T("who sees the record; the audit: administrators"), Kept = () => T("as long as the record; an erased person's key goes at once"),
        },
        new(() => T("Who looked at figures about whom"), About.OwnPeople, [typeof(Look)])
        {
            What = () => T("Who saw which figures about a person, once a day."), Purpose = () => T("Everybody can see who looks at them"), Basis = () => T("legitimate interest: keeping those who see figures honest"),
            SeenBy = () => T("the person looked at, nobody else"), Kept = () => T("as set under “How long it is kept”"),
        },
        new(() => T("Search"), About.Outsiders, [typeof(SearchDocument)])
        {
            What = () => T("Names and words of records, to be found by."), Purpose = () => T("Finding a record"), Basis = () => T("as the record it finds"), SeenBy = () => T("who sees the record"), Kept = () => T("as long as the record"),
        },
        new(() => T("Requests of people"), About.Both, [typeof(PersonExport), typeof(Erasure)])
        {
            What = () => T("Files with everything about one person, and the keys of who was erased."), Purpose = () => T("Answering people who ask for their data, and keeping erased people erased"), Basis = () => T("legal duty"),
            SeenBy = () => T("administrators, and everybody for themselves"), Kept = () => T("a file for a week; a key without any name for good"),
        },
        new(() => T("Own views and background work"), About.OwnPeople, [typeof(SavedView), typeof(Job), typeof(TakenAct), typeof(AccessRow), typeof(Share)])
        {
            What = () => T("Saved views, jobs somebody asked for, what may be seen by whom."), Purpose = () => T("Running the system"), Basis = () => T("the employment or service contract"), SeenBy = () => T("the person; jobs: administrators"), Kept = () => T("views until removed, finished jobs for 30 days"),
        },
        new(() => T("Settings"), About.Nobody, [typeof(Tenant), typeof(CustomField), typeof(CustomObjects.CustomObject), typeof(Webhooks.Webhook), typeof(Webhooks.WebhookSending), typeof(SourceMaster), typeof(ExchangeRate), typeof(Outgoing), typeof(RetentionLimit), typeof(RetentionRun), typeof(RoleRule), typeof(FieldRule), typeof(Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey)])
        { What = () => T("How the organisation works; nothing about people.") },
    ];
}

/// <summary>Copies of everything are made here, and carried away by hand.</summary>
internal static class PlatformWays
{
    public static WayOut Webhooks { get; } = new(() => T("Webhooks"), async (db, ct) => await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstOrDefaultAsync(db.Rows<Platform.Webhooks.Webhook>().Where(w => w.StoppedAt == null).OrderBy(w => w.Id).Select(w => w.Host), ct), "/settings/webhooks");

    public static WayOut Mail { get; } = new(() => T("Sending mail"), async (db, ct) => await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstOrDefaultAsync(db.Rows<Outgoing>().OrderBy(o => o.Id).Select(o => o.Host), ct), "/settings/mail");
}
