using System.Linq.Expressions;
using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Reviews;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Agreements;

/// <summary>Shows what a customer agreed to on the way to a decision, from small to large.</summary>
internal static class ShowLadder
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>An agreement to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<LadderView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var ways = (await ReviewCodes.ReadAsync(db, ct)).Where(c => c.Kind is ReviewCodeKind.Closing).ToList();
        var rows = await db.DealAgreements.AsNoTracking().Where(a => a.OpportunityId == deal.Id).OrderBy(a => a.Id).Take(NoteAgreement.Most).Select(Reading(db)).Seen(db).ToListAsync(ct);
        return new LadderView
        {
            DealId = deal.Id, Deal = deal, MayEdit = mayEdit, Editing = mayEdit ? input.Edit : null, Today = (await Standing.ReadAsync(db, clock, ct)).Day, Locked = db.Reaches.Fields.Locked(Kinds.DealAgreement).ToHashSet(),
            Agreements = [.. rows.Select(r => r with { WayName = ways.FirstOrDefault(w => w.Key == r.Way)?.Name }).OrderBy(r => r.Rung).ThenBy(r => r.AgreedOn).ThenBy(r => r.Id)],
            Contacts = mayEdit ? await ShowIssues.ContactsAsync(db, deal.AccountId, ct) : [], Ways = [.. ways.Where(w => !w.IsRetired).Select(w => w.Choice)],
        };
    }

    public sealed record OfAgreement { public Guid Id { get; init; } }

    /// <summary>The same with the agreement of a posted form open.</summary>
    public static async Task<Outcome<LadderView>> Again(OfAgreement input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.DealAgreements.Where(a => a.Id == input.Id).Select(a => (Guid?)a.OpportunityId).SingleOrDefaultAsync(ct) is { } deal ? await Do(new() { Id = deal, Edit = input.Id }, db, clock, ct) : Outcome.Missing;

    internal static Expression<Func<DealAgreement, AgreementView>> Reading(AppDb db)
    {
        var (contacts, people) = (db.ContactRows(), db.PersonRows());
        return a => new AgreementView
        {
            Id = a.Id, Version = a.Version, Text = a.Text, Rung = a.Rung, AgreedOn = a.SaidOn, DueOn = a.DueOn, ById = a.ById, By = contacts.Where(c => c.Id == a.ById).Select(c => c.Name).FirstOrDefault(), Way = a.Way, Kept = a.Kept, KeptOn = a.KeptOn, AskedBy = people.Where(p => p.Id == a.SaidById).Select(p => p.Name).FirstOrDefault(),
        };
    }
}
