using System.Linq.Expressions;
using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Desk;

/// <summary>What is on a customer's desk, as pages and the API show it.</summary>
public sealed record DeskView
{
    /// <summary>Older than so many days, it is to be asked again.</summary>
    public const int StaleAfter = 90;

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Agenda { get; init; }
    public string? Problem { get; init; }
    public string? Help { get; init; }

    /// <summary>How different from others they find us, from 1, the same, to 5, quite different.</summary>
    public int? Difference { get; init; }
    public required DateOnly AskedOn { get; init; }
    public required Guid OwnerId { get; init; }
    public string? OwnerName { get; init; }

    internal static Expression<Func<DeskNote, DeskView>> Reading(AppDb db)
    {
        var people = db.PersonRows();
        return n => new DeskView
        {
            Id = n.Id, AccountId = n.AccountId, Agenda = n.Agenda, Problem = n.Problem, Help = n.Help, Difference = n.Difference, AskedOn = n.AskedOn, OwnerId = n.OwnerId,
            OwnerName = people.Where(p => p.Id == n.OwnerId).Select(p => p.Name).FirstOrDefault(),
        };
    }

    /// <summary>The notes of an account, the latest first.</summary>
    internal static IQueryable<DeskView> Of(AppDb db, Guid accountId) =>
        db.DeskNotes.AsNoTracking().Where(n => n.AccountId == accountId).OrderByDescending(n => n.AskedOn).ThenByDescending(n => n.Id).Select(Reading(db));
}
