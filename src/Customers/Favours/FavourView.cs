using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Favours;

/// <summary>Something given, as pages and the API show it.</summary>
public sealed record FavourView
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public Guid? ContactId { get; init; }
    public string? ContactName { get; init; }
    public Guid? WithContactId { get; init; }
    public string? WithName { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<FavourKind>))]
    public required FavourKind Kind { get; init; }
    public required string What { get; init; }
    public required DateOnly On { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<FavourResult>))]
    public FavourResult? Result { get; init; }
    public required Guid OwnerId { get; init; }
    public string? OwnerName { get; init; }

    /// <summary>Whether whoever looks may say what came of it.</summary>
    public bool MayEdit { get; init; }

    internal static Expression<Func<Favour, FavourView>> Reading(AppDb db)
    {
        var (people, contacts) = (db.PersonRows(), db.Contacts);
        return f => new FavourView
        {
            Id = f.Id, AccountId = f.AccountId, ContactId = f.ContactId, ContactName = contacts.Where(c => c.Id == f.ContactId).Select(c => c.Name).FirstOrDefault(),
            WithContactId = f.WithContactId, WithName = contacts.Where(c => c.Id == f.WithContactId).Select(c => c.Name).FirstOrDefault(), Kind = f.Kind, What = f.What, On = f.On, Result = f.Result,
            OwnerId = f.OwnerId, OwnerName = people.Where(p => p.Id == f.OwnerId).Select(p => p.Name).FirstOrDefault(),
        };
    }

    internal static async Task<IReadOnlyList<FavourView>> OfAsync(AppDb db, Guid accountId, CancellationToken ct) =>
        [.. (await db.Favours.AsNoTracking().Where(f => f.AccountId == accountId).OrderByDescending(f => f.On).ThenByDescending(f => f.Id).Take(50).Select(Reading(db)).ToListAsync(ct))
            .Select(f => f with { MayEdit = db.Viewer.May(Permission.EditCustomers) && db.MayEdit(Kinds.Favour, f.Id, f.OwnerId) })];
}
