using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Coxswain.Platform.Mirroring;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>Shows one contact: how to reach them, what is due, what happened.</summary>
internal static class ShowContact
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Editing { get; init; }
        public QueryValues Query { get; init; } = QueryValues.Empty;
    }

    public static async Task<Outcome<ContactRecord>> Do(Input input, AppDb db, IEnumerable<IPanel> panels, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Contacts.AsNoTracking().Where(c => c.Id == input.Id).Select(ContactView.Reading(db)).SingleOrDefaultAsync(ct) is not { } contact) return Outcome.Missing;
        var tenant = await db.TenantAsync(ct);
        var today = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Today;
        var mayAdd = db.Viewer.May(Permission.EditCustomers);
        var mayEdit = mayAdd && db.MayEdit(Kinds.Contact, contact.Id, contact.OwnerId);
        return new ContactRecord
        {
            Id = contact.Id,
            Facts = (await ContactFactsOf.View(contact, mayEdit, input.Editing, mayEdit && input.Editing is not null ? await Owners.ChoicesAsync(db, ct) : [], null).WithOwnAsync(db, Kinds.Contact, contact.CustomFields, ct)).Under(await RecordLocks.OfAsync(db, Kinds.Contact, contact.SourceId, ct)) with { Links = Links(db, contact.Id) },
            Tasks = await TaskReading.OpenAsync(db, t => t.ContactId == contact.Id, ct),
            Positions = await PositionView.OfAsync(db, contact.Id, contact.AccountId ?? Guid.Empty, ct),
            Happened = await RecordTimeline.ReadAsync(db, TimelineScopes.OfContact(db, contact.Id, contact.AccountId), today, ct),
            Consent = await ConsentReading.OfAsync(db, tenant, $"/contacts/{contact.Id}", db.Rows<ConsentEntry>().Where(e => e.ContactId == contact.Id), contact.Email, mayAdd, ct),
            Ground = mayEdit ? await GroundReading.OfAsync(db, contact.Id, ct) : null,
            Files = new(await AttachmentView.OfAsync(db, a => a.ContactId == contact.Id, ct), mayAdd ? $"/contacts/{contact.Id}/files" : null),
            Panels = await panels.DrawAsync(Panels.Contact, db, contact.Id, ct),
            Log = LogBoxView.For($"/contacts/{contact.Id}", input.Query) with { AccountId = contact.AccountId, ContactId = contact.Id },
            Today = today,
            MayAdd = mayAdd,
            MayEdit = mayEdit,
        };
    }

    private static IReadOnlyList<RecordLink> Links(AppDb db, Guid id)
    {
        var job = new RecordLink($"/contacts/{id}/job-change", T("Changed jobs"), "arrow-right");
        var twice = new RecordLink($"/duplicates?kind=contact&of={id}", T("Duplicates"), "copy");
        return db.Viewer.May(Permission.Erase) ? [job, twice, new($"/contacts/{id}/data", T("Everything as a file"), "download"), new($"/contacts/{id}/erasure", T("Erase for good"), "trash-2")] : [job, twice];
    }
}

/// <summary>All that a contact's page shows.</summary>
public sealed record ContactRecord
{
    public required Guid Id { get; init; }
    public required FactsView Facts { get; init; }
    public required IReadOnlyList<TaskView> Tasks { get; init; }
    public required IReadOnlyList<PositionView> Positions { get; init; }

    /// <summary>What they told of themselves; null for who may not change the contact.</summary>
    public required IReadOnlyList<GroundView>? Ground { get; init; }
    public required ConsentView Consent { get; init; }
    public required FilesView Files { get; init; }
    public required IReadOnlyList<TimelineItem> Happened { get; init; }
    public required IReadOnlyList<RenderFragment> Panels { get; init; }
    public required LogBoxView Log { get; init; }
    public required DateOnly Today { get; init; }
    public required bool MayAdd { get; init; }
    public required bool MayEdit { get; init; }
}

/// <summary>Shows how to reach a contact, one fact or all of them open for change.</summary>
internal static class ShowContactFacts
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Editing { get; init; }
    }

    public static async Task<Outcome<FactsView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Contacts.AsNoTracking().Where(c => c.Id == input.Id).Select(ContactView.Reading(db)).SingleOrDefaultAsync(ct) is not { } contact) return Outcome.Missing;
        var mayEdit = db.MayEdit(Kinds.Contact, contact.Id, contact.OwnerId);
        return (await ContactFactsOf.View(contact, mayEdit, input.Editing, mayEdit ? await Owners.ChoicesAsync(db, ct) : [], await Owners.LastChangedByAsync(db, contact.Id, ct)).WithOwnAsync(db, Kinds.Contact, contact.CustomFields, ct)).Under(await RecordLocks.OfAsync(db, Kinds.Contact, contact.SourceId, ct));
    }

    /// <summary>One contact as data.</summary>
    public static async Task<Outcome<ContactView>> Read(Input input, AppDb db, CancellationToken ct) =>
        await db.Contacts.AsNoTracking().Where(c => c.Id == input.Id).Select(ContactView.Reading(db)).SingleOrDefaultAsync(ct) is { } contact ? contact : Outcome.Missing;
}
