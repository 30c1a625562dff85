using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>
/// A lead becomes a contact at an account and, where there is something to sell, a deal; all at once or nothing. What is there already
/// is used, not made again, and what was said and is to be done goes along.
/// </summary>
internal static class ConvertLead
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>The account by its name; added where nobody has this name yet. Empty is none.</summary>
        [StringLength(200)]
        public string? Account { get; init; }

        /// <summary>Which account, where several have this name.</summary>
        public Guid? AccountId { get; init; }

        /// <summary>Opens a deal, too.</summary>
        public bool WithDeal { get; init; }

        [StringLength(200)]
        public string? Deal { get; init; }
        public decimal? Amount { get; init; }
    }

    public static async Task<Outcome<LeadView>> Do(Input input, AppDb db, IEnumerable<IDealOpening> deals, IEnumerable<IGoesAlong> others, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.LeadForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var lead = found!;
        if (lead.Status is LeadStatus.Converted) return Outcome.Refused(T("{0} is a contact already.", lead.Name));
        var problems = new Problems().AddIf(input.WithDeal && string.IsNullOrWhiteSpace(input.Deal), "Deal", T("Please fill this in."));
        var account = await AccountAsync(db, input, problems, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        if (await LeadAlong.OwnerAsync(db, lead, ct) is { } owner) return Outcome.Refused(T("Already known, ask the owner: {0}.", owner));
        var contact = await LeadAlong.ContactAsync(db, lead, account, ct);
        await LeadAlong.AccountAsync(db, lead, account, ct);
        if (input.WithDeal)
        {
            if (!db.Viewer.May(Permission.EditFunnel) || deals.FirstOrDefault() is not { } opening) return Outcome.Refused(T("You may not add deals. Leave the deal out, or ask who may."));
            lead.OpportunityId = await opening.AddAsync(db, new(input.Deal!, account, input.Amount, lead.Source, lead), problems, ct);
        }
        if (problems.Any) return Outcome.Invalid(problems);
        (lead.Status, lead.End, lead.AccountId, lead.ContactId, lead.ConvertedAt) = (LeadStatus.Converted, null, account, contact.Id, clock.GetUtcNow().UtcDateTime);
        await LeadAlong.RestAsync(db, lead, clock.GetUtcNow().UtcDateTime, ct);
        foreach (var other in others) await other.MoveAsync(db, lead.Id, account, ct);
        // What the lead had goes along, whoever converts it; what is typed here was looked at above.
        db.PassesRoleLocks = true;
        await Consent.ConsentMoving.ToContactAsync(db, e => e.LeadId == lead.Id, contact.Id, ct);
        await db.SaveChangesAsync(ct);
        return (await LeadView.OneAsync(db, lead.Id, ct))!;
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, IEnumerable<IDealOpening> deals, IEnumerable<IGoesAlong> others, TimeProvider clock, CancellationToken ct)
    {
        var done = await Do(input, db, deals, others, clock, ct);
        if (done.View is not { } lead) return done.No;
        return Outcome.Done(new WentBack(lead.OpportunityId is { } deal ? $"/opportunities/{deal}" : $"/contacts/{lead.ContactId}")).Saying(T("{0} is a contact now.", lead.Name));
    }

    // What was chosen counts as long as it is still called what stands there.
    private static async Task<Guid?> AccountAsync(AppDb db, Input input, Problems problems, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.Account)) return null;
        var found = await NamedAccount.Called(db, input.Account).Select(a => a.Id).ToListAsync(ct);
        if (found.Count == 0) return db.AddAccount(input.Account);
        if (found.Count == 1) return found[0];
        if (input.AccountId is { } chosen && found.Contains(chosen)) return chosen;
        problems.Add("AccountId", T("There are several accounts called {0}: choose the one you mean.", input.Account));
        return null;
    }
}

/// <summary>Shows what a lead would become: what is there already and what would be added.</summary>
internal static class ShowConversion
{
    private const int Most = 20;

    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>The name that was typed, where one was.</summary>
        public string? Account { get; init; }
    }

    public static async Task<Outcome<ConversionView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await LeadView.OneAsync(db, input.Id, ct) is not { } lead) return Outcome.Missing;
        var called = (input.Account ?? lead.Company) is { Length: > 0 } name ? await NamedAccount.Called(db, name).OrderBy(a => a.Id).Take(Most).Select(a => new { a.Id, a.Name, a.City, a.Country, a.Website, a.OwnerId }).Seen(db).ToListAsync(ct) : [];
        var owners = called.Count < 2 ? [] : await db.PersonRows().Where(p => called.Select(a => a.OwnerId).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return new ConversionView(lead,
            called.Count > 0,
            called.Count < 2 ? [] : [.. called.Select(a => new Choice($"{a.Id}", string.Join(" · ", new[] { a.Name, a.City, a.Country, a.Website, owners.GetValueOrDefault(a.OwnerId) }.Where(t => !string.IsNullOrWhiteSpace(t)))))],
            lead.Email is { } email ? await LeadAlong.Same(db, email).Select(c => c.Name).Seen(db).FirstOrDefaultAsync(ct) : null,
            db.Viewer.May(Permission.EditFunnel));
    }
}

/// <summary>What the form that converts a lead starts with.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="AccountIsThere">An account of its company's name is there.</param>
/// <param name="Accounts">Those of its company's name, where there are several.</param>
/// <param name="Contact">A contact with its address, who is used instead of a new one.</param>
/// <param name="MayAddDeal">Whether a deal may come of it.</param>
public sealed record ConversionView(LeadView Lead, bool AccountIsThere, IReadOnlyList<Choice> Accounts, string? Contact, bool MayAddDeal);
