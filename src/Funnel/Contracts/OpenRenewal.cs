using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>
/// Opens the deal in which the next term of a contract is agreed, with what is known: account, who decided, what is paid in a term, and the
/// last day for notice as the day they decide by. Never twice for the same term.
/// </summary>
internal static class OpenRenewal
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (contract, no) = await db.ContractForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var (tenant, now) = (await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime);
        var (standing, view) = (Standing.Of(tenant, now), await db.ContractAsync(contract!.Id, clock, ct));
        var stage = await db.Stages.Where(s => s.End == StageEnd.Open && s.RetiredAt == null).OrderBy(s => s.Position).FirstOrDefaultAsync(ct);
        var said = contract.EndsOn is { } ends ? await db.ContractRenewals.SingleOrDefaultAsync(r => r.ContractId == contract.Id && r.TermEndsOn == ends, ct) : null;
        var there = said is null ? null : await db.Rows<Opportunity>().Where(o => o.Id == said.OpportunityId).Select(o => o.Name).SingleOrDefaultAsync(ct);
        var problems = new Problems().AddIf(contract.EndsOn is null, "", T("It has no end: there is no term to renew."))
            .AddIf(there is not null, "", view.RenewalName is { } name ? T("There is a renewal of this term already: {0}.", name) : T("There is a renewal of this term already."))
            .AddIf(view.FollowedById is not null, "", T("The next term of that contract is there already.")).AddIf(stage is null, "", T("There is no such open stage."));
        if (problems.Any) return Outcome.Invalid(problems);

        var deal = CreateOpportunity.New(new() { Name = Named(contract.Name), CloseOn = view.NoticeOn is { } notice && notice >= standing.Today ? notice : contract.EndsOn, Business = BusinessKind.Renewal }, contract.OwnerId, contract.AccountId, stage!, contract.Currency, now, standing.Today);
        deal.Amount = view.PerTermMinor;
        deal.PriceListId = await DealPrice.UsualAsync(db, contract.AccountId, contract.Currency, ct);
        await Segments.FollowAsync(db, [deal], standing.Today, ct);
        db.Add(deal);
        if (said is not null) said.OpportunityId = deal.Id;
        else db.Add(new ContractRenewal { ContractId = contract.Id, TermEndsOn = contract.EndsOn!.Value, OpportunityId = deal.Id });
        if (contract.DealId is { } from && await db.Opportunities.AnyAsync(o => o.Id == from && o.AccountId == contract.AccountId, ct)) await db.CopyPartsAsync(from, deal.Id, standing.Today, ct);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(deal.Id, ct)).Saying(T("{0} is added.", deal.Name));
    }

    private static string Named(string contract) => T("Renewal: {0}", contract) is { Length: > Longest } name ? name[..Longest] : T("Renewal: {0}", contract);

    private const int Longest = 200;
}
