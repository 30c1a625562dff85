using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Coxswain.Platform.Mirroring;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>Shows one lead: what is known, what is due, what happened, and what it may become.</summary>
internal static class ShowLead
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Editing { get; init; }
        public QueryValues Query { get; init; } = QueryValues.Empty;
    }

    public static async Task<Outcome<LeadRecord>> Do(Input input, AppDb db, IEnumerable<IPanel> panels, TimeProvider clock, CancellationToken ct)
    {
        if (await LeadView.OneAsync(db, input.Id, ct) is not { } lead) return Outcome.Missing;
        var tenant = await db.TenantAsync(ct);
        var today = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Today;
        var mayEdit = db.Viewer.May(Permission.EditCustomers) && db.MayEdit(Kinds.Lead, lead.Id, lead.OwnerId);
        return new LeadRecord
        {
            Lead = lead,
            Facts = (await FactsOf(lead, mayEdit, input.Editing, mayEdit && input.Editing is not null ? await Owners.ChoicesAsync(db, ct) : [], null).WithOwnAsync(db, Kinds.Lead, lead.CustomFields, ct)).Under(await RecordLocks.OfAsync(db, Kinds.Lead, lead.SourceId, ct)) with { Links = db.Viewer.May(Permission.Erase) ? [new($"/duplicates?kind=lead&of={lead.Id}", T("Duplicates"), "copy"), new($"/leads/{lead.Id}/data", T("Everything as a file"), "download"), new($"/leads/{lead.Id}/erasure", T("Erase for good"), "trash-2")] : [new($"/duplicates?kind=lead&of={lead.Id}", T("Duplicates"), "copy")] },
            Tasks = await TaskReading.OpenAsync(db, t => t.AboutId == lead.Id, ct),
            Consent = await ConsentReading.OfAsync(db, tenant, $"/leads/{lead.Id}", db.Rows<ConsentEntry>().Where(e => e.LeadId == lead.Id), lead.Email, db.Viewer.May(Permission.EditCustomers), ct),
            Files = new(await AttachmentView.OfAsync(db, a => a.AboutId == lead.Id, ct), mayEdit ? $"/leads/{lead.Id}/files" : null),
            Happened = await RecordTimeline.ReadAsync(db, TimelineScopes.OfLead(db, lead.Id), today, ct),
            Log = LogBoxView.For($"/leads/{lead.Id}", input.Query) with { AboutKind = Kinds.Lead, AboutId = lead.Id },
            Panels = lead.IsOpen ? await panels.DrawAsync(Panels.Lead, db, lead.Id, ct) : [],
            Today = today,
            MayEdit = mayEdit,
        };
    }

    /// <summary>What is known of a lead, one fact or all of them open for change.</summary>
    public static async Task<Outcome<FactsView>> Facts(Input input, AppDb db, CancellationToken ct)
    {
        if (await LeadView.OneAsync(db, input.Id, ct) is not { } lead) return Outcome.Missing;
        var mayEdit = db.MayEdit(Kinds.Lead, lead.Id, lead.OwnerId);
        return (await FactsOf(lead, mayEdit, input.Editing, mayEdit ? await Owners.ChoicesAsync(db, ct) : [], await Owners.LastChangedByAsync(db, lead.Id, ct)).WithOwnAsync(db, Kinds.Lead, lead.CustomFields, ct)).Under(await RecordLocks.OfAsync(db, Kinds.Lead, lead.SourceId, ct));
    }

    /// <summary>One lead as data.</summary>
    public static async Task<Outcome<LeadView>> Read(Input input, AppDb db, CancellationToken ct) => await LeadView.OneAsync(db, input.Id, ct) is { } lead ? lead : Outcome.Missing;

    internal static FactsView FactsOf(LeadView l, bool mayEdit, string? editing, IReadOnlyList<Choice> owners, string? changedBy) => new()
    {
        Url = $"/leads/{l.Id}",
        Version = l.Version,
        Heading = T("The lead"),
        MayEdit = mayEdit,
        Editing = editing,
        ChangedBy = changedBy,
        Head = new RecordHead(l.Name, string.Join(" · ", new[] { l.Title, l.Company }.OfType<string>()) is { Length: > 0 } note ? note : null, l.OwnerName ?? T("nobody")) { Chips = [LeadWords.Of(l.Status)] },
        Facts =
        [
            new("Name", T("Name"), l.Name) { Required = true, InHead = true },
            new("Status", T("Status"), l.End is { } end ? $"{LeadWords.Of(l.Status)}: {LeadWords.Of(end)}" : LeadWords.Of(l.Status)) { Kind = FieldKind.Choice, Typed = l.Status.ToString(), Choices = l.IsOpen ? LeadWords.Open : LeadWords.Statuses, Required = true },
            new("Company", T("Company"), l.Company),
            new("Title", T("Role"), l.Title),
            new("Email", T("E-mail"), l.Email) { Kind = FieldKind.Email, Href = l.Email is { } mail ? "mailto:" + mail : null },
            new("Phone", T("Phone"), l.Phone) { Kind = FieldKind.Phone, Href = Phones.Link(l.Phone, l.PhoneE164) },
            new("Need", T("What they want"), l.Need) { Kind = FieldKind.LongText },
            new("Source", T("Source"), l.Source),
            new("OwnerId", T("Owner"), l.OwnerName) { Kind = FieldKind.Choice, Typed = l.OwnerId.ToString(), Choices = owners, Required = true },
        ],
    };
}

/// <summary>All that a lead's page shows.</summary>
public sealed record LeadRecord
{
    public required LeadView Lead { get; init; }
    public required FactsView Facts { get; init; }
    public required IReadOnlyList<TaskView> Tasks { get; init; }
    public required ConsentView Consent { get; init; }
    public required FilesView Files { get; init; }
    public required IReadOnlyList<TimelineItem> Happened { get; init; }
    public required LogBoxView Log { get; init; }

    /// <summary>What other modules have to say of it while it is open.</summary>
    public required IReadOnlyList<Microsoft.AspNetCore.Components.RenderFragment> Panels { get; init; }
    public required DateOnly Today { get; init; }
    public required bool MayEdit { get; init; }
}
