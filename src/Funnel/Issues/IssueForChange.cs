using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Issues;

/// <summary>How acts open issues and proposals: whoever may change the deal may change what stands on it.</summary>
internal static class IssueForChange
{
    public static async Task<(DealIssue? Row, Refusal? No)> IssueForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false)
    {
        if (await (removed ? db.RowsWithRemoved<DealIssue>() : db.DealIssues).SingleOrDefaultAsync(i => i.Id == id, ct) is not { } issue) return (null, Outcome.Missing);
        var (_, no) = await db.OpportunityForChangeAsync(issue.OpportunityId, ct);
        return (issue, no);
    }

    public static async Task<(Proposal? Row, Refusal? No)> ProposalForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false)
    {
        if (await (removed ? db.RowsWithRemoved<Proposal>() : db.Proposals).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal) return (null, Outcome.Missing);
        var (_, no) = await db.OpportunityForChangeAsync(proposal.OpportunityId, ct);
        return (proposal, no);
    }

    /// <summary>Whether somebody there can confirm: a contact of the deal's account whom the viewer sees.</summary>
    public static Task<bool> IsOfAccountAsync(this AppDb db, Guid contact, Guid? account, CancellationToken ct) => db.ContactRows().AnyAsync(c => c.Id == contact && c.AccountId == account && account != null, ct);

    /// <summary>Removes or brings back; the notice leads to the way back.</summary>
    public static async Task<Outcome<IssueSaved>> SetRemovedAsync<TRow>(this AppDb db, (TRow? Row, Refusal? No) opened, DateTime? at, Guid deal, string? back, CancellationToken ct) where TRow : Entity, IRemovable
    {
        if (opened.No is { } no) return no;
        opened.Row!.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new IssueSaved(deal)).Saying(at is null ? T("It is back.") : T("It is taken off."), back);
    }
}

/// <summary>Something of a deal's issues or proposals was changed.</summary>
/// <param name="Deal">The deal.</param>
public sealed record IssueSaved(Guid Deal)
{
    internal string Url => $"/opportunities/{Deal}/issues";
}
