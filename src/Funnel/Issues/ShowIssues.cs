using System.Linq.Expressions;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Issues;

/// <summary>Shows what the customer wants solved by a deal, who confirmed it, and the proposals.</summary>
internal static class ShowIssues
{
    private const int MostContacts = 100;

    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>An issue to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<IssuesView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        return new IssuesView
        {
            DealId = deal.Id, Deal = deal, MayEdit = mayEdit, Today = (await Standing.ReadAsync(db, clock, ct)).Day, Editing = mayEdit ? input.Edit : null, Locked = db.Reaches.Fields.Locked(Kinds.Proposal).ToHashSet(),
            Issues = await IssuesAsync(db, deal.Id, ct),
            Proposals = await ProposalsAsync(db, deal.Id, ct),
            Contacts = await ContactsAsync(db, deal.AccountId, ct),
            Files = [.. (await db.DealFileRows().Where(f => f.DealId == deal.Id).OrderByDescending(f => f.AddedOn).ThenByDescending(f => f.Id).Take(RecordProposal.Most).ToListAsync(ct)).Select(f => new Choice(f.Id.ToString(), f.Name))],
        };
    }

    public sealed record OfIssue { public Guid Id { get; init; } }

    /// <summary>The same with the issue of a posted form open.</summary>
    public static async Task<Outcome<IssuesView>> Again(OfIssue input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.DealIssues.Where(i => i.Id == input.Id).Select(i => (Guid?)i.OpportunityId).SingleOrDefaultAsync(ct) is { } deal ? await Do(new() { Id = deal, Edit = input.Id }, db, clock, ct) : Outcome.Missing;

    /// <summary>Contacts of an account, for choosing one.</summary>
    public static async Task<IReadOnlyList<Choice>> ContactsAsync(AppDb db, Guid? account, CancellationToken ct) =>
        [.. (await db.ContactRows().Where(c => c.AccountId == account && account != null).OrderBy(c => c.FoldedName).ThenBy(c => c.Id).Take(MostContacts).ToListAsync(ct)).Select(c => new Choice(c.Id.ToString(), c.Title is null ? c.Name : $"{c.Name} · {c.Title}"))];

    public static Task<IssueView> OneAsync(AppDb db, Guid id, CancellationToken ct) => db.DealIssues.AsNoTracking().Where(i => i.Id == id).Select(Reading(db)).Seen(db).SingleAsync(ct);

    public static async Task<IReadOnlyList<ProposalView>> ProposalsAsync(AppDb db, Guid dealId, CancellationToken ct)
    {
        var (files, issues) = (db.DealFileRows(), db.DealIssues);
        return await db.Proposals.AsNoTracking().Where(p => p.OpportunityId == dealId).OrderByDescending(p => p.SentOn).ThenByDescending(p => p.Id).Take(RecordProposal.Most).Select(p => new ProposalView
        {
            Id = p.Id, SentOn = p.SentOn, Minor = p.Amount, Currency = p.Currency, FileId = files.Where(f => f.Id == p.AttachmentId).Select(f => (Guid?)f.Id).FirstOrDefault(), File = files.Where(f => f.Id == p.AttachmentId).Select(f => f.Name).FirstOrDefault(),
            AfterIssue = issues.Any(i => i.OpportunityId == p.OpportunityId && i.ConfirmedOn != null && i.ConfirmedOn <= p.SentOn), Because = p.Because, StatedBy = p.StatedBy,
        }).Seen(db).ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<IssueView>> IssuesAsync(AppDb db, Guid dealId, CancellationToken ct) =>
        await db.DealIssues.AsNoTracking().Where(i => i.OpportunityId == dealId).OrderBy(i => i.ConfirmedOn == null).ThenBy(i => i.UnderstoodOn).ThenBy(i => i.Id).Take(NoteIssue.Most).Select(Reading(db)).Seen(db).ToListAsync(ct);

    private static Expression<Func<DealIssue, IssueView>> Reading(AppDb db)
    {
        var contacts = db.ContactRows();
        return i => new IssueView
        {
            Id = i.Id, Version = i.Version, DealId = i.OpportunityId, Text = i.Text, Level = i.Level, UnderstoodOn = i.UnderstoodOn, ConfirmedById = i.ConfirmedById, ConfirmedOn = i.ConfirmedOn,
            ConfirmedBy = contacts.Where(c => c.Id == i.ConfirmedById).Select(c => c.Name).FirstOrDefault(),
        };
    }
}
