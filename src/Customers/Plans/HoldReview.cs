using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Import;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Plans;

/// <summary>Notes that a plan was looked at, and keeps it as it stands: a version that later ones are compared with.</summary>
internal static class HoldReview
{
    public sealed record Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }

        /// <summary>Today, where nobody says.</summary>
        public DateOnly? HeldOn { get; init; }

        /// <summary>The customer was there.</summary>
        public bool WithCustomer { get; init; }

        [StringLength(2_000)]
        public string? Note { get; init; }
    }

    public static async Task<Outcome<PlanReviewView>> Do(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var (_, no) = await db.AccountForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var read = await PlanReading.ReadAsync(db, input.Id, deals, clock, ct);
        if (read.View is not { } plan) return read.No;
        if (input.HeldOn > plan.Today) return Outcome.Invalid("HeldOn", T("This has not happened yet: make it a task."));
        if (plan.IsEmpty) return Outcome.Refused(T("There is nothing in the plan to look at yet."));
        var review = new PlanReview { AccountId = input.Id, HeldOn = input.HeldOn ?? plan.Today, WithCustomer = input.WithCustomer, Note = input.Note, Snapshot = Json.Write(await OfAsync(db, plan, ct)), SaidById = db.Viewer.PersonId };
        db.Add(review);
        await db.SaveChangesAsync(ct);
        return new PlanReviewView(review.Id, review.HeldOn, review.WithCustomer, review.Note, null, plan.Today);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var held = await Do(input, db, deals, clock, ct);
        return held.View is null ? held.No : Outcome.Done(new WentBack($"/accounts/{input.Id}/plan")).Saying(held.View.Label is null ? T("The plan is kept as it stands.") : T("The review is noted for {0}; the plan is kept as it stands today.", DayText.Whole(held.View.HeldOn)));
    }

    /// <summary>The plan as it stands.</summary>
    public static async Task<PlanSnapshot> OfAsync(AppDb db, PlanView plan, CancellationToken ct) => new(plan.Today, plan.Scope, plan.Until, plan.Charter, plan.Items, await PlanReading.StandingAsync(db, plan.AccountId, ct));
}
