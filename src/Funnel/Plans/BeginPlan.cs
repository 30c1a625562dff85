using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Maps;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Begins the plan of a deal with three answers, each of which may stay unknown: who says yes, what they gain, and their next step.</summary>
internal static class BeginPlan
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>A contact of the account who says the final yes.</summary>
        public Guid? Contact { get; init; }

        /// <summary>Or the committee, or a role of which nobody is known yet.</summary>
        [StringLength(120)]
        public string? Placeholder { get; init; }

        /// <summary>It is a committee that decides with one voice.</summary>
        public bool IsBody { get; init; }

        /// <summary>What they gain from it themselves.</summary>
        [StringLength(1_000)]
        public string? Gain { get; init; }

        /// <summary>Their next step.</summary>
        [StringLength(200)]
        public string? Title { get; init; }
        public DateOnly? DueOn { get; init; }
    }

    public static async Task<Outcome<DealPlan>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, today, no) = await db.PlanForChangeAsync(input.Id, clock, ct);
        if (no is not null) return no;
        var problems = new Problems();
        var approver = await db.PeopleOfDeal(input.Id).Where(p => p.Part == DealPart.Approver).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
        if (input.Contact is not null || !string.IsNullOrWhiteSpace(input.Placeholder))
        {
            var wrong = new Problems();
            approver = (await db.SayPartAsync(deal!, new(null, input.Contact, input.Placeholder, DealPart.Approver, null) { IsBody = input.IsBody && input.Contact is null }, today, wrong, ct))?.Person;
            // Here it is asked who, not which part.
            foreach (var message in wrong.Messages.Values) problems.Add("Contact", message);
        }
        problems.AddIf(approver is null && !problems.Any && !string.IsNullOrWhiteSpace(input.Gain), "Contact", T("Whose gain is it? Name who says yes, or the role."));
        problems.AddIf(string.IsNullOrWhiteSpace(input.Title) && input.DueOn is not null, "Title", T("What happens on that day?"));
        problems.AddIf(input.DueOn < today, "DueOn", T("This day has passed."));
        if (problems.Any) return Outcome.Invalid(problems);
        await db.BeginAsync(deal!.Id, today, ct);
        if (!string.IsNullOrWhiteSpace(input.Gain)) db.Add(new PlanJudgement { OpportunityId = deal.Id, MapPersonId = approver, Field = PlanField.Gain, Text = input.Gain.Trim(), On = today, SaidById = db.Viewer.PersonId });
        if (!string.IsNullOrWhiteSpace(input.Title)) db.AddTask(new AboutRecord(Kinds.Opportunity, deal.Id, deal.AccountId), input.Title, input.DueOn, db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        return await ShowPlan.Form(new() { Id = deal.Id }, db, clock, ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var begun = await Do(input, db, clock, ct);
        return begun.View is null ? begun.No : Outcome.Done(new WentBack($"/opportunities/{input.Id}")).Saying(T("The plan is begun. From here on it asks one question at a time."));
    }

    public sealed record Show { public Guid Id { get; init; } }

    public static async Task<Outcome<PlanStartView>> Form(Show input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var read = await ShowPlan.Form(new() { Id = input.Id }, db, clock, ct);
        return read.View is { } plan ? new PlanStartView(plan, plan.AccountId is { } account ? await db.ContactChoicesAsync(account, ct) : []) : read.No;
    }
}

/// <summary>What the first three questions start with.</summary>
public sealed record PlanStartView(DealPlan Plan, IReadOnlyList<Choice> Contacts);
