using Coxswain.Customers.Maps;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Plans;

/// <summary>Shows the form that adds a line to a plan, or changes one.</summary>
internal static class NewPlanItem
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public PlanKind? Kind { get; init; }
    }

    public static async Task<Outcome<PlanItemForm>> Do(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        var read = await PlanReading.ReadAsync(db, input.Id, deals, clock, ct);
        return read.View is { } plan ? new PlanItemForm(plan, input.Kind ?? PlanKind.Trend, null) : read.No;
    }

    public static async Task<Outcome<PlanItemForm>> Edit(Input input, AppDb db, IEnumerable<IDealsOnMap> deals, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<PlanItem>().Where(i => i.Id == input.Id).Select(i => (Guid?)i.AccountId).SingleOrDefaultAsync(ct) is not { } account) return Outcome.Missing;
        var read = await PlanReading.ReadAsync(db, account, deals, clock, ct);
        if (read.View is not { } plan) return read.No;
        return plan.Items.FirstOrDefault(i => i.Id == input.Id) is { } item ? new PlanItemForm(plan, item.Kind, item) : Outcome.Missing;
    }
}

/// <summary>What the form starts with.</summary>
public sealed record PlanItemForm(PlanView Plan, PlanKind Kind, PlanItemView? Item);
