using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Objects;

/// <summary>A record of an own object as lists, its page and the API show it.</summary>
public sealed record ObjectRecordView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }

    /// <summary>The object it is of.</summary>
    public required string Object { get; init; }
    public required string Name { get; init; }
    public required Guid OwnerId { get; init; }
    public string? OwnerName { get; init; }

    /// <summary>Its key in the system it came from; null for one made here.</summary>
    public string? SourceId { get; init; }

    /// <summary>The values of its fields, by key.</summary>
    public System.Text.Json.Nodes.JsonObject? Custom => CustomValues.Plain(CustomFields);

    [JsonIgnore]
    public string? CustomFields { get; init; }

    internal static Expression<Func<ObjectRecord, ObjectRecordView>> Reading(AppDb db)
    {
        var people = db.PersonRows();
        return db.Seen<ObjectRecord, ObjectRecordView>(r => new ObjectRecordView { Id = r.Id, Version = r.Version, Object = r.ObjectKey, Name = r.Name, OwnerId = r.OwnerId, OwnerName = people.Where(p => p.Id == r.OwnerId).Select(p => p.Name).FirstOrDefault(), SourceId = r.SourceId, CustomFields = r.CustomFields });
    }

    internal static Task<ObjectRecordView?> OneAsync(AppDb db, Guid id, CancellationToken ct) => db.ObjectRecords.AsNoTracking().Where(r => r.Id == id).Select(Reading(db)).SingleOrDefaultAsync(ct);
}

/// <summary>The fields of such a record as they are typed.</summary>
public record ObjectRecordFields
{
    [StringLength(200)]
    public string? Name { get; init; }
    public Guid? OwnerId { get; init; }

    /// <summary>Its fields, by key.</summary>
    public CustomInput? Custom { get; init; }
}

internal static class OwnObjects
{
    /// <summary>The object of a key, while it is in use.</summary>
    public static async Task<CustomObject?> OwnObjectAsync(this AppDb db, string? key, CancellationToken ct) => (await db.CustomObjectsAsync(ct)).FirstOrDefault(o => o.Key == key);
}
