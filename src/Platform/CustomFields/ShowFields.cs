using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.CustomFields;

/// <summary>Shows the fields that the organisation added to its records.</summary>
public static class ShowFields
{
    public sealed record Input
    {
        /// <summary>The kind of record; the first where nobody says.</summary>
        public string? Kind { get; init; }

        /// <summary>A field to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<FieldsView>> Do(Input input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        var kinds = await db.CustomKindsAsync(modules, ct);
        var kind = kinds.FirstOrDefault(k => k.Kind == input.Kind) ?? kinds[0];
        return new FieldsView([.. kinds.Select(k => new Ui.Choice(k.Kind, k.Label()))], kind.Kind, kind.Numbers, await db.LinkChoicesAsync(ct), await ReadAsync(db, kind.Kind, ct), input.Edit);
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same with the field of a posted form open.</summary>
    public static async Task<Outcome<FieldsView>> Again(OfOne input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct) =>
        await Do(new() { Edit = input.Id, Kind = await db.Rows<CustomField>().Where(f => f.Id == input.Id).Select(f => f.Kind).SingleOrDefaultAsync(ct) }, db, modules, ct);

    /// <summary>The fields in use as data, of one kind or of all.</summary>
    public static async Task<Outcome<IReadOnlyList<CustomFieldView>>> Read(Input input, AppDb db, CancellationToken ct) =>
        Outcome.Done<IReadOnlyList<CustomFieldView>>([.. (await CustomField.ReadAllAsync(db, ct)).Where(f => input.Kind is null || f.Kind == input.Kind).Select(CustomFieldView.Of)]);

    private static async Task<IReadOnlyList<CustomFieldView>> ReadAsync(AppDb db, string kind, CancellationToken ct) =>
        [.. (await db.Rows<CustomField>().AsNoTracking().Where(f => f.Kind == kind).OrderBy(f => f.RetiredAt != null).ThenBy(f => f.Position).ToListAsync(ct)).Select(CustomFieldView.Of)];
}

/// <summary>A kind of record that can have fields of the organisation's own.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Label">What several are called.</param>
/// <param name="Numbers">Its own numbers that formulas can count with.</param>
public sealed record CustomKind(string Kind, Func<string> Label, IReadOnlyCollection<string> Numbers);

/// <summary>The fields of a kind of record.</summary>
public sealed record FieldsView(IReadOnlyList<Ui.Choice> Kinds, string Kind, IReadOnlyCollection<string> Numbers, IReadOnlyList<Ui.Choice> Links, IReadOnlyList<CustomFieldView> Fields, Guid? Editing);

/// <summary>A field as its settings and the API show it.</summary>
public sealed record CustomFieldView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Kind { get; init; }

    /// <summary>What its values are addressed by.</summary>
    public required string Key { get; init; }
    public required string Label { get; init; }
    public required CustomFieldType Type { get; init; }
    public string? Hint { get; init; }
    public IReadOnlyList<string> Options { get; init; } = [];
    public string? LinkKind { get; init; }
    public string? Formula { get; init; }
    public bool IsIndexed { get; init; }
    public bool IsRetired { get; init; }

    internal static CustomFieldView Of(CustomField f) => new() { Id = f.Id, Version = f.Version, Kind = f.Kind, Key = f.Key, Label = f.Label, Type = f.Type, Hint = f.Hint, Options = f.Answers, LinkKind = f.LinkKind, Formula = f.Formula, IsIndexed = f.IsIndexed, IsRetired = f.RetiredAt is not null };
}
