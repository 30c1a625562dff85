using Coxswain.Customers;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>A deal as the page of its customer lists it.</summary>
public sealed record CustomerDeal
{
    public required Guid Id { get; init; }
    public required Guid? AccountId { get; init; }
    public required string Name { get; init; }
    public required StageEnd End { get; init; }
    public required string StageName { get; init; }
    public required string? OwnerName { get; init; }
    public required long? Minor { get; init; }
    public required string Currency { get; init; }
    public required DateOnly? CloseOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
}

/// <summary>The deals of one customer: open ones first, then what was decided last.</summary>
/// <param name="Deals">The first of them, and one more where there are others.</param>
/// <param name="AddHref">Where one adds another; null for who may not.</param>
public sealed record CustomerDealsView(IReadOnlyList<CustomerDeal> Deals, string? AddHref)
{
    public const int Shown = 8;

    /// <summary>The list with all of them, where there are more than fit here.</summary>
    public string? AllHref => Deals.Count > Shown ? $"/opportunities?all=1&account={Deals[0].AccountId}" : null;
}

/// <summary>An account's deals on its page.</summary>
internal sealed class AccountDeals : IPanel
{
    public string Slot => Panels.Account;

    public int Order => 10;

    public Task<RenderFragment?> DrawAsync(AppDb db, Guid subjectId, CancellationToken ct) =>
        CustomerDeals.DrawAsync(db, db.Opportunities.Where(o => o.AccountId == subjectId), $"?accountId={subjectId}", ct);
}

/// <summary>The deals of a contact's account on the contact's page.</summary>
internal sealed class ContactDeals : IPanel
{
    public string Slot => Panels.Contact;

    public int Order => 10;

    public Task<RenderFragment?> DrawAsync(AppDb db, Guid subjectId, CancellationToken ct) =>
        CustomerDeals.DrawAsync(db, db.Opportunities.Where(o => db.AccountsOfContact(subjectId).Contains(o.AccountId)), null, ct);
}

/// <summary>Reads the deals of a customer and hands them to their panel, in one statement.</summary>
internal static class CustomerDeals
{
    /// <param name="db">Its viewer looks at the page.</param>
    /// <param name="deals">Those of the customer.</param>
    /// <param name="account">How the form of a new deal is told whose it is; null where nobody may say.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<RenderFragment?> DrawAsync(AppDb db, IQueryable<Opportunity> deals, string? account, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel)) return null;
        var (people, stages) = (db.PersonRows(), db.Stages);
        var found = await deals.OrderBy(o => o.End != StageEnd.Open).ThenByDescending(o => o.ClosedOn).ThenBy(o => o.CloseOn == null).ThenBy(o => o.CloseOn).ThenBy(o => o.Id).Take(CustomerDealsView.Shown + 1).Select(o => new CustomerDeal
        {
            Id = o.Id, AccountId = o.AccountId, Name = o.Name, End = o.End, Minor = o.Amount, Currency = o.Currency, CloseOn = o.CloseOn, ClosedOn = o.ClosedOn,
            StageName = stages.Where(s => s.Id == o.StageId).Select(s => s.Name).First(), OwnerName = people.Where(p => p.Id == o.OwnerId).Select(p => p.Name).FirstOrDefault(),
        }).Seen(db).ToListAsync(ct);
        if (found.Count == 0 && account is null) return null;
        return Fragment(new CustomerDealsView(found, account is not null && db.Viewer.May(Permission.EditFunnel) ? "/opportunities/new" + account : null));
    }

    private static RenderFragment Fragment(CustomerDealsView view) => builder =>
    {
        builder.OpenComponent<CustomerDealsPanel>(0);
        builder.AddComponentParameter(1, nameof(CustomerDealsPanel.Model), view);
        builder.CloseComponent();
    };
}
