using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Products;

/// <summary>Changes a product, or adds one.</summary>
internal static class ChangeProduct
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public int Version { get; init; }

        [Required, StringLength(120)]
        public string? Name { get; init; }

        [StringLength(120)]
        public string? Family { get; init; }

        /// <summary>In whole units; unknown where nothing is said.</summary>
        public decimal? ListPrice { get; init; }
        public string? Currency { get; init; }
    }

    public sealed record Changed(Guid Id, string Name);

    public static async Task<Outcome<Changed>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Products.SingleOrDefaultAsync(p => p.Id == input.Id, ct) is not { } product) return Outcome.Missing;
        var currency = input.Currency?.ToUpperInvariant() ?? product.Currency ?? (await db.TenantAsync(ct)).Currency;
        if (await WrongAsync(input, currency, db, ct) is { Any: true } problems) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(product, input.Version == 0 ? product.Version : input.Version, ct);
        product.Name = merge.Take("Name", product.Name, input.Name!);
        product.Family = merge.Take("Family", product.Family, input.Family);
        product.ListPrice = merge.Take("ListPrice", product.ListPrice, input.ListPrice is { } price ? Minor.FromMajor(price, currency) : null);
        product.Currency = currency;
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(product.Id, product.Name)).Saying(T("{0} is saved.", product.Name));
    }

    public static async Task<Outcome<Changed>> Add(Input input, AppDb db, CancellationToken ct)
    {
        var currency = input.Currency?.ToUpperInvariant() ?? (await db.TenantAsync(ct)).Currency;
        if (await WrongAsync(input, currency, db, ct) is { Any: true } problems) return Outcome.Invalid(problems);
        var product = new Product { Name = input.Name!, Family = input.Family, ListPrice = input.ListPrice is { } price ? Minor.FromMajor(price, currency) : null, Currency = currency };
        db.Add(product);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Changed(product.Id, product.Name)).Saying(T("{0} is added.", product.Name));
    }

    private static async Task<Problems> WrongAsync(Input input, string currency, AppDb db, CancellationToken ct)
    {
        var folded = Folding.Fold(input.Name);
        return new Problems()
            .AddIf(input.ListPrice is < 0 or > FieldRules.MostMoney, "ListPrice", T("This price is out of range."))
            .AddIf(!FieldRules.IsCurrency(currency), "Currency", T("A currency has three letters, like EUR."))
            .AddIf(await db.Products.AnyAsync(p => p.Id != input.Id && p.FoldedName == folded && p.RetiredAt == null, ct), "Name", T("There is a product of this name already."));
    }
}

/// <summary>Retires a product, so that no deal takes it on any more, or takes it into use again.</summary>
internal static class RetireProduct
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public bool Back { get; init; }
    }

    public static async Task<Outcome<ChangeProduct.Changed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Products.SingleOrDefaultAsync(p => p.Id == input.Id, ct) is not { } product) return Outcome.Missing;
        product.RetiredAt = input.Back ? null : clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        var done = Outcome.Done(new ChangeProduct.Changed(product.Id, product.Name));
        return input.Back ? done.Saying(T("{0} is in use again.", product.Name)) : done.Saying(T("{0} is retired.", product.Name), $"/settings/products/{product.Id}/retirements?back=true");
    }
}
