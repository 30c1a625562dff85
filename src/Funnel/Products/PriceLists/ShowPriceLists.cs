using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Products.PriceLists;

/// <summary>Shows the price lists.</summary>
internal static class ShowPriceLists
{
    public sealed record Input
    {
        /// <summary>A list to open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<PriceListsView>> Do(Input input, AppDb db, CancellationToken ct) => new PriceListsView(
        await ReadAsync(db, ct), (await db.TenantAsync(ct)).Currency, input.Edit);

    public sealed record OfOne { public Guid Id { get; init; } }

    /// <summary>The same with the list of a posted form open.</summary>
    public static Task<Outcome<PriceListsView>> Again(OfOne input, AppDb db, CancellationToken ct) => Do(new() { Edit = input.Id }, db, ct);

    /// <summary>The lists as data.</summary>
    public static async Task<Outcome<IReadOnlyList<PriceListView>>> Read(AppDb db, CancellationToken ct) => Outcome.Done<IReadOnlyList<PriceListView>>(await ReadAsync(db, ct));

    private static Task<List<PriceListView>> ReadAsync(AppDb db, CancellationToken ct)
    {
        var prices = db.ListedPrices;
        return db.PriceLists.OrderBy(l => l.RetiredAt != null).ThenBy(l => l.FoldedName).Select(l => new PriceListView
        {
            Id = l.Id, Version = l.Version, Name = l.Name, Currency = l.Currency, From = l.From, To = l.To, IsRetired = l.RetiredAt != null, Prices = prices.Count(p => p.PriceListId == l.Id && p.Price != null),
        }).ToListAsync(ct);
    }
}

/// <summary>Shows one list: what each product costs in it.</summary>
internal static class ShowPriceList
{
    private const int Most = 500;

    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>The product whose price is open for change.</summary>
        public Guid? Edit { get; init; }
    }

    public static async Task<Outcome<PricesView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var list = await ReadAsync(input.Id, db, ct);
        return list is null ? Outcome.Missing : list with { Editing = input.Edit };
    }

    public sealed record OfProduct
    {
        public Guid Id { get; init; }
        public Guid? Product { get; init; }
    }

    /// <summary>The same with the price of a posted form open.</summary>
    public static Task<Outcome<PricesView>> Again(OfProduct input, AppDb db, CancellationToken ct) => Do(new() { Id = input.Id, Edit = input.Product }, db, ct);

    /// <summary>The prices of a list as data, in whole units of its currency; those without one are left out.</summary>
    public static async Task<Outcome<IReadOnlyList<PriceData>>> Read(OfProduct input, AppDb db, CancellationToken ct)
    {
        if (await ReadAsync(input.Id, db, ct) is not { } list) return Outcome.Missing;
        return Outcome.Done<IReadOnlyList<PriceData>>([.. list.Rows.Where(r => r.Price is not null).Select(r => new PriceData(r.Product, r.Name, (decimal)Minor.ToMajor(r.Price!.Value, list.Currency), list.Currency))]);
    }

    private static async Task<PricesView?> ReadAsync(Guid id, AppDb db, CancellationToken ct)
    {
        if (await db.PriceLists.Where(l => l.Id == id).Select(l => new { l.Id, l.Name, l.Currency }).SingleOrDefaultAsync(ct) is not { } list) return null;
        var prices = db.ListedPrices.Where(p => p.PriceListId == list.Id && p.Price != null);
        var rows = await db.Products.Where(p => p.RetiredAt == null || prices.Any(x => x.ProductId == p.Id)).OrderBy(p => p.RetiredAt != null).ThenBy(p => p.Family).ThenBy(p => p.FoldedName).Take(Most)
            .Select(p => new PriceRow(p.Id, p.Name, p.Family, prices.Where(x => x.ProductId == p.Id).Select(x => x.Price).FirstOrDefault(), p.Currency == list.Currency ? p.ListPrice : null)).ToListAsync(ct);
        return new PricesView(list.Id, list.Name, list.Currency, rows, null);
    }
}

/// <summary>The price lists of the organisation.</summary>
public sealed record PriceListsView(IReadOnlyList<PriceListView> Lists, string Currency, Guid? Editing);

/// <summary>A price list as its settings and the API show it.</summary>
public sealed record PriceListView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required string Currency { get; init; }
    public required DateOnly? From { get; init; }
    public required DateOnly? To { get; init; }
    public required bool IsRetired { get; init; }

    /// <summary>How many products have a price in it.</summary>
    public required int Prices { get; init; }
}

/// <summary>What each product costs in a list.</summary>
public sealed record PricesView(Guid Id, string Name, string Currency, IReadOnlyList<PriceRow> Rows, Guid? Editing);

/// <summary>A product and its price in a list, in minor units; beside it its own list price where that is in the same currency.</summary>
public sealed record PriceRow(Guid Product, string Name, string? Family, long? Price, long? OwnPrice);

/// <summary>The price of a product in a list, in whole units.</summary>
public sealed record PriceData(Guid Product, string Name, decimal Price, string Currency);
