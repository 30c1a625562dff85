using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Plans;

/// <summary>Shows an account's plan.</summary>
internal static class ShowPlan
{
    public sealed record Input { public Guid Id { get; init; } }

    public static Task<Outcome<PlanView>> Do(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct) => PlanReading.ReadAsync(db, input.Id, deals, clock, ct);
}

/// <summary>Says what part of an account is planned, until when, and what both get: what was sent, the rest stays. The first time begins the plan.</summary>
internal static class ChangePlan
{
    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The account.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        [StringLength(500)]
        public string? Scope { get; init; }
        public DateOnly? Until { get; init; }

        [StringLength(2_000)]
        public string? Charter { get; init; }
        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<PlanView>> Do(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var (_, no) = await db.AccountForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var plan = await db.Rows<AccountPlan>().SingleOrDefaultAsync(p => p.AccountId == input.Id, ct);
        if (string.IsNullOrWhiteSpace(input.Has("Scope") ? input.Scope : plan?.Scope)) return Outcome.Invalid("Scope", T("Which part of them? Plan where you can win, not all of them."));
        if (plan is null) db.Add(new AccountPlan { AccountId = input.Id, Scope = input.Scope, Until = input.Until, Charter = input.Charter });
        else
        {
            var merge = await db.MergeAsync(plan, plan.Drawn(input.Version), ct);
            if (input.Has("Scope")) plan.Scope = merge.Take(nameof(plan.Scope), plan.Scope, input.Scope);
            if (input.Has("Until")) plan.Until = merge.Take(nameof(plan.Until), plan.Until, input.Until);
            if (input.Has("Charter")) plan.Charter = merge.Take(nameof(plan.Charter), plan.Charter, input.Charter);
            if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        }
        await db.SaveChangesAsync(ct);
        return await PlanReading.ReadAsync(db, input.Id, deals, clock, ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var changed = await Do(input, db, deals, clock, ct);
        return changed.View is { } plan ? Outcome.Done(new WentBack(plan.Url)).Saying(T("The plan is saved.")) : changed.No;
    }
}
