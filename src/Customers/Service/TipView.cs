using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service;

/// <summary>A tip as pages and the API show it.</summary>
public sealed record TipView
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public string? AccountName { get; init; }
    public required string Heard { get; init; }
    public string? Explained { get; init; }
    public string? NextStep { get; init; }
    public string? CaseNumber { get; init; }
    public required DateOnly HeardOn { get; init; }
    public required Guid OwnerId { get; init; }
    public string? OwnerName { get; init; }
    public required Guid ToId { get; init; }
    public string? ToName { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<TipState>))]
    public required TipState State { get; init; }
    public string? Because { get; init; }
    public Guid? OpportunityId { get; init; }

    /// <summary>What became of the deal; null where there is none, or the viewer may not see it.</summary>
    public DealOutcome? Outcome { get; init; }

    /// <summary>Tips the viewer may read: their own, those handed to them, and those at accounts they see.</summary>
    internal static IQueryable<Tip> Seen(AppDb db, IQueryable<Tip>? rows = null)
    {
        var (me, accounts) = (db.Viewer.PersonId, db.Accounts.Select(a => a.Id));
        return (rows ?? db.Rows<Tip>()).Where(t => t.OwnerId == me || t.ToId == me || accounts.Contains(t.AccountId));
    }

    internal static async Task<TipView?> OneAsync(AppDb db, Guid id, CancellationToken ct) => await Seen(db).AsNoTracking().Where(t => t.Id == id).Select(Reading(db)).SingleOrDefaultAsync(ct);

    internal static Expression<Func<Tip, TipView>> Reading(AppDb db)
    {
        var (people, accounts) = (db.PersonRows(), db.Accounts);
        return t => new TipView
        {
            Id = t.Id, AccountId = t.AccountId, AccountName = accounts.Where(a => a.Id == t.AccountId).Select(a => a.Name).FirstOrDefault(), Heard = t.Heard, Explained = t.Explained, NextStep = t.NextStep, CaseNumber = t.CaseNumber, HeardOn = t.HeardOn,
            OwnerId = t.OwnerId, OwnerName = people.Where(p => p.Id == t.OwnerId).Select(p => p.Name).FirstOrDefault(), ToId = t.ToId, ToName = people.Where(p => p.Id == t.ToId).Select(p => p.Name).FirstOrDefault(),
            State = t.State, Because = t.Because, OpportunityId = t.OpportunityId,
        };
    }
}

/// <summary>What became of a deal.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Said">Where it stands, or how it ended.</param>
/// <param name="IsWon">It was won.</param>
/// <param name="IsOpen">It is not decided.</param>
/// <param name="Amount">What it is worth, as people read it; null is unknown.</param>
public sealed record DealOutcome(string Name, string Said, bool IsWon, bool IsOpen, string? Amount)
{
    /// <summary>When it was decided.</summary>
    public DateOnly? EndedOn { get; init; }
}

/// <summary>Tells what became of deals: the module that has them does.</summary>
public interface IDealOutcomes
{
    /// <summary>Of those deals that the viewer may see, in one statement.</summary>
    Task<IReadOnlyDictionary<Guid, DealOutcome>> OfAsync(AppDb db, IReadOnlyCollection<Guid> deals, CancellationToken ct);

    /// <summary>How many of those that the viewer may see are won.</summary>
    Task<int> WonAsync(AppDb db, IQueryable<Guid?> deals, CancellationToken ct);
}
