using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>Makes a contract of an account: by hand, of a won deal with what that says, or as the next term of one that was renewed.</summary>
internal static class MakeContract
{
    public sealed record Input : ContractFields
    {
        /// <summary>The account by name; or by <see cref="AccountId"/>.</summary>
        [StringLength(200)]
        public string? Account { get; init; }
        public Guid? AccountId { get; init; }

        /// <summary>The won deal it comes of; its account and currency are taken where nothing else is said.</summary>
        public Guid? DealId { get; init; }
    }

    public static async Task<Outcome<ContractView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var deal = input.DealId is { } dealId ? await db.Opportunities.AsNoTracking().SingleOrDefaultAsync(o => o.Id == dealId, ct) : null;
        var known = input.AccountId ?? deal?.AccountId;
        var (account, wrong) = input.Account is null ? (known, null) : await NamedAccount.FindAsync(db, input.Account, known, add: false, ct);
        var currency = input.Currency?.Trim().ToUpperInvariant() ?? deal?.Currency ?? tenant.Currency;
        var problems = ContractFields.Wrong(input, input.Name ?? deal?.Name, input.StartsOn, input.EndsOn, input.RenewsMonths, input.NoticeDays, currency);
        foreach (var message in wrong?.Messages.Values ?? []) problems.Add("Account", message);
        // What one does not see is answered as what is not there.
        if (wrong is null) problems.AddIf(account is null, "Account", T("Please fill this in.")).AddIf(account is { } id && !await NamedAccount.IsThereAsync(db, id, ct), "Account", T("This account is not here."));
        problems.AddIf(input.DealId is not null && deal is null, "", T("This deal is not here."))
            .AddIf(deal is { End: not StageEnd.Won }, "", T("A contract comes of a deal that was won."))
            .AddIf(deal is not null && account is not null && deal.AccountId != account, "Account", T("This is not the account of the deal."));
        var follows = deal is null ? null : await RenewedByAsync(db, deal.Id, ct);
        problems.AddIf(follows is { } old && await db.Rows<Contract>().AnyAsync(c => c.FollowsId == old, ct), "", T("The next term of that contract is there already."));
        if (problems.Any) return Outcome.Invalid(problems);
        var contract = new Contract
        {
            AccountId = account!.Value, OwnerId = db.Viewer.PersonId, Name = (input.Name ?? deal!.Name).Trim(), DealId = deal?.Id, FollowsId = follows, StartsOn = input.StartsOn!.Value, TermFrom = input.StartsOn.Value, EndsOn = input.EndsOn,
            RenewsMonths = input.RenewsMonths, NoticeDays = input.NoticeDays, Recurring = ContractFields.Minor(input.Recurring, currency), Every = input.Every ?? ContractEvery.Year, OneOff = ContractFields.Minor(input.OneOff, currency), Currency = currency,
        };
        contract.GoOn(Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Today);
        db.Add(contract);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.ContractAsync(contract.Id, clock, ct)).Saying(T("{0} is added.", contract.Name));
    }

    public sealed record OfDealInput : ContractFields { public Guid Id { get; init; } }

    /// <summary>The same from the page of the deal.</summary>
    public static Task<Outcome<ContractView>> OfDeal(OfDealInput input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new()
    {
        DealId = input.Id, Name = input.Name, StartsOn = input.StartsOn, EndsOn = input.EndsOn, RenewsMonths = input.RenewsMonths, NoticeDays = input.NoticeDays, Recurring = input.Recurring, Every = input.Every, OneOff = input.OneOff, Currency = input.Currency,
    }, db, clock, ct);

    /// <summary>The contract whose next term a deal agreed; null where it renews none.</summary>
    internal static async Task<Guid?> RenewedByAsync(AppDb db, Guid dealId, CancellationToken ct)
    {
        var contracts = db.Contracts;
        return await db.ContractRenewals.Where(r => r.OpportunityId == dealId && contracts.Any(c => c.Id == r.ContractId)).OrderByDescending(r => r.TermEndsOn).Select(r => (Guid?)r.ContractId).FirstOrDefaultAsync(ct);
    }

    public sealed record Ask
    {
        /// <summary>The account it is for, where one comes from its page.</summary>
        public Guid? AccountId { get; init; }
    }

    /// <summary>The form for one made by hand.</summary>
    public static async Task<Outcome<NewContract>> Form(Ask input, AppDb db, CancellationToken ct) => new NewContract
    {
        Currency = (await db.TenantAsync(ct)).Currency, AccountId = input.AccountId, Locked = db.Reaches.Fields.Locked(Kinds.Contract).ToHashSet(),
        Account = input.AccountId is { } id ? await db.AccountRows().Where(a => a.Id == id).Select(a => a.Name).FirstOrDefaultAsync(ct) : null,
    };
}

/// <summary>What the form for a new contract starts with.</summary>
public sealed record NewContract
{
    public required string Currency { get; init; }
    public Guid? AccountId { get; init; }
    public string? Account { get; init; }
    public required IReadOnlySet<string> Locked { get; init; }
}
