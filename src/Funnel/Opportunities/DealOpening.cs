using Coxswain.Customers.Leads;
using Coxswain.Funnel.Processes;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Opens the deal that a lead becomes, in the first stage.</summary>
internal sealed class DealOpening(TimeProvider clock) : IDealOpening
{
    public async Task<Guid?> AddAsync(AppDb db, DealToOpen deal, Problems problems, CancellationToken ct)
    {
        var (tenant, now) = (await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime);
        var stage = await db.Stages.Where(s => s.End == StageEnd.Open && s.RetiredAt == null).OrderBy(s => s.Position).FirstOrDefaultAsync(ct);
        problems.AddIf(stage is null, "Deal", T("There is no such open stage."));
        FieldRules.Amount(problems, deal.Amount, tenant.Currency);
        problems.AddIf(deal.Amount is not null && !db.Reaches.Fields.AreOpen(Kinds.Opportunity, ["Amount"]), "Amount", FieldLocks.Said);
        if (problems.Any) return null;
        var opportunity = CreateOpportunity.New(new() { Name = deal.Name, Amount = deal.Amount, Source = deal.Source }, db.Viewer.PersonId, deal.AccountId, stage!, tenant.Currency, now, Standing.Of(tenant, now).Today);
        if (deal.Lead is not null) await CustomCopy.FillAsync(db, Customers.Kinds.Lead, deal.Lead, Kinds.Opportunity, opportunity, ct);
        await Segments.FollowAsync(db, [opportunity], Standing.Of(tenant, now).Today, ct);
        db.Add(opportunity);
        return opportunity.Id;
    }
}
