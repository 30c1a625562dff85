using System.Linq.Expressions;
using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Value;

/// <summary>Shows what we offer in a deal beside what they need of it.</summary>
internal static class ShowValue
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>A line to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<ValueView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        return new ValueView
        {
            DealId = deal.Id, Deal = deal, Currency = deal.Currency, MayEdit = mayEdit, Editing = mayEdit ? input.Edit : null, Locked = db.Reaches.Fields.Locked(Kinds.ValueItem).ToHashSet(),
            Items = await db.ValueItems.AsNoTracking().Where(i => i.OpportunityId == deal.Id).OrderBy(i => i.Id).Take(NoteValue.Most).Select(Reading(db, today)).Seen(db).ToListAsync(ct),
            Apart = await db.PlanStrengths.AsNoTracking().Where(s => s.OpportunityId == deal.Id).OrderBy(s => s.Id).Take(Plans.NoteStrength.Most).Select(s => new ValueStrength(s.Kind, s.Text, s.SoWhat, s.Proof)).ToListAsync(ct),
            Contacts = mayEdit ? await ShowIssues.ContactsAsync(db, deal.AccountId, ct) : [],
            Proofs = mayEdit ? await db.ProofChoicesAsync(today, ct) : [],
        };
    }

    public sealed record OfItem { public Guid Id { get; init; } }

    /// <summary>The same with the line of a posted form open.</summary>
    public static async Task<Outcome<ValueView>> Again(OfItem input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.ValueItems.Where(i => i.Id == input.Id).Select(i => (Guid?)i.OpportunityId).SingleOrDefaultAsync(ct) is { } deal ? await Do(new() { Id = deal, Edit = input.Id }, db, clock, ct) : Outcome.Missing;

    public static async Task<ValueItemView> OneAsync(AppDb db, TimeProvider clock, Guid id, CancellationToken ct)
    {
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        return await db.ValueItems.AsNoTracking().Where(i => i.Id == id).Select(Reading(db, today)).Seen(db).SingleAsync(ct);
    }

    private static Expression<Func<ValueItem, ValueItemView>> Reading(AppDb db, DateOnly today)
    {
        var (contacts, proofs) = (db.ContactRows(), db.Proofs);
        return i => new ValueItemView
        {
            Id = i.Id, Version = i.Version, Capability = i.Capability, Offered = i.Offered, Needed = i.Needed, Unit = i.Unit, ForId = i.ForId, For = contacts.Where(c => c.Id == i.ForId).Select(c => c.Name).FirstOrDefault(), IsElsewhere = i.IsElsewhere, Minor = i.Worth, Currency = i.Currency,
            ProofId = i.ProofId, Proof = proofs.Where(p => p.Id == i.ProofId).Select(p => p.Claim).FirstOrDefault(), IsProofUsable = proofs.Any(p => p.Id == i.ProofId && p.Permission == ProofPermission.Yes && (p.PermittedUntil == null || p.PermittedUntil >= today)),
        };
    }
}
