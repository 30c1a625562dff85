using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Products;

/// <summary>Shows what we sell.</summary>
internal static class ShowProducts
{
    private const int Most = 500;

    public sealed record Input
    {
        /// <summary>A product to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<ProductsView>> Do(Input input, AppDb db, CancellationToken ct) => new ProductsView(
        await db.Products.OrderBy(p => p.RetiredAt != null).ThenBy(p => p.Family).ThenBy(p => p.FoldedName).Take(Most)
            .Select(p => new ProductView { Id = p.Id, Version = p.Version, Name = p.Name, Family = p.Family, ListPrice = p.ListPrice, Currency = p.Currency, IsRetired = p.RetiredAt != null }).ToListAsync(ct),
        (await db.TenantAsync(ct)).Currency, input.Edit);

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same with the product of a posted form open.</summary>
    public static Task<Outcome<ProductsView>> Again(OfOne input, AppDb db, CancellationToken ct) => Do(new() { Edit = input.Id }, db, ct);
}

/// <summary>The products of the organisation.</summary>
public sealed record ProductsView(IReadOnlyList<ProductView> Products, string Currency, Guid? Editing);

/// <summary>A product as its settings show it; the price in minor units.</summary>
public sealed record ProductView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required string? Family { get; init; }
    public required long? ListPrice { get; init; }
    public required string? Currency { get; init; }
    public required bool IsRetired { get; init; }
}
