using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Platform.CustomObjects;

/// <summary>A kind of record that the organisation made itself: its projects, machines or contracts. Its records have a name, an owner and own fields.</summary>
[Tracked("custom-object")]
public sealed class CustomObject : Entity, IPlaced
{
    /// <summary>Before the key of an object where kinds of records are named.</summary>
    public const string Prefix = "object.";

    /// <summary>The kind that events and access rules know its records by, whichever object they are of.</summary>
    public const string RecordKind = "object-record";

    /// <summary>What its records are addressed by; made of the first name and never changed.</summary>
    public required string Key { get; init; }

    /// <summary>What one of them is called.</summary>
    public required string Singular { get; set; }

    /// <summary>What several are called.</summary>
    public required string Plural { get; set; }

    /// <summary>A line under its list's heading.</summary>
    public string? Hint { get; set; }
    public required int Position { get; set; }
    public DateTime? RetiredAt { get; set; }

    /// <summary>The kind of its records, as fields, views and files name it.</summary>
    public string Kind => Prefix + Key;

    internal static async Task<IReadOnlyList<CustomObject>> ReadAllAsync(AppDb db, CancellationToken ct) =>
        await db.Rows<CustomObject>().AsNoTracking().Where(o => o.RetiredAt == null).OrderBy(o => o.Position).ToListAsync(ct);
}

internal sealed class CustomObjectTable : IEntityTypeConfiguration<CustomObject>
{
    public void Configure(EntityTypeBuilder<CustomObject> row)
    {
        row.ToTable("CustomObjects");
        row.Ignore(o => o.Kind);
        row.HasIndex(o => new { o.TenantId, o.Key }).IsUnique();
    }
}

/// <summary>The organisation's own objects as pages read them.</summary>
public static class CustomObjectReads
{
    /// <summary>The objects in use, in their order. Kept for a moment: costs no statement where it was just asked.</summary>
    public static Task<IReadOnlyList<CustomObject>> CustomObjectsAsync(this AppDb db, CancellationToken ct) => db.Kept.ReadAsync(db, "custom-objects", () => CustomObject.ReadAllAsync(db, ct));

    /// <summary>All kinds of records that can have fields of the organisation's own: the modules' and its own objects.</summary>
    public static async Task<IReadOnlyList<CustomKind>> CustomKindsAsync(this AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct) =>
        [.. modules.SelectMany(m => m.CustomKinds), .. (await db.CustomObjectsAsync(ct)).Select(o => new CustomKind(o.Kind, () => o.Plural, []))];

    /// <summary>All kinds of records that a field can lead to.</summary>
    public static async Task<IReadOnlyList<Ui.Choice>> LinkChoicesAsync(this AppDb db, CancellationToken ct) =>
        [.. db.LinkKinds.Where(l => l.Kind != CustomObject.Prefix).Select(l => new Ui.Choice(l.Kind, l.Label)), .. (await db.CustomObjectsAsync(ct)).Select(o => new Ui.Choice(o.Kind, o.Plural))];

    /// <summary>What leads to records of a kind; null where there is nothing of it.</summary>
    public static ILinkKind? LinkKind(this AppDb db, string? kind) => kind is null ? null
        : kind.StartsWith(CustomObject.Prefix, StringComparison.Ordinal) ? (db.LinkKinds.FirstOrDefault(l => l.Kind == CustomObject.Prefix) as ILinkFamily)?.Of(kind[CustomObject.Prefix.Length..])
        : db.LinkKinds.FirstOrDefault(l => l.Kind == kind);
}

/// <summary>Leads to the records of all own objects: one for each of them.</summary>
public interface ILinkFamily : ILinkKind
{
    /// <summary>What leads to the records of one object.</summary>
    ILinkKind Of(string key);
}
