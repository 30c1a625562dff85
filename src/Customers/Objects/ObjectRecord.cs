using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Customers.Objects;

/// <summary>A record of an object that the organisation made itself: a project, a machine. All it holds beside its name are own fields.</summary>
[Tracked(CustomObject.RecordKind)]
internal sealed class ObjectRecord : Entity, IOwned, ISearchable, IRemovable, IHasCustomFields
{
    /// <summary>The object it is of.</summary>
    public required string ObjectKey { get; init; }
    public required string Name { get; set; }
    public required Guid OwnerId { get; set; }

    /// <summary>Its key in the system it came from.</summary>
    public string? SourceId { get; set; }

    [Personal]
    public string? CustomFields { get; set; }
    public DateTime? RemovedAt { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }

    public string? FieldKind => CustomObject.Prefix + ObjectKey;

    public SearchWords? Words => RemovedAt is not null ? null : new(Name, "", CustomValues.Words(CustomFields), $"/records/{Id}");
}

internal sealed class ObjectRecordTable : IEntityTypeConfiguration<ObjectRecord>
{
    public void Configure(EntityTypeBuilder<ObjectRecord> row)
    {
        row.ToTable("ObjectRecords");
        row.Ignore(r => r.FieldKind);
        row.HasIndex(r => new { r.TenantId, r.ObjectKey, r.FoldedName, r.Id });
        row.HasIndex(r => new { r.TenantId, r.ObjectKey, r.OwnerId, r.Id });
        row.HasIndex(r => new { r.TenantId, r.ObjectKey, r.SourceId }).HasFilter("source_id IS NOT NULL");
    }
}
