using Coxswain.Customers.Maps;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>How acts open the plan of a deal: whoever may change the deal may change its plan, once its account is named.</summary>
internal static class PlanForChange
{
    public static async Task<(DealOnMap? Deal, DateOnly Today, Refusal? No)> PlanForChangeAsync(this AppDb db, Guid id, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(id, ct);
        if (no is not null) return (null, default, no);
        if (deal!.AccountId is not { } account) return (null, default, Outcome.Invalid("", T("Name the account first: the people who decide are on its map.")));
        return (new DealOnMap(deal.Id, deal.Name, account, true), (await Standing.ReadAsync(db, clock, ct)).Today, null);
    }

    /// <summary>Whatever is first said of a plan begins it.</summary>
    public static async Task BeginAsync(this AppDb db, Guid dealId, DateOnly today, CancellationToken ct)
    {
        if (!await db.PlanJudgements.AnyAsync(j => j.OpportunityId == dealId && j.Field == PlanField.Begun, ct)) db.Add(new PlanJudgement { OpportunityId = dealId, Field = PlanField.Begun, On = today, SaidById = db.Viewer.PersonId });
    }
}
