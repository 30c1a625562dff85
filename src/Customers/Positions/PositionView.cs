using System.Globalization;
using System.Linq.Expressions;
using Coxswain.Customers.Accounts;
using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Positions;

/// <summary>Where a contact also works, or worked, as pages and the API show it; an open one at the account they stand at says since when.</summary>
public sealed record PositionView
{
    public required Guid Id { get; init; }
    public required Guid ContactId { get; init; }
    public required Guid AccountId { get; init; }
    public string? AccountName { get; init; }
    public string? Title { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>"Buyer · until 3 Mar".</summary>
    internal string Said(DateOnly today) => string.Join(" · ", new[] { Title, Time(today) }.OfType<string>());

    private string? Time(DateOnly today) => (From, To) switch
    {
        (null, null) => T("there as well"),
        ({ } from, null) => T("since {0}", DayText.Short(from, today)),
        (null, { } to) => T("until {0}", DayText.Short(to, today)),
        ({ } from, { } to) => T("{0} to {1}", DayText.Short(from, today), DayText.Short(to, today)),
    };

    internal static Expression<Func<Position, PositionView>> Reading(AppDb db)
    {
        var (accounts, hidesTitles) = (db.Accounts, db.Reaches.Fields.Hidden(Kinds.Contact).Contains(nameof(Contacts.Contact.Title)));
        return p => new PositionView { Id = p.Id, ContactId = p.ContactId, AccountId = p.AccountId, AccountName = accounts.Where(a => a.Id == p.AccountId).Select(a => a.Name).FirstOrDefault(), Title = hidesTitles ? null : p.Title, From = p.From, To = p.To };
    }

    /// <summary>A contact's, those that go on first, then the latest that ended.</summary>
    /// <param name="db">Of the viewer.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="standsAt">Leaves out since when they are there.</param>
    /// <param name="ct">Cancels.</param>
    internal static async Task<IReadOnlyList<PositionView>> OfAsync(AppDb db, Guid contactId, Guid? standsAt, CancellationToken ct) =>
        await db.Rows<Position>().AsNoTracking().Where(p => p.ContactId == contactId && (standsAt == null || p.To != null || p.AccountId != standsAt)).OrderByDescending(p => p.To == null).ThenByDescending(p => p.To).ThenByDescending(p => p.Id).Take(50).Select(Reading(db)).ToListAsync(ct);
}

/// <summary>Someone who is at an account besides, or was there.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Name">Who.</param>
/// <param name="Title">As what.</param>
/// <param name="To">Until when; null while they are.</param>
/// <param name="Now">The account they stand at now; null for none, or this one.</param>
public sealed record FormerLine(Guid Id, string Name, string? Title, DateOnly? To, string? Now);
