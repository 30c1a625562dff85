using Coxswain.Customers;
using Coxswain.Funnel.Processes;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Coxswain.Platform.Mirroring;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Shows what is known of an opportunity, one field of it open for change where asked.</summary>
internal static class ShowFacts
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>The field to change here; null only shows.</summary>
        public string? Editing { get; init; }
        public int Version { get; init; }
    }

    public static async Task<Outcome<DealFactsView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        return await OfAsync(deal, (await Standing.ReadAsync(db, clock, ct)).Day, (await Ways.ReadAsync(db, ct)).Of(deal.Id, deal.ProcessId, deal.FollowsSince), input, db, ct);
    }

    internal static async Task<DealFactsView> OfAsync(OpportunityView deal, DateOnly day, Way way, Input input, AppDb db, CancellationToken ct)
    {
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var locks = await RecordLocks.OfAsync(db, Kinds.Opportunity, deal.SourceId, ct);
        var fields = await db.CustomFieldsAsync(Kinds.Opportunity, ct);
        var limits = db.Reaches.Fields;
        return new DealFactsView
        {
            Hidden = limits.Hidden(Kinds.Opportunity),
            Locked = limits.Locked(Kinds.Opportunity),
            Deal = deal,
            Today = day,
            MayEdit = mayEdit,
            Editing = mayEdit && input.Editing is { } field && locks?.Has(field) is not true && !limits.Locked(Kinds.Opportunity).Contains(field) ? field : null,
            Locks = locks,
            Fields = fields,
            Links = await LinkNames.OfAsync(db, fields, [deal.CustomFields], ct),
            Next = deal.End is StageEnd.Open && way.After(deal.StageId) is { } next ? new NamedRow(next.Id, next.Name, null, next.Position) : null,
            Category = deal.Category ?? way.At(deal.StageId).Stage.Category,
            Owners = input.Editing == "OwnerId" ? [.. await OwnersAsync(db, ct)] : [],
            ChangedBy = input.Version > 0 && input.Version < deal.Version ? await ChangedByAsync(db, deal.Id, ct) : null,
            MayAddAccount = db.Viewer.May(Permission.EditCustomers),
        };
    }

    // A key becomes text here and not in the database: SQLite keeps it as bytes.
    private static async Task<List<Choice>> OwnersAsync(AppDb db, CancellationToken ct) =>
        [.. (await db.PersonRows().Where(p => p.IsHere && p.Role != Role.Staff && p.Role != Role.Recruiter).OrderBy(p => p.FoldedName).Take(500).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).Select(p => new Choice(p.Id.ToString(), p.Name))];

    private static async Task<string?> ChangedByAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var people = db.PersonRows();
        return await db.Rows<Event>().Where(e => e.SubjectId == id).OrderByDescending(e => e.SubjectVersion).Select(e => people.Where(p => p.Id == e.ActorId).Select(p => p.Name).FirstOrDefault()).FirstOrDefaultAsync(ct) ?? T("Coxswain");
    }
}
