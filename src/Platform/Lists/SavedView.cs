using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Platform.Lists;

/// <summary>Who finds a saved view among the tabs of its list. What it shows is limited by what each of them may see.</summary>
public enum Audience { Private, Team, All }

/// <summary>A list as someone wants to find it again: its filters, sort and columns under a name.</summary>
[Tracked("saved-view")]
public sealed class SavedView : Entity, IRemovable
{
    /// <summary>The object kind listed.</summary>
    public required string Kind { get; init; }
    public required string Name { get; set; }
    public required Guid OwnerId { get; init; }
    public required Audience Audience { get; set; }

    /// <summary>The address of the list, and what stands behind its question mark.</summary>
    public required string Path { get; init; }
    public required string Query { get; init; }
    public required int Position { get; set; }
    public DateTime? RemovedAt { get; set; }

    public string Href => Path + Query;
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> row)
    {
        row.ToTable("SavedViews");
        row.Ignore(v => v.Href);
        row.HasIndex(v => new { v.TenantId, v.Kind, v.Position });
    }
}
