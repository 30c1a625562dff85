using Coxswain.Customers;
using Coxswain.Funnel.Contracts;
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

    /// <summary>Where one plans a meeting with the account, with or without a deal; null for who may not.</summary>
    public string? MeetHref { get; init; }

    /// <summary>The list with all of them, where there are more than fit here.</summary>
    public string? AllHref => Deals.Count > Shown ? $"/opportunities?all=1&account={Deals[0].AccountId}" : null;
}

/// <summary>An account's deals on its page, and its contracts below them, in one statement.</summary>
internal sealed class AccountDeals(TimeProvider clock) : IPanel
{
    public string Slot => Panels.Account;

    public int Order => 10;

    public async Task<RenderFragment?> DrawAsync(AppDb db, Guid subjectId, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel)) return null;
        var (deals, contracts) = await CustomerLines.ReadAsync(db, subjectId, ct);
        var mayAdd = db.Viewer.May(Permission.EditFunnel);
        // Which day it is there would take a statement of its own: at worst a chip changes some hours early or late.
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (above, below) = (CustomerDeals.Fragment(new(deals, mayAdd ? $"/opportunities/new?accountId={subjectId}" : null) { MeetHref = mayAdd ? $"/accounts/{subjectId}/meetings/new" : null }), AccountContracts.Fragment([.. contracts.Select(c => c with { Day = day })], subjectId, mayAdd));
        return builder =>
        {
            above(builder);
            below?.Invoke(builder);
        };
    }
}

/// <summary>The deals of a contact's account on the contact's page.</summary>
internal sealed class ContactDeals : IPanel
{
    public string Slot => Panels.Contact;

    public int Order => 10;

    public Task<RenderFragment?> DrawAsync(AppDb db, Guid subjectId, CancellationToken ct) =>
        CustomerDeals.DrawAsync(db, db.Opportunities.Where(o => db.AccountsOfContact(subjectId).Contains(o.AccountId)), ct);
}

/// <summary>Reads the deals of a customer and hands them to their panel, in one statement.</summary>
internal static class CustomerDeals
{
    /// <param name="db">Its viewer looks at the page.</param>
    /// <param name="deals">Those of the customer.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<RenderFragment?> DrawAsync(AppDb db, IQueryable<Opportunity> deals, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeFunnel)) return null;
        var (people, stages) = (db.PersonRows(), db.Stages);
        var found = await deals.OrderBy(o => o.End != StageEnd.Open).ThenByDescending(o => o.ClosedOn).ThenBy(o => o.CloseOn == null).ThenBy(o => o.CloseOn).ThenBy(o => o.Id).Take(CustomerDealsView.Shown + 1).Select(o => new CustomerDeal
        {
            Id = o.Id, AccountId = o.AccountId, Name = o.Name, End = o.End, Minor = o.Amount, Currency = o.Currency, CloseOn = o.CloseOn, ClosedOn = o.ClosedOn,
            StageName = stages.Where(s => s.Id == o.StageId).Select(s => s.Name).First(), OwnerName = people.Where(p => p.Id == o.OwnerId).Select(p => p.Name).FirstOrDefault(),
        }).Seen(db).ToListAsync(ct);
        return found.Count == 0 ? null : Fragment(new CustomerDealsView(found, null));
    }

    internal static RenderFragment Fragment(CustomerDealsView view) => builder =>
    {
        builder.OpenComponent<CustomerDealsPanel>(0);
        builder.AddComponentParameter(1, nameof(CustomerDealsPanel.Model), view);
        builder.CloseComponent();
    };
}
