using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Contracts;

/// <summary>Shows a contract: how it stands, when notice is due, its renewal, and the terms before and after it.</summary>
internal static class ShowContract
{
    private const int MostTerms = 20;

    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>Opens it for change.</summary>
        public bool Edit { get; init; }
    }

    public static async Task<Outcome<ContractPageView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if ((await Read(new() { Id = input.Id }, db, clock, ct)).View is not { } contract) return Outcome.Missing;
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Contract, contract.Id, contract.OwnerId);
        var renewals = db.ContractRenewals;
        var deals = await db.Opportunities.Join(renewals.Where(r => r.ContractId == contract.Id), o => o.Id, r => r.OpportunityId, (o, r) => new { o.Id, o.Name, o.End, r.TermEndsOn }).OrderByDescending(x => x.TermEndsOn).Take(MostTerms).ToListAsync(ct);
        var terms = await db.Contracts.Where(c => c.Id == contract.FollowsId || c.FollowsId == contract.Id).OrderBy(c => c.StartsOn).Take(2).Select(c => new { c.Id, c.Name, c.StartsOn, IsNext = c.FollowsId == contract.Id }).ToListAsync(ct);
        return new ContractPageView
        {
            Contract = contract, Happened = await ContractEvents.ReadAsync(db, contract, ct), MayEdit = mayEdit, IsEditing = mayEdit && input.Edit, Locked = db.Reaches.Fields.Locked(Kinds.Contract).ToHashSet(),
            Renewals = [.. deals.Select(d => new RenewalLine(d.Id, d.Name, d.End, d.TermEndsOn))], Terms = [.. terms.Select(t => new TermLine(t.Id, t.Name, t.StartsOn, t.IsNext))],
        };
    }

    public sealed record One { public Guid Id { get; init; } }

    /// <summary>The contract as data.</summary>
    public static async Task<Outcome<ContractView>> Read(One input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var day = (await Standing.ReadAsync(db, clock, ct)).Day;
        return await db.Contracts.AsNoTracking().Where(c => c.Id == input.Id).Select(ContractView.Reading(db, day)).SingleOrDefaultAsync(ct) is { } contract ? contract : Outcome.Missing;
    }

    /// <summary>The page with the form open, for what was posted and is wrong.</summary>
    public static Task<Outcome<ContractPageView>> Again(One input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(new() { Id = input.Id, Edit = true }, db, clock, ct);
}

/// <summary>A contract with what stands around it.</summary>
public sealed record ContractPageView
{
    public required ContractView Contract { get; init; }
    public required bool MayEdit { get; init; }
    public required bool IsEditing { get; init; }
    public required IReadOnlySet<string> Locked { get; init; }

    /// <summary>What happened to it, the latest first.</summary>
    public required IReadOnlyList<Platform.Ui.TimelineItem> Happened { get; init; }

    /// <summary>Deals that renewed it or are to, the latest term first.</summary>
    public required IReadOnlyList<RenewalLine> Renewals { get; init; }

    /// <summary>The contract before it, and the one after.</summary>
    public required IReadOnlyList<TermLine> Terms { get; init; }
}

/// <summary>A deal that is to renew a contract.</summary>
public sealed record RenewalLine(Guid DealId, string Deal, StageEnd End, DateOnly TermEndsOn);

/// <summary>A contract next to another.</summary>
public sealed record TermLine(Guid Id, string Name, DateOnly StartsOn, bool IsNext);
