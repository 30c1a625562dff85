using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.CustomObjects;

/// <summary>Shows the kinds of records that the organisation made itself.</summary>
public static class ShowObjects
{
    /// <param name="Edit">One to open for change.</param>
    public sealed record Input { public Guid? Edit { get; init; } }

    public sealed record OfOne { public Guid Id { get; init; } }

    public static async Task<Outcome<ObjectsView>> Do(Input input, AppDb db, CancellationToken ct) =>
        new ObjectsView([.. (await db.Rows<CustomObject>().AsNoTracking().OrderBy(o => o.RetiredAt != null).ThenBy(o => o.Position).ToListAsync(ct)).Select(CustomObjectView.Of)], input.Edit);

    /// <summary>The same with the object of a posted form open.</summary>
    public static Task<Outcome<ObjectsView>> Again(OfOne input, AppDb db, CancellationToken ct) => Do(new() { Edit = input.Id }, db, ct);

    /// <summary>The objects in use as data.</summary>
    public static async Task<Outcome<IReadOnlyList<CustomObjectView>>> Read(AppDb db, CancellationToken ct) =>
        Outcome.Done<IReadOnlyList<CustomObjectView>>([.. (await db.CustomObjectsAsync(ct)).Select(CustomObjectView.Of)]);
}

/// <summary>The organisation's own objects.</summary>
public sealed record ObjectsView(IReadOnlyList<CustomObjectView> Objects, Guid? Editing);

/// <summary>An own object as its settings and the API show it.</summary>
public sealed record CustomObjectView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }

    /// <summary>What its records are addressed by.</summary>
    public required string Key { get; init; }
    public required string Singular { get; init; }
    public required string Plural { get; init; }
    public string? Hint { get; init; }

    /// <summary>The kind its fields are of.</summary>
    public required string Kind { get; init; }
    public bool IsRetired { get; init; }

    internal static CustomObjectView Of(CustomObject o) => new() { Id = o.Id, Version = o.Version, Key = o.Key, Singular = o.Singular, Plural = o.Plural, Hint = o.Hint, Kind = o.Kind, IsRetired = o.RetiredAt is not null };
}
