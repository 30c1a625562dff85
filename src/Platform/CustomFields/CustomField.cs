using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
namespace Coxswain.Platform.CustomFields;

/// <summary>What a field of the organisation's own holds.</summary>
public enum CustomFieldType { Text, Number, Money, Date, Choice, Choices, Link, Formula }

/// <summary>A field that the organisation added to a kind of record.</summary>
[Tracked("custom-field")]
public sealed class CustomField : Entity, IPlaced
{
    /// <summary>Before the key of a field in forms and addresses, so that it is none of ours.</summary>
    public const string Prefix = "cf.";

    /// <summary>The kind of record it is on.</summary>
    public required string Kind { get; init; }

    /// <summary>What the values are kept and addressed by; made of the first label and never changed.</summary>
    public required string Key { get; init; }
    public required string Label { get; set; }
    public required CustomFieldType Type { get; init; }

    /// <summary>A line under its input.</summary>
    public string? Hint { get; set; }

    /// <summary>The answers of a choice, one a line.</summary>
    public string? Options { get; set; }

    /// <summary>The kind of record a link leads to.</summary>
    public string? LinkKind { get; init; }

    /// <summary>What is computed, with other fields by their labels in brackets.</summary>
    public string? Formula { get; set; }
    public required int Position { get; set; }

    /// <summary>It has an index of its own: lists of any length are filtered and sorted by it.</summary>
    public bool IsIndexed { get; set; }
    public DateTime? RetiredAt { get; set; }

    /// <summary>How a form posts it.</summary>
    public string Name => Prefix + Key;

    /// <summary>The answers of a choice.</summary>
    public IReadOnlyList<string> Answers => Options?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>It counts: sorted as numbers, aligned at the end.</summary>
    public bool IsNumeric => Type is CustomFieldType.Number or CustomFieldType.Money or CustomFieldType.Formula;

    /// <summary>What records of a kind are kept as.</summary>
    internal static IEntityType EntityOf(AppDb db, string kind) => db.Model.GetEntityTypes().First(t => t.ClrType.IsAssignableTo(typeof(IHasCustomFields)) && t.ClrType.IsTracked() && t.ClrType.KindOf() == RowKindOf(kind));

    // Records of all own objects stand in one table.
    private static string RowKindOf(string kind) => kind.StartsWith(CustomObjects.CustomObject.Prefix, StringComparison.Ordinal) ? CustomObjects.CustomObject.RecordKind : kind;

    internal static async Task<IReadOnlyList<CustomField>> ReadAllAsync(AppDb db, CancellationToken ct) =>
        await db.Rows<CustomField>().AsNoTracking().Where(f => f.RetiredAt == null).OrderBy(f => f.Position).ToListAsync(ct);
}

internal sealed class CustomFieldTable : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> row)
    {
        row.ToTable("CustomFields");
        row.Ignore(f => f.Name);
        row.Ignore(f => f.Answers);
        row.Ignore(f => f.IsNumeric);
        row.HasIndex(f => new { f.TenantId, f.Kind, f.Key }).IsUnique();
    }
}

/// <summary>The fields of the organisation as pages read them.</summary>
public static class CustomFieldReads
{
    /// <summary>The fields in use of a kind of record that the viewer sees, in their order. Kept for a moment: costs no statement where it was just asked.</summary>
    public static async Task<IReadOnlyList<CustomField>> CustomFieldsAsync(this AppDb db, string kind, CancellationToken ct)
    {
        var (all, hidden) = (await db.AllCustomFieldsAsync(kind, ct), db.Reaches.Fields.Hidden(kind));
        return hidden.Count == 0 ? all : [.. all.Where(f => !hidden.Contains(f.Name))];
    }

    /// <summary>The kinds that links of any record lead to.</summary>
    internal static async Task<IReadOnlyList<string>> LinkedKindsAsync(this AppDb db, CancellationToken ct) =>
        [.. (await db.Kept.ReadAsync(db, "custom-fields", () => CustomField.ReadAllAsync(db, ct))).Where(f => f.Type is CustomFieldType.Link).Select(f => f.LinkKind).OfType<string>().Distinct()];

    /// <summary>All of them, whoever asks: for what is computed, not for what is shown.</summary>
    public static async Task<IReadOnlyList<CustomField>> AllCustomFieldsAsync(this AppDb db, string kind, CancellationToken ct) =>
        [.. (await db.Kept.ReadAsync(db, "custom-fields", () => CustomField.ReadAllAsync(db, ct))).Where(f => f.Kind == kind)];
}
