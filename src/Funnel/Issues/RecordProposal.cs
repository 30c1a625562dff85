using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Issues;

/// <summary>Records a proposal that went to the customer. Where none of them had confirmed an issue by that day, it needs a reason, which stays beside it.</summary>
internal static class RecordProposal
{
    /// <summary>More of them stand on no deal.</summary>
    public const int Most = 50;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>Today where nothing is said.</summary>
        public DateOnly? SentOn { get; init; }

        /// <summary>In whole units of the deal's currency; unknown where nothing is said.</summary>
        public decimal? Amount { get; init; }

        /// <summary>The file of the deal that was sent.</summary>
        public Guid? File { get; init; }

        /// <summary>Why it went before they confirmed an issue.</summary>
        [StringLength(300)]
        public string? Because { get; init; }

        /// <summary>The other system that states it: then nobody here can be asked for a reason.</summary>
        [StringLength(60)]
        public string? StatedBy { get; init; }
    }

    public static async Task<Outcome<ProposalView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var standing = await Standing.ReadAsync(db, clock, ct);
        var on = input.SentOn ?? standing.Day;
        var stated = string.IsNullOrWhiteSpace(input.StatedBy) ? null : input.StatedBy.Trim();
        var problems = new Problems().AddIf(on > standing.Today, "SentOn", T("This day is still to come.")).AddIf(on < standing.Today.AddYears(-20), "SentOn", T("This day cannot be right."));
        FieldRules.Amount(problems, input.Amount, deal!.Currency);
        problems.AddIf(input.File is { } file && !await db.DealFileRows().AnyAsync(f => f.Id == file && f.DealId == deal.Id, ct), "File", T("This file is not on this deal."))
            .AddIf(await db.Proposals.CountAsync(p => p.OpportunityId == deal.Id, ct) >= Most, "", T("There are {0} proposals already.", Most));
        var confirmed = await db.DealIssues.AnyAsync(i => i.OpportunityId == deal.Id && i.ConfirmedOn != null && i.ConfirmedOn <= on, ct);
        problems.AddIf(!confirmed && stated is null && string.IsNullOrWhiteSpace(input.Because), "Because", T("No issue was confirmed by them on {0}: say why it went all the same. The reason stays beside the proposal.", DayText.Whole(on)));
        if (problems.Any) return Outcome.Invalid(problems);
        var proposal = new Proposal { OpportunityId = deal.Id, SentOn = on, Amount = input.Amount is { } typed ? Minor.FromMajor(typed, deal.Currency) : null, Currency = deal.Currency, AttachmentId = input.File, SentById = deal.OwnerId, Because = confirmed || string.IsNullOrWhiteSpace(input.Because) ? null : input.Because.Trim(), StatedBy = stated };
        db.Add(proposal);
        await db.SaveChangesAsync(ct);
        return (await ShowIssues.ProposalsAsync(db, deal.Id, ct)).Single(p => p.Id == proposal.Id);
    }

    // On a page it is somebody's own word: another system is believed at the API only.
    public static async Task<Outcome<IssueSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var recorded = await Do(input with { StatedBy = null }, db, clock, ct);
        return recorded.View is { } proposal ? Outcome.Done(new IssueSaved(input.Id)).Saying(T("The proposal is recorded."), $"/proposals/{proposal.Id}/removals") : recorded.No;
    }
}

/// <summary>Takes a proposal off, and brings it back.</summary>
internal static class RemoveProposal
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<IssueSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var opened = await db.ProposalForChangeAsync(input.Id, ct);
        return await db.SetRemovedAsync(opened, clock.GetUtcNow().UtcDateTime, opened.Row?.OpportunityId ?? default, $"/proposals/{input.Id}/restorations", ct);
    }

    public static async Task<Outcome<IssueSaved>> Restore(Input input, AppDb db, CancellationToken ct)
    {
        var opened = await db.ProposalForChangeAsync(input.Id, ct, removed: true);
        return await db.SetRemovedAsync(opened, null, opened.Row?.OpportunityId ?? default, null, ct);
    }
}
