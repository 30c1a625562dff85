using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Value;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>Adds a line to a plan: what one of us says, a question, something we give, or who comes.</summary>
internal static class AddMeetingLine
{
    public sealed record Input
    {
        /// <summary>The plan.</summary>
        public Guid Id { get; init; }

        [Required]
        public MeetingLineKind? Kind { get; init; }

        /// <summary>What it says; of somebody who comes and is named, what matters to them or their part, where anything is said.</summary>
        [StringLength(500)]
        public string? Text { get; init; }

        /// <summary>Who of us.</summary>
        public Guid? Person { get; init; }

        /// <summary>Who of theirs comes: a contact of the account.</summary>
        public Guid? Contact { get; init; }

        /// <summary>What they want solved that it answers.</summary>
        public Guid? Issue { get; init; }

        /// <summary>Of what we give: why it matters to them.</summary>
        [StringLength(500)]
        public string? SoWhat { get; init; }

        /// <summary>Of what we give: what shows it, in own words.</summary>
        [StringLength(300)]
        public string? Proof { get; init; }

        /// <summary>Of what we give: what shows it, of the library; it may be shown today.</summary>
        public Guid? ProofId { get; init; }
    }

    public static async Task<Outcome<MeetingView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (plan, no) = await db.PlanForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var (kind, text) = (input.Kind!.Value, input.Text?.Trim() ?? "");
        var problems = new Problems().AddIf(text.Length == 0 && input.Contact is null && kind is not MeetingLineKind.We, "Text", T("Please fill this in."))
            .AddIf(kind is MeetingLineKind.We && input.Person is null || input.Person is { } who && !await db.PersonRows().AnyAsync(p => p.Id == who && p.IsHere, ct), "Person", T("Choose somebody who works here."))
            .AddIf(input.Issue is { } issue && !await db.DealIssues.AnyAsync(i => i.Id == issue && i.OpportunityId == plan!.OpportunityId, ct), "Issue", T("This is not what they want solved by this deal."))
            .AddIf(kind is not MeetingLineKind.Gives && !string.IsNullOrWhiteSpace(input.SoWhat), "SoWhat", T("Only what we give is proven."))
            .AddIf(kind is not MeetingLineKind.Gives && input.ProofId is not null, "ProofId", T("Only what we give is proven."))
            .AddIf(await db.MeetingLines.CountAsync(l => l.MeetingPlanId == input.Id, ct) >= PlanMeeting.MostLines, "", T("There are {0} lines already; no meeting holds more.", PlanMeeting.MostLines));
        await ComesAsync(problems, input, plan!, db, ct);
        var proof = await ProofLines.ReadAsync(problems, input.Proof, input.ProofId, null, db, clock, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(new MeetingLine { MeetingPlanId = plan!.Id, OpportunityId = plan.OpportunityId, Kind = kind, PersonId = input.Person, ContactId = input.Contact, DealIssueId = input.Issue, Text = text, SoWhat = NoteValue.Trimmed(input.SoWhat), Proof = proof, ProofId = input.ProofId });
        await db.SaveChangesAsync(ct);
        return await PlanMeeting.OneAsync(db, plan, clock, ct);
    }

    public static async Task<Outcome<MeetingSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var added = await Do(input, db, clock, ct);
        return added.View is { } plan ? Outcome.Done(new MeetingSaved(plan.DealId, plan.Id)).Saying(T("It is noted.")) : added.No;
    }

    // Who comes is named once.
    private static async Task ComesAsync(Problems problems, Input input, MeetingPlan plan, AppDb db, CancellationToken ct)
    {
        if (input.Contact is { } contact)
        {
            var account = await db.Opportunities.Where(o => o.Id == plan.OpportunityId).Select(o => o.AccountId).SingleOrDefaultAsync(ct);
            problems.AddIf(input.Kind is not MeetingLineKind.They, "Contact", T("Only somebody of theirs who comes is a contact."))
                .AddIf(!await db.IsOfAccountAsync(contact, account, ct), "Contact", T("Choose a contact of the deal's account."))
                .AddIf(await db.MeetingLines.AnyAsync(l => l.MeetingPlanId == plan.Id && l.ContactId == contact, ct), "Contact", T("They are named already."));
        }
        if (input.Kind is MeetingLineKind.We) problems.AddIf(await db.MeetingLines.AnyAsync(l => l.MeetingPlanId == plan.Id && l.Kind == MeetingLineKind.We && l.PersonId == input.Person, ct), "Person", T("They are named already."));
    }
}

/// <summary>What shows something we give: own words, or one of the library that may be shown today.</summary>
internal static class ProofLines
{
    /// <summary>The words that are kept of it; what was chosen before stays chosen, whatever became of its permission.</summary>
    public static async Task<string?> ReadAsync(Problems problems, string? own, Guid? chosen, MeetingLine? before, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (chosen is not { } id) return NoteValue.Trimmed(own);
        problems.AddIf(!string.IsNullOrWhiteSpace(own), "Proof", T("Either one of the library, or in your own words."));
        if (id == before?.ProofId) return before.Proof;
        var day = (await Standing.ReadAsync(db, clock, ct)).Day;
        var proof = await db.ShowableProofs(day).Where(p => p.Id == id).Select(p => new { p.Claim, p.Measure }).SingleOrDefaultAsync(ct);
        problems.AddIf(proof is null, "ProofId", T("There is no permission to show this today: ask the customer first."));
        return proof is null ? null : ShowProofs.Said(proof.Claim, proof.Measure);
    }
}
